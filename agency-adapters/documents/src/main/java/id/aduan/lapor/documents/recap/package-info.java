/** Recaps of the cases of a period: a workbook by a template, and lines for programs (CMP-12). */
@NullMarked
package id.aduan.lapor.documents.recap;

import org.jspecify.annotations.NullMarked;
