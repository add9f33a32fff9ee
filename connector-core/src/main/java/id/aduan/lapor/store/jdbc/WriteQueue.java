package id.aduan.lapor.store.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has yet to write, table by table and in order, so that rows of many units go
 * out as one batch; and what it knows of those rows, so that the next unit need not ask for them.
 */
final class WriteQueue {
  /** The key under which it is known whether a table has no row, until one is added. */
  static final Object EMPTY = "empty";

  private static final int ROWS_MAX = 1_000;
  private static final Pattern TABLE = Pattern.compile("\\blapor_[a-z_]+");

  /** Of the statements of this program, which are few. */
  private final Map<String, Set<String>> tables = new HashMap<>();

  private final Map<String, List<Row>> queued = new LinkedHashMap<>();
  private final Map<String, Set<Object>> marks = new HashMap<>();
  private final Map<String, Map<Object, Object>> known = new HashMap<>();
  private int rows;

  /** The values of one execution of a statement. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Row(String sql, @Nullable Object[] values) {
    boolean isUpsert() {
      return sql.contains(" do update ");
    }
  }

  /** Adds to what is to be written to the one table of a statement. */
  void add(Row row) {
    for (String table : tablesOf(row.sql())) {
      queued.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
      known.computeIfPresent(table, WriteQueue::withoutEmptiness);
    }
    rows++;
  }

  boolean isFull() {
    return rows >= ROWS_MAX;
  }

  /** Takes what a statement would not see otherwise, as batches of one statement each. */
  void takeFor(String sql, Consumer<List<Row>> write) {
    for (String table : tablesOf(sql)) {
      take(table, write);
    }
  }

  void takeAll(Consumer<List<Row>> write) {
    List.copyOf(queued.keySet()).forEach(table -> take(table, write));
  }

  private void take(String table, Consumer<List<Row>> write) {
    List<Row> taken = queued.remove(table);
    marks.remove(table);
    if (taken != null) {
      rows -= taken.size();
      batches(taken).forEach(write);
    }
  }

  /**
   * Rows that follow each other with one statement. One command may not meet a row twice where it
   * updates, and the first value of such a statement names its row.
   */
  private static List<List<Row>> batches(List<Row> rows) {
    List<List<Row>> batches = new ArrayList<>();
    List<Row> batch = new ArrayList<>();
    Set<@Nullable Object> named = new HashSet<>();
    for (Row row : rows) {
      boolean other = !batch.isEmpty() && !batch.get(0).sql().equals(row.sql());
      if (other || (row.isUpsert() && named.contains(row.values()[0]))) {
        batches.add(batch);
        batch = new ArrayList<>();
        named.clear();
      }
      batch.add(row);
      if (row.isUpsert()) {
        named.add(row.values()[0]);
      }
    }
    batches.add(batch);
    return batches;
  }

  /** What was written or read in this transaction and stands in the table, or will. */
  <T> Optional<T> known(String table, Object key, Class<T> type) {
    return Optional.ofNullable(known.getOrDefault(table, Map.of()).get(key)).map(type::cast);
  }

  private static Map<Object, Object> withoutEmptiness(String table, Map<Object, Object> values) {
    values.remove(EMPTY);
    return values;
  }

  void know(String table, Object key, Object value) {
    known.computeIfAbsent(table, name -> new HashMap<>()).put(key, value);
  }

  /** Marks what is queued for a table, until it is written. */
  void mark(String table, Object mark) {
    marks.computeIfAbsent(table, name -> new HashSet<>()).add(mark);
  }

  boolean isMarked(String table, Object mark) {
    return marks.getOrDefault(table, Set.of()).contains(mark);
  }

  /** A statement changes tables past this queue. */
  void unknow(String sql) {
    tablesOf(sql).forEach(known::remove);
  }

  void clear() {
    queued.clear();
    marks.clear();
    known.clear();
    rows = 0;
  }

  private Set<String> tablesOf(String sql) {
    return tables.computeIfAbsent(
        sql,
        text -> {
          Set<String> found = new HashSet<>();
          Matcher matcher = TABLE.matcher(text);
          while (matcher.find()) {
            found.add(matcher.group());
          }
          return found;
        });
  }
}
