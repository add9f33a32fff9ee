package id.aduan.lapor.documents.recap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A column of a list.
 *
 * @param name in templates and in the CSV
 * @param cell of an item of the list
 */
record Column<T>(String name, BiFunction<Recap, T, Cell> cell) {
  static <T> Column<T> text(String name, Function<T, String> text) {
    return text(name, (recap, item) -> text.apply(item));
  }

  static <T> Column<T> text(String name, BiFunction<Recap, T, String> text) {
    return new Column<>(name, (recap, item) -> new Cell.Text(text.apply(recap, item)));
  }

  static <T> Column<T> count(String name, ToLongFunction<T> number) {
    return new Column<>(name, (recap, item) -> new Cell.Count(number.applyAsLong(item)));
  }

  static <T> Column<T> moment(String name, Function<T, Optional<Instant>> at) {
    return new Column<>(
        name,
        (recap, item) ->
            at.apply(item).<Cell>map(it -> new Cell.Moment(local(recap, it))).orElse(Cell.NOTHING));
  }

  static <T> Column<T> day(String name, Function<T, Optional<LocalDate>> date) {
    return new Column<>(
        name, (recap, item) -> date.apply(item).<Cell>map(Cell.Day::new).orElse(Cell.NOTHING));
  }

  static LocalDateTime local(Recap recap, Instant at) {
    return LocalDateTime.ofInstant(at, recap.head().zone()).withNano(0);
  }
}
