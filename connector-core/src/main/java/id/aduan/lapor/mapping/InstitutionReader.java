package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Institutions.Span;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads whose the portal's institutions are, by both of their forms. */
final class InstitutionReader {

  static final List<String> KEYS = List.of("id", "agency", "name", "from", "until");
  static final List<String> AGENCY_KEYS = List.of("id", "name", "from", "until");

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,11}");

  private final AgencyCodes codes;
  private final Findings findings;
  private final Map<String, List<Row>> byId = new LinkedHashMap<>();

  InstitutionReader(AgencyCodes codes, Findings findings) {
    this.codes = codes;
    this.findings = findings;
  }

  /** The list of the file itself, each line with its agency. */
  void read(YamlMap file) {
    for (YamlMap row : file.maps("institutions")) {
      row.rejectUnknownKeys(KEYS.toArray(String[]::new));
      row.requireKeys("agency");
      add(row, row.scalar("agency").map(codes::check).orElse(""));
    }
  }

  /** The list below an agency, where a plain number is enough. */
  void read(String agency, YamlMap section) {
    List<Row> rows = new ArrayList<>();
    for (YamlMap row : section.maps("institutions", "id")) {
      row.rejectUnknownKeys(AGENCY_KEYS.toArray(String[]::new));
      add(row, agency).ifPresent(rows::add);
    }
    noticeGap(rows);
  }

  private Optional<Row> add(YamlMap row, String agency) {
    row.requireKeys("id");
    row.optionalString("name");
    LocalDate from = row.optionalLocalDate("from").orElse(LocalDate.MIN);
    LocalDate until = row.optionalLocalDate("until").orElse(LocalDate.MAX);
    if (until.isBefore(from)) {
      row.scalar("until")
          .ifPresent(it -> it.problem("the last day is before the first", "from " + from));
      return Optional.empty();
    }
    Optional<YamlScalar> id = row.scalar("id");
    String digits = id.map(it -> Catalogue.plain(it.text())).orElse("");
    if (id.isPresent() && !ID.matcher(digits).matches()) {
      id.get().problem("the id of an institution is digits, but this is " + id.get().excerpt(), "");
      return Optional.empty();
    }
    return id.map(
        at -> {
          Row read = new Row(at, new Span(from, until, Target.of(agency, at.line())));
          byId.computeIfAbsent(digits, key -> new ArrayList<>()).add(read);
          return read;
        });
  }

  Institutions compile() {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    byId.forEach((id, rows) -> spans.put(id, ordered(id, rows)));
    return new Institutions(spans);
  }

  private List<Span> ordered(String id, List<Row> rows) {
    rows.sort(Comparator.comparing((Row row) -> row.span().from()));
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      Row after = rows.get(i);
      if (!after.span().from().isAfter(before.span().until())) {
        twice(id, before, after);
      } else if (isGap(before.span(), after.span())) {
        after
            .at()
            .problem(
                "nobody has the institution %s from %s to %s"
                    .formatted(
                        id, before.span().until().plusDays(1), after.span().from().minusDays(1)),
                "line %d ends before".formatted(before.at().line()));
      }
    }
    List<Span> spans = new ArrayList<>(rows.stream().map(Row::span).toList());
    spans.set(0, spans.get(0).withAllBefore());
    return spans;
  }

  private static boolean isGap(Span before, Span after) {
    return before.until().plusDays(1).isBefore(after.from());
  }

  /** Told where it is written last. */
  private static void twice(String id, Row before, Row after) {
    boolean laterIsLast = after.at().line() >= before.at().line();
    Row last = laterIsLast ? after : before;
    Row first = laterIsLast ? before : after;
    boolean dated = !after.span().from().equals(LocalDate.MIN);
    last.at()
        .problem(
            "the id "
                + id
                + " of an institution is mapped twice"
                + (dated ? " on " + after.span().from() : ""),
            "line %d maps it to '%s'".formatted(first.at().line(), first.span().target().lead()));
  }

  /** Days on which an agency has no institution at all may be right: it may not have existed. */
  private void noticeGap(List<Row> rows) {
    rows.sort(Comparator.comparing((Row row) -> row.span().from()));
    LocalDate covered = LocalDate.MIN;
    for (Row row : rows) {
      LocalDate from = row.span().from();
      boolean isFirst = covered.equals(LocalDate.MIN);
      if (!isFirst && !covered.equals(LocalDate.MAX) && covered.plusDays(1).isBefore(from)) {
        findings.notice(
            row.at(),
            "the agency has no institution from %s to %s"
                .formatted(covered.plusDays(1), from.minusDays(1)),
            "");
      }
      covered = row.span().until().isAfter(covered) ? row.span().until() : covered;
    }
  }

  private record Row(YamlScalar at, Span span) {}
}
