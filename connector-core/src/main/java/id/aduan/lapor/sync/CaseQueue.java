package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the coordinator as one list, oldest first: what waits by itself, and what agencies
 * gave back. Safe for use by many threads.
 */
public record CaseQueue(CaseStore store) {
  /** The most that are told at once. */
  public static final int ITEMS_MAX = 1_000;

  /** The most that are passed over, to read on. */
  public static final int SKIPPED_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(CaseQueue.class);

  /** For what a case waits. */
  public enum Kind {
    /** An agency gave it back as not its authority (bukan wewenang). */
    RETURN("dikembalikan instansi"),
    /** It does not go out before a person says to whom. */
    CONFIRMATION("menunggu konfirmasi"),
    /** No rule names an agency for it: it went to the default queue. */
    DEFAULT("antrean umum"),
    /** The portal has disposed it elsewhere than the rules, or a person, would have it. */
    DISAGREEMENT("beda disposisi"),
    /** The portal and an agency say different things of it. */
    DIFFERENCE("beda status");

    private final String indonesian;

    Kind(String indonesian) {
      this.indonesian = indonesian;
    }

    /** What officials call it. */
    String indonesian() {
      return indonesian;
    }

    Optional<Waitings.Kind> waiting() {
      return switch (this) {
        case RETURN -> Optional.empty();
        case CONFIRMATION -> Optional.of(Waitings.Kind.CONFIRMATION);
        case DEFAULT -> Optional.of(Waitings.Kind.DEFAULT);
        case DISAGREEMENT -> Optional.of(Waitings.Kind.DISAGREEMENT);
        case DIFFERENCE -> Optional.of(Waitings.Kind.DIFFERENCE);
      };
    }

    static Kind of(Waitings.Kind kind) {
      return switch (kind) {
        case CONFIRMATION -> CONFIRMATION;
        case DEFAULT -> DEFAULT;
        case DISAGREEMENT -> DISAGREEMENT;
        case DIFFERENCE -> DIFFERENCE;
      };
    }
  }

  /**
   * What is asked for.
   *
   * @param agency who has the case, gave it back, or is proposed for it
   * @param skip how many of the oldest are passed over, to read on
   * @param max at most {@link #ITEMS_MAX}
   */
  public record Filter(Optional<Kind> kind, Optional<AgencyCode> agency, int skip, int max) {
    /** All of it, from the beginning. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), 0, ITEMS_MAX);

    public Filter {
      if (skip < 0 || skip > SKIPPED_MAX || max < 1 || max > ITEMS_MAX) {
        throw new IllegalArgumentException(
            "a list passes over 0 to %d and tells 1 to %d".formatted(SKIPPED_MAX, ITEMS_MAX));
      }
    }
  }

  /**
   * A case that waits.
   *
   * @param agencies who has it, or who is proposed for it; the first leads
   * @param detail for what, in codes and numbers, and of a return the agency's own word; empty
   *     where its row is damaged
   * @param proposal by what it is confirmed, if an agency is proposed for it
   * @param asked whether the portal is asked to have it elsewhere, and has not done so
   */
  public record Item(
      TrackingId complaint,
      Kind kind,
      List<AgencyCode> agencies,
      String detail,
      Instant since,
      Optional<String> proposal,
      boolean asked) {
    public Item {
      agencies = List.copyOf(agencies);
    }
  }

  /**
   * A part of the list.
   *
   * @param more whether others follow
   */
  public record Page(List<Item> items, boolean more) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** Lists; fails with {@link id.aduan.lapor.failure.StoreException} when it cannot be read. */
  public Page list(Tx tx, Filter filter) {
    int wanted = filter.skip() + filter.max() + 1;
    List<Found> all = new ArrayList<>();
    if (filter.kind().filter(kind -> kind != Kind.RETURN).isEmpty()) {
      returns(tx, filter, wanted)
          .forEach(each -> all.add(new Found(each.since(), () -> item(tx, each))));
    }
    if (!filter.kind().equals(Optional.of(Kind.RETURN))) {
      waitings(tx, filter, wanted)
          .forEach(each -> all.add(new Found(each.since(), () -> item(tx, each))));
    }
    List<Found> found =
        all.stream()
            .sorted(Comparator.comparing(Found::since))
            .skip(filter.skip())
            .limit(filter.max() + 1L)
            .toList();
    return new Page(
        found.stream().limit(filter.max()).map(each -> each.item().get()).toList(),
        found.size() > filter.max());
  }

  /**
   * One that is on the list, and perhaps not on the page.
   *
   * @param item reads the case
   */
  private record Found(Instant since, Supplier<Item> item) {}

  private List<Returns.Waiting> returns(Tx tx, Filter filter, int max) {
    return filter.agency().isPresent()
        ? store.returns().waiting(tx, filter.agency().get(), max)
        : store.returns().waiting(tx, max);
  }

  private List<Waitings.Waiting> waitings(Tx tx, Filter filter, int max) {
    Optional<Waitings.Kind> kind = filter.kind().flatMap(Kind::waiting);
    return filter.agency().isPresent()
        ? store.waitings().waiting(tx, kind, filter.agency().get(), max)
        : store.waitings().waiting(tx, kind, max);
  }

  /** How many wait, by kind; each kind has a number. */
  public Map<Kind, Long> counts(Tx tx) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0L);
    }
    counts.put(Kind.RETURN, store.returns().count(tx));
    store.waitings().counts(tx).forEach((kind, count) -> counts.put(Kind.of(kind), count));
    return counts;
  }

  private Item item(Tx tx, Returns.Waiting each) {
    return new Item(
        each.complaint(),
        Kind.RETURN,
        List.of(each.agency()),
        each.word(),
        each.since(),
        Optional.empty(),
        GivingBack.isPending(store, tx, each.complaint()));
  }

  private Item item(Tx tx, Waitings.Waiting each) {
    Optional<Proposal> proposed =
        each.kind() == Waitings.Kind.CONFIRMATION
            ? Proposal.parse(each.detail())
            : Optional.empty();
    return new Item(
        each.complaint(),
        Kind.of(each.kind()),
        proposed.map(Proposal::agencies).orElseGet(() -> with(tx, each.complaint())),
        each.detail(),
        each.since(),
        proposed.map(it -> Proposal.mark(each.detail())),
        GivingBack.isPending(store, tx, each.complaint()));
  }

  /** Of a case whose rows are damaged nobody can tell whose it is; it waits all the same. */
  private List<AgencyCode> with(Tx tx, TrackingId id) {
    try {
      return store
          .complaints()
          .find(tx, id)
          .map(record -> CaseLegs.newest(new CaseLegs(store).of(tx, record)))
          .orElse(List.of())
          .stream()
          .filter(leg -> leg.state() != Leg.State.MOVED)
          .sorted(Comparator.comparing(leg -> !leg.lead()))
          .map(Leg::agency)
          .toList();
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; it is listed without its agencies", e.getMessage());
      return List.of();
    }
  }
}
