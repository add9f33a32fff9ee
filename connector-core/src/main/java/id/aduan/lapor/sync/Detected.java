package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.Clock.Mark;
import java.time.Duration;
import java.util.Optional;

/**
 * How long after the portal received a complaint we had it (SOP-02), for whoever counts.
 *
 * @param lag zero where the portal's time cannot be believed
 * @param mark why it cannot; empty where it can
 */
public record Detected(Duration lag, Optional<Mark> mark) {}
