package id.aduan.lapor.runner.answer;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reports of local systems and how far each has come. Its names are those of {@code file list
 * --json}. Nothing of what they say, and nobody, is in it.
 *
 * @param more whether there are more than are listed
 */
public record FilingReport(Instant at, List<Item> items, boolean more) {
  /** The most that one answer lists. */
  public static final int ITEMS_MAX = 1_000;

  public FilingReport {
    items = List.copyOf(items);
  }

  /**
   * One report.
   *
   * @param id our number of it
   * @param step what is next
   * @param trackingId the complaint, once it stands on the portal
   * @param institution to be forwarded to, if one was named
   * @param waiting what there is to be said of the step that is next; empty when all is done
   */
  public record Item(
      long id,
      String source,
      String number,
      Filing.Step step,
      Optional<String> trackingId,
      Optional<String> institution,
      Instant filedAt,
      Optional<Instant> createdAt,
      Optional<Instant> forwardedAt,
      Optional<Waiting> waiting) {

    static Item of(CaseStore store, Tx tx, Filing filing) {
      return new Item(
          filing.id(),
          filing.report().source().value(),
          filing.report().number(),
          filing.step(),
          filing.trackingId().map(it -> it.value()),
          filing.report().institution(),
          filing.filedAt(),
          filing.createdAt(),
          filing.forwardedAt(),
          filing.step() == Filing.Step.DONE
              ? Optional.empty()
              : store.outboxView().entriesOf(tx, filing.lane().complaint()).stream()
                  .filter(row -> row.operation().equals(filing.step().operation()))
                  .findFirst()
                  .map(Waiting::of));
    }
  }

  /**
   * The delivery that is the next step.
   *
   * @param id as {@code parked show} takes it, should it be parked
   */
  public record Waiting(long id, State state, int attempts, String code, String detail) {
    private static Waiting of(OutboxView.Row row) {
      return new Waiting(row.id(), row.state(), row.attempts(), row.code(), row.detail());
    }
  }

  /** One report with all that was done. */
  public record Story(Item item, List<Event> timeline) {
    public Story {
      timeline = List.copyOf(timeline);
    }
  }

  /** Something that was done. */
  public record Event(Instant at, String actor, AuditEntry.Action action, String detail) {
    private static Event of(AuditEntry entry) {
      return new Event(entry.at(), entry.actor(), entry.action(), entry.detail());
    }
  }

  /** Lists the youngest. */
  public static FilingReport of(CaseStore store, Tx tx, Instant now) {
    List<Filing> found = store.filings().youngest(tx, ITEMS_MAX + 1);
    boolean more = found.size() > ITEMS_MAX;
    return new FilingReport(
        now, found.stream().limit(ITEMS_MAX).map(it -> Item.of(store, tx, it)).toList(), more);
  }

  /** Tells all of one; empty when there is none of this number, or of this complaint. */
  public static Optional<Story> of(CaseStore store, Tx tx, FilingName name) {
    return name.find(store, tx)
        .map(
            filing ->
                new Story(
                    Item.of(store, tx, filing),
                    store.audit().about(tx, filing.lane().complaint().value()).stream()
                        .map(Event::of)
                        .toList()));
  }
}
