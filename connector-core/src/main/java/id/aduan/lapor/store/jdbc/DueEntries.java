package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is due at a target: heads of lanes that wait or are uncertain. Costs what is due and
 * not what is stored (C10).
 */
final class DueEntries {
  /** What is due, by what it takes; each has an index of its own. */
  private enum Kind {
    FIRST("head = 1 and state = 0 and attempts = 0", false, false),
    AGAIN("head = 1 and state = 0 and attempts > 0", true, false),
    UNSURE("head = 1 and state = 2 and attempts < 2", false, true),
    UNSURE_AGAIN("head = 1 and state = 2 and attempts > 1", true, true);

    private final String condition;
    private final boolean repeat;
    private final boolean lookUp;

    Kind(String condition, boolean repeat, boolean lookUp) {
      this.condition = condition;
      this.repeat = repeat;
      this.lookUp = lookUp;
    }

    /** Those of which the share allows any. */
    static List<Kind> of(Share share) {
      return Stream.of(values()).filter(kind -> kind.max(share) > 0).toList();
    }

    /** How many of these the share allows. */
    int max(Share share) {
      return share.lookUpsOnly() && !lookUp ? 0 : repeat ? share.repeatsMax() : share.max();
    }
  }

  private DueEntries() {}

  /**
   * An entry that is due.
   *
   * @param repeat whether it takes of the retry budget
   */
  record Due(long id, boolean repeat) {}

  /** One question for all kinds, so that a target costs the same few statements whatever waits. */
  static List<Due> upTo(Tx tx, String target, Share share, Instant now) {
    List<Kind> kinds = Kind.of(share);
    if (kinds.isEmpty()) {
      return List.of();
    }
    long at = now.toEpochMilli();
    List<Object> values = new ArrayList<>();
    for (Kind kind : kinds) {
      values.addAll(
          kind.lookUp
              ? List.of(target, at, at, kind.max(share))
              : List.of(target, at, kind.max(share)));
    }
    // No node's time goes back, so after the database's clock was put back they differ. What a far
    // end may still be storing (C7) is due when it is by the database's own.
    String due = " and due_at <= ?";
    String dueByAll = due + " and due_at <= " + JdbcTx.of(tx).leaseClock();
    return JdbcTx.of(tx)
        .list(
            "select id, again from ("
                + each(
                    kinds, kind -> (kind.lookUp ? dueByAll : due) + " order by due_at, id limit ?")
                + ") due order by due_at, id",
            row -> new Due(row.getLong(1), row.getInt(2) == 1),
            values.toArray());
  }

  /** What is asked of each kind, which has an index of its own. */
  private static String each(List<Kind> kinds, Function<Kind, String> rest) {
    return kinds.stream()
        .map(
            kind ->
                "select * from (select id, due_at, %d as again from lapor_outbox where target = ?"
                        .formatted(kind.repeat ? 1 : 0)
                    + " and "
                    + kind.condition
                    + rest.apply(kind)
                    + ") "
                    + kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" union all "));
  }

  /** When the next one is due, if any waits. */
  static Optional<Instant> next(Tx tx, String target, Share share) {
    List<Kind> kinds = Kind.of(share);
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return JdbcTx.of(tx)
        .first(
            "select due_at from ("
                + each(kinds, kind -> " order by due_at, id limit 1")
                + ") next order by due_at limit 1",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            Collections.nCopies(kinds.size(), target).toArray());
  }
}
