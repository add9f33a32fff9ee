package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is due at a target: heads of lanes that wait or are uncertain. Costs what is due and
 * not what is stored (C10).
 */
final class DueEntries {
  /** What is due, by what it takes; each has an index of its own. */
  enum Kind {
    FIRST("head = 1 and state = 0 and attempts = 0", false, false),
    // Those that follow are of entries that failed before: most of the time there is none.
    AGAIN("head = 1 and state = 0 and attempts > 0", true, false),
    UNSURE("head = 1 and state = 2 and attempts < 2", false, true),
    UNSURE_AGAIN("head = 1 and state = 2 and attempts > 1", true, true);

    /** The order is that of each one's index, so that nothing but its first entry is read. */
    static final String ANY =
        Stream.of(AGAIN, UNSURE, UNSURE_AGAIN)
            .map(
                kind ->
                    "select '"
                        + kind.name()
                        + "' from (select id from lapor_outbox where "
                        + kind.condition
                        + " order by target, due_at, id limit 1) "
                        + kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" union all "));

    private final String condition;
    private final boolean repeat;
    private final boolean lookUp;

    Kind(String condition, boolean repeat, boolean lookUp) {
      this.condition = condition;
      this.repeat = repeat;
      this.lookUp = lookUp;
    }

    /** Those of which the share allows any, and of which the store has any. */
    static List<Kind> of(Tx tx, Share share) {
      List<Kind> allowed = Stream.of(values()).filter(kind -> kind.max(share) > 0).toList();
      if (allowed.stream().allMatch(FIRST::equals)) {
        return allowed;
      }
      Seen seen = seen(tx);
      return allowed.stream().filter(kind -> kind == FIRST || seen.kinds.contains(kind)).toList();
    }

    /**
     * Asked once in a transaction, while nothing but claims, ends and whose turn it is change the
     * table: what gets its turn by an end was never tried before.
     */
    private static Seen seen(Tx tx) {
      JdbcTx jdbc = JdbcTx.of(tx);
      return jdbc.known(TABLE, Seen.class, Seen.class)
          .orElseGet(
              () -> {
                Seen seen =
                    new Seen(
                        Set.copyOf(jdbc.listPastQueue(ANY, row -> Kind.valueOf(row.getString(1)))));
                jdbc.know(TABLE, Seen.class, seen);
                return seen;
              });
    }

    /** How many of these the share allows. */
    int max(Share share) {
      return share.lookUpsOnly() && !lookUp ? 0 : repeat ? share.repeatsMax() : share.max();
    }
  }

  /**
   * The kinds of which some target has an entry, but for {@code FIRST}. One entry at one target has
   * all targets asked for its kind, which costs time and nothing else.
   */
  private record Seen(Set<Kind> kinds) {}

  private static final String TABLE = "lapor_outbox";
  private static final List<Kind> FIRST_ALONE = List.of(Kind.FIRST);
  static final String FIRST_DUE =
      "select "
          + OutboxRow.COLUMNS
          + " from lapor_outbox where target = ? and "
          + Kind.FIRST.condition
          + " and due_at <= ? order by due_at, id limit ?";
  static final String FIRST_NEXT =
      "select due_at from lapor_outbox where target = ? and "
          + Kind.FIRST.condition
          + " order by due_at, id limit 1";

  private DueEntries() {}

  /**
   * An entry that is due.
   *
   * @param repeat whether it takes of the retry budget
   * @param row reads it, and is empty where another session holds it; throws what a damaged one
   *     does
   */
  record Due(long id, boolean repeat, Supplier<Optional<OutboxRow>> row) {
    /** One that is read with all others. */
    private static Due first(ResultSet row) throws SQLException {
      try {
        OutboxRow sound = OutboxRow.readChecked(row);
        return new Due(sound.id(), false, () -> Optional.of(sound));
      } catch (CorruptRowException | IllegalArgumentException e) {
        return new Due(
            row.getLong(1),
            false,
            () -> {
              throw e;
            });
      }
    }
  }

  /**
   * One question for the kinds that there are, so that a target costs the same few statements
   * whatever waits.
   */
  static List<Due> upTo(Tx tx, String target, Share share, Instant now) {
    List<Kind> kinds = Kind.of(tx, share);
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
    // What waits to be written is of other targets: whoever claims sends the rest first.
    JdbcTx jdbc = JdbcTx.of(tx);
    return kinds.equals(FIRST_ALONE)
        ? jdbc.listPastQueue(FIRST_DUE + jdbc.skipLocked(), Due::first, values.toArray())
        : jdbc.listPastQueue(
            dueSql(jdbc, kinds),
            row -> {
              long id = row.getLong(1);
              return new Due(id, row.getInt(2) == 1, () -> OutboxRow.claimable(tx, id));
            },
            values.toArray());
  }

  private static String dueSql(JdbcTx tx, List<Kind> kinds) {
    // No node's time goes back, so after the database's clock was put back they differ. What a far
    // end may still be storing (C7) is due when it is by the database's own.
    String due = " and due_at <= ?";
    String dueByAll = due + " and due_at <= " + tx.leaseClock();
    return "select id, again from ("
        + each(kinds, kind -> (kind.lookUp ? dueByAll : due) + " order by due_at, id limit ?")
        + ") due order by due_at, id";
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
    List<Kind> kinds = Kind.of(tx, share);
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return JdbcTx.of(tx)
        .first(
            kinds.equals(FIRST_ALONE) ? FIRST_NEXT : nextSql(kinds),
            row -> Instant.ofEpochMilli(row.getLong(1)),
            Collections.nCopies(kinds.size(), target).toArray());
  }

  private static String nextSql(List<Kind> kinds) {
    return "select due_at from ("
        + each(kinds, kind -> " order by due_at, id limit 1")
        + ") next order by due_at limit 1";
  }
}
