/** The control API: faults, settings, acts and the ledger as JSON over HTTP. */
@NullMarked
package id.aduan.lapor.simulator.control;

import org.jspecify.annotations.NullMarked;
