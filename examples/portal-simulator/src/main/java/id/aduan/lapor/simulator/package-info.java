/**
 * A stand-in for the SP4N-LAPOR! portal: the front door, and the values that it takes and gives.
 */
@NullMarked
package id.aduan.lapor.simulator;

import org.jspecify.annotations.NullMarked;
