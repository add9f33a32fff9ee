/** A portal that sends as it likes, twenty agencies, and a ledger of what came of it. */
@NullMarked
package id.aduan.lapor.bench.load;

import org.jspecify.annotations.NullMarked;
