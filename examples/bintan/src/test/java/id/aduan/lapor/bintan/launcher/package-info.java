/** The script {@code lapor} as users start it. */
@NullMarked
package id.aduan.lapor.bintan.launcher;

import org.jspecify.annotations.NullMarked;
