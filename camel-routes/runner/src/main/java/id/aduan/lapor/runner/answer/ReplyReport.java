package id.aduan.lapor.runner.answer;

import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The answers of agencies that wait for a person before they go to the portal, oldest first;
 * nothing of what they say. Its names are those of {@code replies list --json}.
 *
 * @param more whether there are others
 */
public record ReplyReport(List<Item> items, boolean more) {
  /** The most that are told at once. */
  public static final int ITEMS_MAX = 1_000;

  public ReplyReport {
    items = List.copyOf(items);
  }

  /** One of them. */
  public record Item(long id, String trackingId, String agency, Instant since, long ageSeconds) {}

  static ReplyReport of(CaseStore store, Tx tx, Instant now) {
    List<Replies.Waiting> waiting = store.replies().waiting(tx, ITEMS_MAX + 1);
    return new ReplyReport(
        waiting.stream()
            .limit(ITEMS_MAX)
            .map(
                it ->
                    new Item(
                        it.id(),
                        it.complaint().value(),
                        it.agency().value(),
                        it.since(),
                        Duration.between(it.since(), now).toSeconds()))
            .toList(),
        waiting.size() > ITEMS_MAX);
  }
}
