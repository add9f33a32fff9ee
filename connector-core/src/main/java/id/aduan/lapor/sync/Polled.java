package id.aduan.lapor.sync;

import java.time.Duration;

/**
 * How one poll ended, for whoever counts.
 *
 * @param source an agency's code, or {@link id.aduan.lapor.delivery.Targets#PORTAL}
 * @param ok whether all that it began was read and kept
 */
public record Polled(String source, boolean ok, Duration took) {}
