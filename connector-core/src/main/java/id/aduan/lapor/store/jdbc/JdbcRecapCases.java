package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcTx.RowReader;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.RecapCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The cases of a page with what belongs to them: each table is asked once. */
final class JdbcRecapCases implements RecapCases {
  private static final String RANGE = "tracking_id > ? and tracking_id <= ?";
  private static final String IN_RANGE = " where " + RANGE + " order by tracking_id, id";
  private static final String CASES =
      "select "
          + JdbcComplaints.COLUMNS
          + " from lapor_complaint where tracking_id > ? order by tracking_id limit ?";
  private static final String CLOCKS =
      "select " + JdbcClocks.COLUMNS + " from " + JdbcClocks.TABLE + IN_RANGE;
  private static final String LEGS =
      "select " + JdbcLegs.COLUMNS + " from " + JdbcLegs.TABLE + IN_RANGE;
  private static final String GONE =
      "select "
          + JdbcFollows.COLUMNS
          + " from "
          + JdbcFollows.TABLE
          + " where phase = 'GONE' and "
          + RANGE;
  private static final String FILES =
      "select tracking_id, count(*) from "
          + JdbcFiles.TABLE
          + " where state in ('HERE', 'QUARANTINED') and "
          + RANGE
          + " group by tracking_id";
  private final JdbcComplaints complaints;

  JdbcRecapCases(Sealer sealer) {
    this.complaints = new JdbcComplaints(sealer);
  }

  /** Behind one tracking id, up to another. */
  private record Range(String after, String last) {}

  /** A row that was read, or that is damaged. */
  private record Row<T>(String id, Optional<T> read) {
    /** What is damaged is named by its case; 'store verify' says more of it. */
    static <T> RowReader<Row<T>> of(RowReader<T> reader) {
      return row -> {
        String id = row.getString(1);
        try {
          return new Row<>(id, Optional.of(reader.read(row)));
        } catch (LaporException | IllegalArgumentException e) {
          return new Row<>(id, Optional.empty());
        }
      };
    }
  }

  @Override
  public Page page(Tx tx, String after, int max) {
    List<Row<CaseRecord>> cases = new ArrayList<>();
    int found = cases(tx, after, max, cases);
    if (cases.isEmpty()) {
      return new Page(List.of(), List.of(), Optional.empty());
    }
    String last = cases.get(cases.size() - 1).id();
    Range range = new Range(after, last);
    Set<String> damaged = new TreeSet<>();
    Map<String, List<CaseClocks>> clocks = each(tx, CLOCKS, JdbcClocks::read, range, damaged);
    Map<String, List<Leg>> legs = each(tx, LEGS, JdbcLegs::read, range, damaged);
    Map<String, List<Follow>> gone = each(tx, GONE, JdbcFollows::read, range, damaged);
    Map<String, List<Integer>> files = each(tx, FILES, row -> row.getInt(2), range, damaged);
    cases.stream().filter(row -> row.read().isEmpty()).forEach(row -> damaged.add(row.id()));
    List<Told> told =
        cases.stream()
            .filter(row -> !damaged.contains(row.id()))
            .map(
                row ->
                    new Told(
                        row.read().orElseThrow(),
                        first(clocks, row.id()),
                        legs.getOrDefault(row.id(), List.of()),
                        first(gone, row.id()),
                        first(files, row.id()).orElse(0)))
            .toList();
    boolean more = found == max || found > cases.size();
    return new Page(told, List.copyOf(damaged), more ? Optional.of(last) : Optional.empty());
  }

  /** Reads until there is enough; gives how many there were in all. */
  private int cases(Tx tx, String after, int max, List<Row<CaseRecord>> into) {
    long[] bytes = {0};
    RowReader<Row<CaseRecord>> reader = Row.of(complaints::read);
    return JdbcTx.of(tx)
        .each(
            CASES,
            row -> {
              if (bytes[0] < PAGE_BYTES_MAX) {
                into.add(reader.read(row));
                bytes[0] += row.getBytes(JdbcComplaints.DOCUMENT).length;
              }
            },
            after,
            max);
  }

  private static <T> Optional<T> first(Map<String, List<T>> found, String id) {
    return found.getOrDefault(id, List.of()).stream().findFirst();
  }

  private static <T> Map<String, List<T>> each(
      Tx tx, String sql, RowReader<T> reader, Range range, Set<String> damaged) {
    Map<String, List<T>> found = new HashMap<>();
    JdbcTx.of(tx)
        .list(sql, Row.of(reader), range.after(), range.last())
        .forEach(
            row ->
                row.read()
                    .ifPresentOrElse(
                        it -> found.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(it),
                        () -> damaged.add(row.id())));
    return found;
  }
}
