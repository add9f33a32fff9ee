/** The plain citizen page in Bahasa Indonesia. */
@NullMarked
package id.aduan.lapor.simulator.page;

import org.jspecify.annotations.NullMarked;
