/** Tests of the faults by themselves. */
@NullMarked
package id.aduan.lapor.simulator.fault;

import org.jspecify.annotations.NullMarked;
