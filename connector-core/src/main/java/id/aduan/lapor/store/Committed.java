package id.aduan.lapor.store;

import java.time.Duration;

/**
 * How one commit of a store ended, for whoever counts.
 *
 * @param units of work that shared it
 * @param took the units' own work and the sync to disk
 * @param kept whether all of it is durable; otherwise nothing of it is
 */
public record Committed(int units, Duration took, boolean kept) {}
