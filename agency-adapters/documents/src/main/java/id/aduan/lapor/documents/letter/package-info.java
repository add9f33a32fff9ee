/**
 * Letters as {@code .odt}, made from templates that officials edit. Placeholders are replaced and
 * nothing is evaluated: no template can call code.
 */
@NullMarked
package id.aduan.lapor.documents.letter;

import org.jspecify.annotations.NullMarked;
