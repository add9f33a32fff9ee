/** The commands of {@code lapor}: arguments in, one line of error or the answer out. */
@NullMarked
package id.aduan.lapor.runner.command;

import org.jspecify.annotations.NullMarked;
