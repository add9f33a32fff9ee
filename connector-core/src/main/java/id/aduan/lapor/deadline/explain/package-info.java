/**
 * Says of a clock why it ends when it ends: day by day, with the rule, its source and the calendar,
 * in Bahasa Indonesia and in English.
 */
@NullMarked
package id.aduan.lapor.deadline.explain;

import org.jspecify.annotations.NullMarked;
