/** A load generator with an open model, and what it needs to measure a connector on one machine. */
@NullMarked
package id.aduan.lapor.bench;

import org.jspecify.annotations.NullMarked;
