/** Faults to order: what goes wrong, at which call, how often; from a seed. */
@NullMarked
package id.aduan.lapor.simulator.fault;

import org.jspecify.annotations.NullMarked;
