/** One line per event on standard error, without personal data and without control characters. */
@NullMarked
package id.aduan.lapor.runner.log;

import org.jspecify.annotations.NullMarked;
