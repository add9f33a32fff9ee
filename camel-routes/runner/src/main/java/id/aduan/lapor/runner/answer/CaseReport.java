package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cases that wait for the coordinator, oldest first. Its names are those of {@code cases list
 * --json}.
 *
 * @param more whether others follow
 */
public record CaseReport(List<Item> items, boolean more) {

  public CaseReport {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param kind as {@link CaseQueue.Kind} has it, in small letters
   * @param agencies who has it, gave it back, or is proposed for it; the first leads
   * @param detail for what, in codes and numbers; of a return the agency's own word; empty where
   *     its row is damaged
   * @param proposal by what it is confirmed
   * @param asked whether the portal is asked to have it elsewhere, and has not done so
   */
  public record Item(
      String trackingId,
      String kind,
      List<String> agencies,
      String detail,
      Instant since,
      long ageSeconds,
      Optional<String> proposal,
      boolean asked) {
    public Item {
      agencies = List.copyOf(agencies);
    }
  }

  static CaseReport of(CaseStore store, Tx tx, CaseQueue.Filter filter, Instant now) {
    CaseQueue.Page page = new CaseQueue(store).list(tx, filter);
    return new CaseReport(
        page.items().stream()
            .map(
                it ->
                    new Item(
                        it.complaint().value(),
                        it.kind().name().toLowerCase(Locale.ROOT),
                        it.agencies().stream().map(AgencyCode::value).toList(),
                        it.detail(),
                        it.since(),
                        Duration.between(it.since(), now).toSeconds(),
                        it.proposal(),
                        it.asked()))
            .toList(),
        page.more());
  }
}
