package id.aduan.lapor.sync;

import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Since when news of the portal may be missing here, by the way that it should have come (C5). */
public final class Gaps {
  /** By reading its list. */
  public static final String LIST = "list";

  /** By following known complaints. */
  public static final String FOLLOW = "follow";

  private Gaps() {}

  /**
   * One way.
   *
   * @param since by our clock: what the portal had to tell before is here
   * @param seconds until now
   */
  public record Gap(String source, Instant since, long seconds) {
    private static Gap of(String source, Instant since, Instant now) {
      Instant start = since.isAfter(now) ? now : since;
      return new Gap(source, start, Duration.between(start, now).toSeconds());
    }
  }

  /**
   * Those of the ways that are in use; a list that was never read to its end has none yet, and
   * between two readings a gap is as long as the pause.
   */
  public static List<Gap> of(CaseStore store, Tx tx, Instant now) {
    List<Gap> gaps = new ArrayList<>();
    String whole = store.cursors().get(tx, Cursors.LIST_WHOLE);
    if (!whole.isEmpty()) {
      gaps.add(Gap.of(LIST, Instant.parse(whole), now));
    }
    Optional<Instant> due = store.follows().nextDue(tx);
    due.ifPresent(at -> gaps.add(Gap.of(FOLLOW, at, now)));
    return List.copyOf(gaps);
  }
}
