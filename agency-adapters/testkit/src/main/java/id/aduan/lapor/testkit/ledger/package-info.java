/** Holds what the far ends wrote down against what they were promised. */
@NullMarked
package id.aduan.lapor.testkit.ledger;

import org.jspecify.annotations.NullMarked;
