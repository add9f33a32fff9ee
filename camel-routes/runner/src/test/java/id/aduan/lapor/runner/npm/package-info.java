/** Test data and programs of npm's registry, which are fetched and not committed. */
@NullMarked
package id.aduan.lapor.runner.npm;

import org.jspecify.annotations.NullMarked;
