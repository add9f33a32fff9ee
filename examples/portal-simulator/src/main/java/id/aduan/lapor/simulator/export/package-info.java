/** The admins' spreadsheet "Laporan Ringkas", as it is downloaded from the portal. */
@NullMarked
package id.aduan.lapor.simulator.export;

import org.jspecify.annotations.NullMarked;
