package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Spell;
import id.aduan.lapor.delivery.TargetState.Standing;
import id.aduan.lapor.delivery.TargetStates;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The states of the targets in {@code lapor_target}. */
final class JdbcTargetStates implements TargetStates {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcTargetStates.class);
  private static final String TABLE = "lapor_target";
  static final String COLUMNS =
      "name, mode, mode_since, mode_by, mode_reason, troubles, troubled_since, not_before,"
          + " refusals, rate_full_at, retry_full_at, refused_told_at, breaker_told_at,"
          + " late_told_at";
  private static final String SELECT = "select " + COLUMNS + " from lapor_target";

  @Override
  public TargetState get(Tx tx, String target) {
    JdbcTx jdbc = JdbcTx.of(tx);
    return jdbc.known(TABLE, target, TargetState.class)
        .orElseGet(
            () -> {
              TargetState state =
                  jdbc.first(SELECT + " where name = ?", JdbcTargetStates::read, target)
                      .orElseGet(() -> TargetState.unknown(target));
              jdbc.know(TABLE, target, state);
              return state;
            });
  }

  @Override
  public Map<String, TargetState> all(Tx tx) {
    Map<String, TargetState> all = new TreeMap<>();
    JdbcTx.of(tx).list(SELECT, JdbcTargetStates::read).forEach(it -> all.put(it.target(), it));
    return all;
  }

  @Override
  public void put(Tx tx, TargetState state) {
    JdbcTx.of(tx)
        .update(
            "insert into lapor_target (name, mode, mode_since, mode_by, mode_reason, troubles,"
                + " troubled_since, not_before, refusals, rate_full_at, retry_full_at,"
                + " refused_told_at, breaker_told_at, late_told_at)"
                + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (name) do update set"
                + " mode = excluded.mode, mode_since = excluded.mode_since,"
                + " mode_by = excluded.mode_by, mode_reason = excluded.mode_reason,"
                + " troubles = excluded.troubles, troubled_since = excluded.troubled_since,"
                + " not_before = excluded.not_before, refusals = excluded.refusals,"
                + " rate_full_at = excluded.rate_full_at,"
                + " retry_full_at = excluded.retry_full_at,"
                + " refused_told_at = excluded.refused_told_at,"
                + " breaker_told_at = excluded.breaker_told_at,"
                + " late_told_at = excluded.late_told_at",
            state.target(),
            state.standing().mode().name().toLowerCase(Locale.ROOT),
            state.standing().since().toEpochMilli(),
            state.standing().by(),
            state.standing().reason(),
            state.spell().troubles(),
            state.spell().since().toEpochMilli(),
            state.spell().notBefore().toEpochMilli(),
            state.spell().refusals(),
            state.rateFullAt(),
            state.retryFullAt(),
            told(state, Alert.Kind.CREDENTIALS_REFUSED),
            told(state, Alert.Kind.BREAKER_OPENED),
            told(state, Alert.Kind.ENTRIES_LATE));
    JdbcTx.of(tx).know(TABLE, state.target(), state);
  }

  private static long told(TargetState state, Alert.Kind kind) {
    Instant at = state.told().get(kind);
    return at == null ? 0 : at.toEpochMilli();
  }

  private static TargetState read(ResultSet row) throws SQLException {
    String name = row.getString(1);
    Standing standing =
        new Standing(
            mode(name, row.getString(2)), time(row, 3), row.getString(4), row.getString(5));
    Spell spell = new Spell(row.getInt(6), time(row, 7), time(row, 8), row.getInt(9));
    Map<Alert.Kind, Instant> told = new EnumMap<>(Alert.Kind.class);
    putTold(told, Alert.Kind.CREDENTIALS_REFUSED, row.getLong(12));
    putTold(told, Alert.Kind.BREAKER_OPENED, row.getLong(13));
    putTold(told, Alert.Kind.ENTRIES_LATE, row.getLong(14));
    return new TargetState(name, standing, spell, row.getLong(10), row.getLong(11), told);
  }

  /** A word that this version does not know must not let anything out: a person resumes it. */
  private static Mode mode(String name, String word) {
    Optional<Mode> known = modeOf(word);
    if (known.isEmpty()) {
      LOG.error("the mode of {} is a word of no version; it counts as paused", name);
    }
    return known.orElse(Mode.PAUSED);
  }

  static Optional<Mode> modeOf(String word) {
    return Stream.of(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  private static void putTold(Map<Alert.Kind, Instant> told, Alert.Kind kind, long at) {
    if (at > 0) {
      told.put(kind, Instant.ofEpochMilli(at));
    }
  }
}
