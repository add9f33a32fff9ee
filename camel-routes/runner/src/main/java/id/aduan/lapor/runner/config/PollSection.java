package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import java.time.Duration;

/** The key {@code poll} of the portal and of each agency. */
final class PollSection {
  static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofDays(1);

  private PollSection() {}

  static Duration every(YamlMap side) {
    return side.optionalMap("poll")
        .flatMap(
            poll -> {
              poll.rejectUnknownKeys("every");
              return poll.optionalDuration("every", MIN, MAX);
            })
        .orElse(USUAL);
  }
}
