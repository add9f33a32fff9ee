package id.aduan.lapor.portal.export;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as people see it: the first one is 1
 * @param cells those with something in them, from left to right
 */
record SheetRow(int number, List<Cell> cells) {}
