package id.aduan.lapor.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the things that wait for a person are meant.
 *
 * @param target an agency's code, or "portal"
 * @param code why it waits, written in full
 * @param since it has waited since this moment or a later one
 * @param until it has waited since before this moment
 */
public record ParkedFilter(
    Optional<String> target,
    Optional<String> code,
    Optional<Instant> since,
    Optional<Instant> until) {
  public static final ParkedFilter ALL =
      new ParkedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
