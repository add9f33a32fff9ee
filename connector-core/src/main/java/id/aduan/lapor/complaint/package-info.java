/** The model: what a complaint is, in records only. A leaf: it depends on nothing of ours. */
@NullMarked
package id.aduan.lapor.complaint;

import org.jspecify.annotations.NullMarked;
