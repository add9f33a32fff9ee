/** Tests of letters. */
@NullMarked
package id.aduan.lapor.documents.letter;

import org.jspecify.annotations.NullMarked;
