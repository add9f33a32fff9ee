package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.AgencyCode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of the things that wait for a person are meant. What is no filter is refused, and never
 * taken for one that everything passes.
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
  /** What a code looks like. */
  public static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public static final ParkedFilter ALL =
      new ParkedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z").plusSeconds(86_400);

  /**
   * Refuses another form.
   *
   * @throws IllegalArgumentException for a target or a code of another form, a moment outside of
   *     the years 1970 to 9999, and an end before the beginning; it prints no value back
   */
  public ParkedFilter {
    target.ifPresent(ParkedFilter::requireTarget);
    if (!code.map(it -> CODE.matcher(it).matches()).orElse(true)) {
      throw new IllegalArgumentException(
          "a code is 1 to 64 letters, digits, dots, hyphens, underscores");
    }
    if (!isWithin(since) || !isWithin(until)) {
      throw new IllegalArgumentException("a moment is in the years 1970 to 9999");
    }
    if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
      throw new IllegalArgumentException("its beginning is later than its end");
    }
  }

  private static void requireTarget(String target) {
    try {
      var unused = Targets.agencyOfFiles(target).orElseGet(() -> new AgencyCode(target));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a target is lower-case letters, digits, hyphens, at most 32", e);
    }
  }

  private static boolean isWithin(Optional<Instant> moment) {
    return moment.map(it -> !it.isBefore(FIRST) && it.isBefore(END)).orElse(true);
  }
}
