package id.aduan.lapor.runner.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * How a portal or an agency was found to be, the last time it was spoken to.
 *
 * @param since when it came to be so; empty before the first time
 */
public record FarEnd(String name, State state, Optional<Instant> since) {

  /** What the last exchange showed. */
  public enum State {
    UP,
    DOWN,
    /** Not spoken to yet, or it is not clear whether it took what it was sent. */
    UNKNOWN
  }
}
