/** The two older interfaces: XML filing ("stream") and the topic list of the f01 services. */
@NullMarked
package id.aduan.lapor.simulator.old;

import org.jspecify.annotations.NullMarked;
