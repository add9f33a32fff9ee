/** What the simulated portal knows, and the few actions that change it. */
@NullMarked
package id.aduan.lapor.simulator.state;

import org.jspecify.annotations.NullMarked;
