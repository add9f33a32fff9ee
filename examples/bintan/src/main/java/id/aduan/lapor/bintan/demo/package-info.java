/** The demo's story: the world, the connector beside it, the timeline, and the reckoning. */
@NullMarked
package id.aduan.lapor.bintan.demo;

import org.jspecify.annotations.NullMarked;
