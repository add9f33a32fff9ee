/** Copies of documents in an open format, by an office that runs as a bounded process (ODF-11). */
@NullMarked
package id.aduan.lapor.documents.convert;

import org.jspecify.annotations.NullMarked;
