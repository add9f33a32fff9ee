package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.InboxView.SetAside;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What waits for a person (C12), at one moment: deliveries that are parked, and what arrived and
 * was set aside. Its names are those of {@code parked list --json}. Nothing of the contents is in
 * it: they name people.
 *
 * @param more whether there are more than are listed; a narrower question tells of them
 */
public record ParkedReport(Instant at, List<Item> items, boolean more) {
  /** The most that one answer lists. */
  public static final int ITEMS_MAX = 1_000;

  /** What an id looks like. */
  public static final Pattern ID = Pattern.compile("[0-9]{1,18}|in-[0-9a-f]{16}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** What waits. */
  public enum Kind {
    /** A delivery to an agency or the portal; its id is a number. */
    DELIVERY,
    /** Something that the portal or an agency told; its id begins with "in-". */
    ARRIVAL
  }

  /**
   * One thing that waits.
   *
   * @param trackingId the case; empty where what arrived could not be read as far as that
   * @param peer whom it goes to, or who told it and how ({@code portal.webhook})
   * @param operation what was to be done; empty for what arrived
   * @param attempts how often it was tried
   * @param bytes the size of what is kept of it, sealed
   * @param code why it waits: the class of the error
   * @param detail what the far end answered, as far as that is not personal
   * @param eventId the sender's own name for what arrived
   * @param contentHash SHA-256 of what arrived; empty for a delivery
   */
  public record Item(
      String id,
      Kind kind,
      String trackingId,
      String peer,
      String operation,
      int attempts,
      Instant firstAt,
      Instant since,
      long ageSeconds,
      long bytes,
      String code,
      String detail,
      String eventId,
      String contentHash) {}

  /** Lists the oldest that are meant. */
  public static ParkedReport of(CaseStore store, Tx tx, ParkedFilter filter, Instant now) {
    int max = ITEMS_MAX + 1;
    List<Item> found =
        Stream.concat(
                store.outboxView().parked(tx, filter, max).stream().map(it -> item(it, now)),
                store.inboxView().setAside(tx, filter, max).stream().map(it -> item(it, now)))
            .sorted(Comparator.comparing(Item::since))
            .toList();
    boolean more = found.size() > ITEMS_MAX;
    return new ParkedReport(now, more ? found.subList(0, ITEMS_MAX) : found, more);
  }

  /** One thing by its id; empty when nothing waits under it. */
  public static Optional<Item> find(CaseStore store, Tx tx, String id, Instant now) {
    return NUMBER.matcher(id).matches()
        ? store.outboxView().parkedEntry(tx, Long.parseLong(id)).map(it -> item(it, now))
        : store.inboxView().setAside(tx, id).map(it -> item(it, now));
  }

  private static Item item(OutboxView.Parked entry, Instant now) {
    return new Item(
        Long.toString(entry.id()),
        Kind.DELIVERY,
        entry.complaint(),
        entry.target(),
        entry.operation(),
        entry.attempts(),
        entry.createdAt(),
        entry.parkedAt(),
        age(entry.parkedAt(), now),
        entry.bytes(),
        entry.code(),
        entry.detail(),
        "",
        "");
  }

  private static Item item(SetAside arrival, Instant now) {
    return new Item(
        arrival.reference(),
        Kind.ARRIVAL,
        "",
        arrival.source(),
        "",
        0,
        arrival.receivedAt(),
        arrival.receivedAt(),
        age(arrival.receivedAt(), now),
        arrival.bytes(),
        arrival.code(),
        "",
        arrival.eventId(),
        arrival.contentHash());
  }

  private static long age(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
