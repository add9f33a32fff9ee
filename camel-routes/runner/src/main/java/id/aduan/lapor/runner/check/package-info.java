/**
 * Tries the far ends of a configuration, one after the other step, and changes nothing at them.
 * Start at {@link id.aduan.lapor.runner.check.FarEndChecks}.
 */
@NullMarked
package id.aduan.lapor.runner.check;

import org.jspecify.annotations.NullMarked;
