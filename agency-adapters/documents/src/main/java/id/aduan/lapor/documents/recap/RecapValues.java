package id.aduan.lapor.documents.recap;

import id.aduan.lapor.documents.recap.RecapColumns.Numbered;
import id.aduan.lapor.documents.recap.RecapFigures.Count;
import id.aduan.lapor.sync.RecapRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the placeholders of a template stand for. */
final class RecapValues {
  /** The places of one value each. */
  private static final Map<String, Function<Recap, Cell>> SINGLES =
      Map.ofEntries(
          single("pemerintah", it -> text(it.names().authority())),
          single("instansi", it -> text(agency(it))),
          single("periode", it -> text(it.head().title())),
          single("dari", it -> new Cell.Day(it.head().from())),
          single("sampai", it -> new Cell.Day(it.head().to())),
          single("dibuat", it -> new Cell.Moment(Column.local(it, it.head().madeAt()))),
          single("zona", it -> text(it.head().zone().getId())),
          single("diterima", it -> new Cell.Count(it.figures().received())),
          single("sisa", it -> new Cell.Count(it.figures().carried())),
          single("dijawab", it -> new Cell.Count(it.figures().answered())),
          single("ditutup", it -> new Cell.Count(it.figures().closed())),
          single("terbuka", it -> new Cell.Count(it.figures().open())),
          single("terlambat", it -> new Cell.Count(it.figures().overdue())),
          single("takdikenal", it -> new Cell.Count(it.figures().unknown())),
          single("tiada", it -> new Cell.Count(it.figures().gone())),
          single("takterbaca", it -> new Cell.Count(it.figures().damagedCases())),
          single("rusak", it -> text(RecapWords.damaged(it.figures()))),
          single("rahasia", it -> text(RecapWords.secrets(it.head().withSecret()))));

  /** The lists, each with its columns. */
  private static final Map<String, Listing<?>> LISTINGS =
      Map.of(
          "status", counts(RecapFigures::byStatus, (it, key) -> RecapWords.standing(key)),
          "klasifikasi", counts(RecapFigures::byClassification, (it, key) -> RecapWords.kind(key)),
          "perangkat", counts(RecapFigures::byAgency, (it, key) -> it.names().agency(key)),
          "kanal", counts(RecapFigures::byChannel, (it, key) -> RecapWords.channel(key)),
          "waktu", of(RecapColumns.CLOCKS, it -> it.figures().clocks()),
          "lambat",
              new Listing<>(
                  RecapColumns.OVERDUE, it -> it.figures().overdue(), RecapValues::overdue),
          "register",
              new Listing<>(
                  RecapColumns.REGISTER, it -> it.figures().received(), RecapValues::received));

  static final Set<String> SINGLE = Set.copyOf(SINGLES.keySet());

  /** The lists, each with what its rows have. */
  static final Map<String, Set<String>> LISTS =
      LISTINGS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> it.getValue().names()));

  private final Recap recap;

  RecapValues(Recap recap) {
    this.recap = recap;
  }

  /** Takes the rows of a list, each as what stands under its columns' names. */
  @FunctionalInterface
  interface Taker {
    void take(Function<String, @Nullable Cell> row) throws IOException;
  }

  /** Takes items. */
  @FunctionalInterface
  private interface Items<T> {
    void take(T item) throws IOException;
  }

  /** Shows the items of a list in turn. */
  @FunctionalInterface
  private interface Source<T> {
    void each(Recap recap, Items<T> items) throws IOException;
  }

  /** A list: what its rows have, how many there are, and which. */
  private record Listing<T>(
      Map<String, Column<T>> columns, Function<Recap, Long> size, Source<T> source) {
    Listing(List<Column<T>> columns, Function<Recap, Long> size, Source<T> source) {
      this(
          columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, it -> it)),
          size,
          source);
    }

    Set<String> names() {
      return columns.keySet();
    }

    void each(Recap recap, Taker taker) throws IOException {
      source.each(recap, item -> taker.take(name -> cell(recap, item, name)));
    }

    private @Nullable Cell cell(Recap recap, T item, String name) {
      Column<T> column = columns.get(name);
      return column == null ? null : column.cell().apply(recap, item);
    }
  }

  private static Map.Entry<String, Function<Recap, Cell>> single(
      String name, Function<Recap, Cell> value) {
    return Map.entry(name, value);
  }

  private static Listing<Count> counts(
      Function<RecapFigures, List<Count>> which, BiFunction<Recap, String, String> name) {
    return of(RecapColumns.counts(name), it -> which.apply(it.figures()));
  }

  private static <T> Listing<T> of(List<Column<T>> columns, Function<Recap, List<T>> items) {
    return new Listing<>(
        columns,
        recap -> (long) items.apply(recap).size(),
        (recap, into) -> {
          for (T item : items.apply(recap)) {
            into.take(item);
          }
        });
  }

  private static void overdue(Recap recap, Items<Numbered> items) throws IOException {
    long[] number = {0};
    recap.rows().overdue(row -> items.take(new Numbered(++number[0], row)));
  }

  private static void received(Recap recap, Items<Numbered> items) throws IOException {
    long[] number = {0};
    recap
        .rows()
        .each(
            row -> {
              if (row.part() == RecapRow.Part.RECEIVED) {
                items.take(new Numbered(++number[0], row));
              }
            });
  }

  private static String agency(Recap recap) {
    String agency = recap.head().agency();
    return agency.isEmpty() ? "Semua instansi" : agency;
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  /** A place of one value; none for a name that there is not. */
  @Nullable Cell single(String name) {
    Function<Recap, Cell> value = SINGLES.get(name);
    return value == null ? null : value.apply(recap);
  }

  /** How many rows a list has. */
  long size(String list) {
    return listing(list).size().apply(recap);
  }

  void each(String list, Taker taker) throws IOException {
    listing(list).each(recap, taker);
  }

  private static Listing<?> listing(String list) {
    return Objects.requireNonNull(LISTINGS.get(list), "the template was checked for its lists");
  }
}
