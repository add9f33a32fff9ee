package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private final Mapping old;
  private final Mapping next;
  private final Map<List<List<String>>, Long> ways = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private long compared;
  private long byPerson;
  private long moved;
  private long otherwise;

  private MappingDiff(Mapping old, Mapping next) {
    this.old = old;
    this.next = next;
  }

  /**
   * What it came to.
   *
   * @param from the version that the cases are compared by
   * @param to the other one
   * @param compared how many open cases were
   * @param byPerson open cases that a person assigned, which were not
   * @param unread cases whose rows are damaged
   * @param moved how many would go elsewhere
   * @param otherwise how many would go to the same agencies with another flag, priority or wait
   * @param ways from where to where, the most frequent first, at most {@link #WAYS_MAX}
   * @param moves the first {@link #MOVES_MAX} of them, in order of arrival
   */
  public record Report(
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
  public static Report of(CaseStore store, Mapping old, Mapping next) {
    MappingDiff diff = new MappingDiff(old, next);
    List<TrackingId> open =
        store.read(tx -> store.complaints().standings(tx)).stream()
            .filter(it -> !StatusEvents.ends(new Status(it.stage(), Actor.UNKNOWN, "")))
            .map(Complaints.Standing::id)
            .toList();
    long unread = CasePages.each(store, open, diff::compare);
    return new Report(
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

  private void compare(CaseRecord record) {
    if (record
        .assigned()
        .filter(it -> it.rule().equals(CaseRecord.Assignment.PERSON))
        .isPresent()) {
      byPerson++;
      return;
    }
    compared++;
    Question question = Question.of(record.complaint());
    Routing before = old.route(question);
    Routing after = next.route(question);
    if (!before.agencies().equals(after.agencies())) {
      moved++;
      ways.merge(List.of(before.agencies(), after.agencies()), 1L, Long::sum);
      if (moves.size() < MOVES_MAX) {
        moves.add(move(record.complaint().id(), before, after));
      }
    } else if (before.confirm() != after.confirm()
        || !before.flags().equals(after.flags())
        || !before.priority().equals(after.priority())) {
      otherwise++;
    }
  }

  private static Move move(TrackingId id, Routing before, Routing after) {
    String rule = after.rule().isEmpty() ? after.reason().name() : after.rule();
    return new Move(id.value(), before.agencies(), after.agencies(), rule, after.where());
  }
}
