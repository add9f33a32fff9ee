/** The append-only, hash-chained record of what was done to which complaint (C23). */
@NullMarked
package id.aduan.lapor.audit;

import org.jspecify.annotations.NullMarked;
