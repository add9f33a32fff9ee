/** The demo of Kabupaten Bintan: {@code lapor demo}. */
@NullMarked
package id.aduan.lapor.bintan;

import org.jspecify.annotations.NullMarked;
