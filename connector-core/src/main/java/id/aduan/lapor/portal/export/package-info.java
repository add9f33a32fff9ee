/**
 * The portal's export "Laporan Ringkas" as an .xlsx file: read as a stream, bounded, and never
 * evaluated (portal-wire 4).
 */
@NullMarked
package id.aduan.lapor.portal.export;

import org.jspecify.annotations.NullMarked;
