package id.aduan.lapor.deadline.explain;

import static java.util.stream.Collectors.joining;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables of the guide, made from what ships. */
final class DeadlineTables {
  private final Language language;
  private final Words words;

  DeadlineTables(Language language) {
    this.language = language;
    this.words = Words.of(language);
  }

  String clocks() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            of("Tenggat", "Clock"),
            of("Batas", "Limit"),
            of("Mulai", "Starts"),
            of("Terpenuhi", "Fulfilled"),
            of("Jeda dan lainnya", "Pause and more"),
            of("Untuk", "For"),
            of("Kewajiban", "Duty"),
            of("Lingkup", "Scope"),
            of("Sumber", "Source")));
    lines.add("| --- ".repeat(9) + "|");
    RuleBook.shipped().rules().forEach(rule -> lines.add(clock(rule)));
    return String.join("\n", lines);
  }

  private String clock(ClockRule rule) {
    return row(
        words.name(rule.name()) + "<br>`" + rule.id() + "`",
        limit(rule),
        events(rule.from()),
        events(rule.until()),
        more(rule),
        rule.applies().classifications().isEmpty()
            ? of("semua laporan", "all reports")
            : rule.applies().classifications().stream()
                .map(DeadlineTables::word)
                .collect(joining(", ")),
        words.duty(rule.duty()),
        rule.scope() == ClockRule.Scope.NATIONAL
            ? of("nasional", "national")
            : of("lokal", "local"),
        rule.source() + " **" + rule.grade() + "**");
  }

  private String limit(ClockRule rule) {
    Limit limit = rule.limit();
    return words.amount(limit.amount(), limit.unit())
        + rule.extension()
            .map(more -> " (+" + more.amount() + of(", dengan alasan", ", with a reason") + ")")
            .orElse("");
  }

  private String more(ClockRule rule) {
    List<String> parts = new ArrayList<>();
    if (!rule.pauseFrom().isEmpty()) {
      parts.add(
          of("jeda ", "pause ")
              + events(rule.pauseFrom())
              + of(" sampai ", " to ")
              + events(rule.pauseUntil()));
    }
    add(parts, of("diulang ", "reset "), rule.reset());
    add(parts, of("babak baru ", "another round "), rule.again());
    add(parts, of("gugur ", "dropped "), rule.drop());
    add(parts, of("dibuka kembali ", "reopened "), rule.reopen());
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, Set<CaseEvent> events) {
    if (!events.isEmpty()) {
      parts.add(what + events(events));
    }
  }

  String events() {
    List<String> lines = new ArrayList<>();
    lines.add(row(of("Kejadian", "Event"), of("Artinya", "Meaning"), of("Dari", "Told by")));
    lines.add("| --- ".repeat(3) + "|");
    Arrays.stream(CaseEvent.values())
        .map(event -> row("`" + word(event) + "`", words.event(event), origin(event)))
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private String origin(CaseEvent event) {
    return switch (event.origin()) {
      case PORTAL -> "portal";
      case CONNECTOR -> of("konektor", "connector");
      case PERSON -> person(event);
    };
  }

  private String person(CaseEvent event) {
    String command = event == CaseEvent.EXTENDED ? "extend" : "record";
    String told =
        of("petugas, dengan `lapor deadlines %s`", "a person, by `lapor deadlines %s`")
            .formatted(command);
    return event == CaseEvent.RETURNED
        ? of(
                "sistem instansi (`returnedStatus`), atau ",
                "the agency's system (`returnedStatus`), or ")
            + told
        : told;
  }

  private static String events(Set<CaseEvent> events) {
    return events.stream().map(event -> "`" + word(event) + "`").collect(joining(", "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String of(String indonesian, String english) {
    return language == Language.ID ? indonesian : english;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
