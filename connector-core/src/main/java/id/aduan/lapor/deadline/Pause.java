package id.aduan.lapor.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * While a clock does not run. Of clocks that count days, the days after the one on which it begins
 * up to and with the one on which it ends do not count: so one that ends on the day on which it
 * began changes nothing, and the day of the reporter's reply counts as little as a day of receipt
 * (CAL-09).
 *
 * @param until empty while it lasts
 */
public record Pause(Instant from, Optional<Instant> until) {}
