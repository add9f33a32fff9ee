/** OpenDocument packages: written the same for the same input, and checked before they go out. */
@NullMarked
package id.aduan.lapor.documents.odf;

import org.jspecify.annotations.NullMarked;
