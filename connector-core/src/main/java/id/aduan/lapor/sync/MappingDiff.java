package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which of the open cases another mapping would send elsewhere; only reads, and moves none: a case
 * keeps the version that routed it (D8). Not for use by several threads.
 */
public final class MappingDiff {
  /** So many cases are named. */
  public static final int MOVES_MAX = 1_000;

  /** So many ways from one to another are counted one by one. */
  public static final int WAYS_MAX = 200;

  private final CaseLegs legs;
  private final Basis basis;
  private final Mapping old;
  private final Mapping next;
  private final Map<List<List<String>>, Long> ways = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private long compared;
  private long byPerson;
  private long moved;
  private long otherwise;

  private MappingDiff(CaseStore store, Basis basis, Mapping old, Mapping next) {
    this.legs = new CaseLegs(store);
    this.basis = basis;
    this.old = old;
    this.next = next;
  }

  /** What a decision of the other mapping is held against. */
  public enum Basis {
    /** Where the case is; of one that is nowhere yet, what the mapping that counts decides. */
    PRESENT,
    /** What the first of the two mappings decides, wherever the case is. */
    DECIDED
  }

  /**
   * What it came to.
   *
   * @param from the version that the cases are compared by
   * @param to the other one
   * @param compared how many open cases were
   * @param byPerson open cases that a person assigned in whole or in part, which were not
   * @param unread cases whose rows are damaged, or that no key opens
   * @param moved how many would go elsewhere
   * @param otherwise how many would go to the same agencies with another flag, priority or wait
   * @param ways from where to where, the most frequent first, at most {@link #WAYS_MAX}
   * @param moves the first {@link #MOVES_MAX} of them, in order of arrival
   */
  public record Report(
      Basis basis,
      String from,
      String to,
      long compared,
      long byPerson,
      long unread,
      long moved,
      long otherwise,
      List<Way> ways,
      List<Move> moves) {
    public Report {
      ways = List.copyOf(ways);
      moves = List.copyOf(moves);
    }
  }

  /** How many would go from these agencies to those. */
  public record Way(List<String> from, List<String> to, long cases) {}

  /**
   * A case that would go elsewhere.
   *
   * @param rule the name of the rule that would decide, or else its kind
   * @param where the line of the new mapping that would decide
   */
  public record Move(
      String trackingId, List<String> from, List<String> to, String rule, String where) {}

  /**
   * Compares.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public static Report of(CaseStore store, Basis basis, Mapping old, Mapping next) {
    MappingDiff diff = new MappingDiff(store, basis, old, next);
    List<TrackingId> open =
        store.read(tx -> store.complaints().standings(tx)).stream()
            .filter(it -> !StatusEvents.ends(new Status(it.stage(), Actor.UNKNOWN, "")))
            .map(Complaints.Standing::id)
            .toList();
    long unread = CasePages.each(store, open, diff::compare);
    return new Report(
        basis,
        old.version(),
        next.version(),
        diff.compared,
        diff.byPerson,
        unread,
        diff.moved,
        diff.otherwise,
        diff.ways.entrySet().stream()
            .map(it -> new Way(it.getKey().get(0), it.getKey().get(1), it.getValue()))
            .sorted(
                Comparator.comparingLong(Way::cases)
                    .reversed()
                    .thenComparing(it -> it.from() + " " + it.to()))
            .limit(WAYS_MAX)
            .toList(),
        diff.moves);
  }

  private void compare(Tx tx, CaseRecord record) {
    List<Leg> open = CaseLegs.open(legs.of(tx, record));
    if (open.stream().anyMatch(it -> it.why().rule().equals(CaseRecord.Assignment.PERSON))) {
      byPerson++;
      return;
    }
    compared++;
    Question question = Question.of(record.complaint());
    Routing before = old.route(question);
    Routing after = next.route(question);
    List<String> from =
        basis == Basis.DECIDED || open.isEmpty() ? before.agencies() : present(open);
    if (!isSame(from, after.agencies())) {
      moved++;
      ways.merge(List.of(from, after.agencies()), 1L, Long::sum);
      if (moves.size() < MOVES_MAX) {
        moves.add(move(record.complaint().id(), from, after));
      }
    } else if (before.confirm() != after.confirm()
        || !before.flags().equals(after.flags())
        || !before.priority().equals(after.priority())) {
      otherwise++;
    }
  }

  /** The one that leads goes first, as in a decision. */
  private static List<String> present(List<Leg> open) {
    return open.stream()
        .sorted(Comparator.comparing(Leg::lead).reversed())
        .map(it -> it.agency().value())
        .distinct()
        .toList();
  }

  /** Who leads matters, the order of the others does not. */
  private static boolean isSame(List<String> from, List<String> to) {
    return from.get(0).equals(to.get(0)) && new HashSet<>(from).equals(new HashSet<>(to));
  }

  private static Move move(TrackingId id, List<String> from, Routing after) {
    String rule = after.rule().isEmpty() ? after.reason().name() : after.rule();
    return new Move(id.value(), from, after.agencies(), rule, after.where());
  }
}
