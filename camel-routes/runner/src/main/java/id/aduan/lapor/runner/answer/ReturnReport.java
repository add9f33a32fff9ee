package id.aduan.lapor.runner.answer;

import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The cases that agencies gave back as not their authority and that wait for the coordinator
 * (CMP-07), oldest first. Its names are those of {@code cases list --json}.
 *
 * @param more whether there are others
 */
public record ReturnReport(List<Item> items, boolean more) {
  /** The most that are told at once. */
  public static final int ITEMS_MAX = 1_000;

  public ReturnReport {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param status the agency's own word
   */
  public record Item(
      long id, String trackingId, String agency, String status, Instant since, long ageSeconds) {}

  static ReturnReport of(CaseStore store, Tx tx, Instant now) {
    List<Returns.Waiting> waiting = store.returns().waiting(tx, ITEMS_MAX + 1);
    return new ReturnReport(
        waiting.stream()
            .limit(ITEMS_MAX)
            .map(
                it ->
                    new Item(
                        it.id(),
                        it.complaint().value(),
                        it.agency().value(),
                        it.word(),
                        it.since(),
                        Duration.between(it.since(), now).toSeconds()))
            .toList(),
        waiting.size() > ITEMS_MAX);
  }
}
