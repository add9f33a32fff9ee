/**
 * What a running connector counts, in the form that Prometheus reads. Start at {@link
 * id.aduan.lapor.runner.metrics.Metrics}.
 */
@NullMarked
package id.aduan.lapor.runner.metrics;

import org.jspecify.annotations.NullMarked;
