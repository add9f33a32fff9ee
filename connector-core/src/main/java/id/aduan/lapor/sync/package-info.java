/** Intake of both directions: what a message or a change means for a case, in one transaction. */
@NullMarked
package id.aduan.lapor.sync;

import org.jspecify.annotations.NullMarked;
