/** Tests of OpenDocument packages, and the programs of others that judge ours. */
@NullMarked
package id.aduan.lapor.documents.odf;

import org.jspecify.annotations.NullMarked;
