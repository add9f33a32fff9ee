package id.aduan.lapor.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who has the portal's institutions, and since when. */
record Institutions(Map<String, List<Institutions.Span>> byId) {

  Institutions {
    byId = new TreeMap<>(byId);
  }

  /**
   * Who has the institution for what was received on that day. What is older than the first line
   * goes by the first, for it was disposed later; without a day the last line counts.
   */
  Optional<Target> find(String id, Optional<LocalDate> day) {
    List<Span> spans = byId.getOrDefault(id, List.of());
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    Span last = spans.get(spans.size() - 1);
    if (day.isEmpty()) {
      return Optional.of(last.target());
    }
    return spans.stream()
        .filter(span -> !day.get().isAfter(span.until()))
        .findFirst()
        .map(Span::target);
  }

  Stream<Target> targets() {
    return byId.values().stream().flatMap(List::stream).map(Span::target);
  }

  /**
   * One line of the file; those of one id are in the order of their days.
   *
   * @param from {@link LocalDate#MIN} if not written
   * @param until the last day; {@link LocalDate#MAX} if not written
   */
  record Span(LocalDate from, LocalDate until, Target target) {
    /** The first line of an id stands for what is older as well. */
    Span withAllBefore() {
      return new Span(LocalDate.MIN, until, target);
    }
  }
}
