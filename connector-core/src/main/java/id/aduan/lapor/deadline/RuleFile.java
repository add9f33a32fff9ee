package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.ClockRule.Applies;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.ClockRule.Grade;
import id.aduan.lapor.deadline.ClockRule.Name;
import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a file of clocks: {@code version} and {@code clocks}. Notes every fault, and reads what is
 * faulty as a stand-in.
 *
 * @param label the file's version as it is written
 * @param clocks in their order
 */
record RuleFile(String label, List<Entry> clocks) {

  /** At most so many days in a limit with its extension, and so many hours or minutes. */
  static final int DAYS_MAX = 1000;

  static final int HOURS_MAX = 100_000;

  /** At most so many clocks in all the files together. */
  static final int CLOCKS_MAX = 200;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,3}");
  private static final int ID_LENGTH_MAX = 64;
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  /** An extension is of one clock, and so no event of the case that another could wait for. */
  private static final List<String> EVENTS =
      Arrays.stream(CaseEvent.values())
          .filter(event -> event != CaseEvent.EXTENDED)
          .map(event -> written(event.name()))
          .toList();

  private static final List<String> GRADES =
      Arrays.stream(Grade.values()).map(Grade::name).toList();

  /**
   * A clock, and where it stands.
   *
   * @param replaces whether it says that it takes the place of another file's clock of its id
   */
  record Entry(ClockRule rule, boolean replaces, YamlMap place) {}

  static RuleFile read(YamlMap file) {
    file.rejectUnknownKeys("version", "clocks");
    file.requireKeys("version", "clocks");
    String label = file.optionalString("version").orElse("");
    if (!label.isEmpty() && !LABEL.matcher(label).matches()) {
      file.scalar("version")
          .ifPresent(
              it ->
                  it.problem(
                      "'version' must be 1 to 32 letters, digits, dots and hyphens", "2026-11"));
    }
    return new RuleFile(label, file.maps("clocks").stream().map(RuleFile::entry).toList());
  }

  private static Entry entry(YamlMap clock) {
    clock.rejectUnknownKeys(
        "id",
        "name",
        "limit",
        "unit",
        "extension",
        "scope",
        "duty",
        "from",
        "until",
        "drop",
        "pause",
        "reset",
        "again",
        "reopen",
        "applies",
        "source",
        "grade",
        "replaces");
    Limit limit = limit(clock);
    Optional<YamlMap> pause = clock.optionalMap("pause");
    pause.ifPresent(
        it -> {
          it.rejectUnknownKeys("from", "until");
          it.requireKeys("from", "until");
        });
    ClockRule rule =
        new ClockRule(
            id(clock),
            name(clock),
            limit,
            extension(clock, limit),
            clock.requiredEnum("scope", Scope.class),
            clock.requiredEnum("duty", Duty.class),
            required(clock, "from", "nothing starts this clock"),
            required(clock, "until", "nothing fulfils this clock"),
            events(clock, "drop"),
            pause.map(it -> required(it, "from", "nothing pauses this clock")).orElse(Set.of()),
            pause.map(it -> required(it, "until", "nothing ends the pause")).orElse(Set.of()),
            events(clock, "reset"),
            events(clock, "again"),
            events(clock, "reopen"),
            applies(clock),
            clock.requiredString("source"),
            grade(clock));
    refuseContradictions(clock, rule);
    return new Entry(rule, clock.optionalBoolean("replaces").orElse(false), clock);
  }

  private static String id(YamlMap clock) {
    clock.requireKeys("id");
    return clock
        .scalar("id")
        .map(
            it -> {
              if (!ID.matcher(it.text()).matches() || it.text().length() > ID_LENGTH_MAX) {
                it.problem(
                    "an id is 2 to 4 words of lower-case letters, digits and _, with dots between,"
                        + " at most 64 characters, but this is "
                        + it.excerpt(),
                    "bintan.answer_in_two_days");
              }
              return it.text();
            })
        .orElse("");
  }

  private static Name name(YamlMap clock) {
    YamlMap name = clock.requiredMap("name");
    name.rejectUnknownKeys("id", "en");
    return new Name(name.requiredString("id"), name.requiredString("en"));
  }

  private static Limit limit(YamlMap clock) {
    Optional<Limit.Unit> unit = clock.optionalEnum("unit", Limit.Unit.class);
    clock.requireKeys("unit");
    int max = unit.filter(Limit.Unit::isDay).isPresent() ? DAYS_MAX : HOURS_MAX;
    return new Limit(clock.requiredInt("limit", 1, max), unit.orElse(Limit.Unit.WORKING_DAY));
  }

  private static Optional<Limit> extension(YamlMap clock, Limit limit) {
    return clock.optionalMap("extension").map(it -> extension(it, clock, limit));
  }

  private static Limit extension(YamlMap extension, YamlMap clock, Limit limit) {
    extension.rejectUnknownKeys("limit", "unit", "reason");
    extension.requireKeys("reason");
    extension
        .scalar("reason")
        .ifPresent(it -> it.asOneOf(List.of("required"), "word for 'reason'"));
    int max = limit.unit().isDay() ? DAYS_MAX : HOURS_MAX;
    int amount = extension.requiredInt("limit", 1, max);
    if (limit.amount() + amount > max) {
      extension.problem("a limit and its extension are together at most " + max, "");
    }
    Optional<Limit.Unit> unit = extension.optionalEnum("unit", Limit.Unit.class);
    if (unit.isPresent() && clock.has("unit") && unit.get() != limit.unit()) {
      extension
          .scalar("unit")
          .ifPresent(
              it ->
                  it.problem(
                      "an extension is counted in the unit of its limit, "
                          + written(limit.unit().name()),
                      "remove the line"));
    }
    return new Limit(amount, limit.unit());
  }

  private static Applies applies(YamlMap clock) {
    Optional<YamlMap> applies = clock.optionalMap("applies");
    applies.ifPresent(it -> it.rejectUnknownKeys("classification", "type", "agency"));
    return new Applies(
        constants(applies, "classification", Classification.Kind.class),
        constants(applies, "type", ClockRule.Type.class),
        constants(applies, "agency", AgencyKind.class));
  }

  private static <E extends Enum<E>> List<E> constants(
      Optional<YamlMap> map, String key, Class<E> type) {
    return map.stream()
        .flatMap(it -> it.scalars(key).stream())
        .flatMap(it -> it.asEnum(type).stream())
        .distinct()
        .toList();
  }

  private static Set<CaseEvent> required(YamlMap map, String key, String otherwise) {
    map.requireKeys(key);
    if (map.has(key) && map.scalars(key).isEmpty()) {
      map.problem("'" + key + "' is empty: " + otherwise, "name at least one event");
    }
    return events(map, key);
  }

  private static Set<CaseEvent> events(YamlMap map, String key) {
    Set<CaseEvent> events = new TreeSet<>();
    for (YamlScalar scalar : map.scalars(key)) {
      Optional<String> name = scalar.asOneOf(EVENTS, "event for '" + key + "'");
      name.ifPresent(
          it -> {
            if (!events.add(CaseEvent.valueOf(it.toUpperCase(Locale.ROOT)))) {
              scalar.problem(
                  "the event " + scalar.excerpt() + " stands twice in '" + key + "'", "");
            }
          });
    }
    return events;
  }

  /** In capitals, as the documents write them. */
  private static Grade grade(YamlMap clock) {
    clock.requireKeys("grade");
    return clock
        .scalar("grade")
        .flatMap(it -> it.asOneOf(GRADES, "value for 'grade'"))
        .map(Grade::valueOf)
        .orElse(Grade.D);
  }

  private static void refuseContradictions(YamlMap clock, ClockRule rule) {
    refuseBoth(clock, "until", rule.until(), "drop", rule.drop());
    refuseBoth(clock, "until", rule.until(), "reset", rule.reset());
    refuseBoth(clock, "drop", rule.drop(), "reset", rule.reset());
    refuseBoth(clock, "pause.from", rule.pauseFrom(), "pause.until", rule.pauseUntil());
    boolean endsWithTheCase =
        rule.until().contains(CaseEvent.CLOSED) || rule.drop().contains(CaseEvent.CLOSED);
    if (!rule.reopen().isEmpty() && !endsWithTheCase) {
      clock.problem(
          "'reopen' has no effect: this clock does not end with the case",
          "put 'closed' into 'until' or 'drop', or remove 'reopen'");
    }
  }

  private static void refuseBoth(
      YamlMap clock, String one, Set<CaseEvent> first, String other, Set<CaseEvent> second) {
    for (CaseEvent event : first) {
      if (second.contains(event)) {
        clock.problem(
            "'%s' and '%s' both name the event %s".formatted(one, other, written(event.name())),
            "");
      }
    }
  }

  private static String written(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
