/** The connector inside another program. The manual shows regions of these sources. */
@NullMarked
package id.aduan.lapor.example;

import org.jspecify.annotations.NullMarked;
