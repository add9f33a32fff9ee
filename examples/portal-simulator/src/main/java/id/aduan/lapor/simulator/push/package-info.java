/** Signed webhooks with a retry queue of their own. */
@NullMarked
package id.aduan.lapor.simulator.push;

import org.jspecify.annotations.NullMarked;
