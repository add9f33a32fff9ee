/** The examples run for real, and the documents show what runs. */
@NullMarked
package id.aduan.lapor.example;

import org.jspecify.annotations.NullMarked;
