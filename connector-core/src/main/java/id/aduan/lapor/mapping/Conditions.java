package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.CategoryReader.Meant;
import id.aduan.lapor.mapping.CategorySet.Named;
import id.aduan.lapor.mapping.Once.Value;
import id.aduan.lapor.mapping.PlainText.Phrase;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a rule asks for; the order of what it gives is that in which asking is cheap. */
final class Conditions {

  static final List<String> KEYS =
      List.of(
          "category",
          "topic",
          "classification",
          "region",
          "channel",
          "anonymous",
          "secret",
          "words",
          "from",
          "until");

  private static final int WORDS_MAX = 200;
  private static final int WORD_CHARS_MAX = 100;

  /** What people write who know regular expressions; it is looked for as it stands. */
  private static final Pattern LIKE_A_PATTERN = Pattern.compile("[\\\\^$*+?|{}\\[\\]]");

  /** The portal's channels that have been seen. */
  private static final List<String> CHANNELS =
      List.of(
          "WEBSITE",
          "WEBSITE INSTITUSI",
          "ANDROID",
          "IOS",
          "SMS",
          "WHATSAPP",
          "INSTAGRAM",
          "FACEBOOK",
          "TWITTER",
          "HOTLINE SERVICE",
          "CALL CENTER",
          "EMAIL INSTANSI",
          "TATAP MUKA",
          "POS SURAT");

  private final Terms terms;
  private final CategoryReader categories;
  private final Findings findings;

  Conditions(Terms terms, CategoryReader categories, Findings findings) {
    this.terms = terms;
    this.categories = categories;
    this.findings = findings;
  }

  List<Condition> read(YamlMap when) {
    when.rejectUnknownKeys(KEYS.toArray(String[]::new));
    when.keys().stream()
        .filter(key -> KEYS.contains(key.text()))
        .filter(key -> !when.isScalar(key.text()) && when.maps(key.text(), "id").isEmpty())
        .forEach(key -> key.problem(key.excerpt() + " names nothing", "remove the line"));
    List<Condition> found = new ArrayList<>();
    category(when).ifPresent(found::add);
    set(topics(when))
        .map(it -> new Condition.UnderTopic(it, terms.catalogue()))
        .ifPresent(found::add);
    set(classifications(when)).map(Condition.Classified::new).ifPresent(found::add);
    set(channels(when)).map(Condition.ByChannel::new).ifPresent(found::add);
    when.optionalBoolean("anonymous").map(Condition.Anonymous::new).ifPresent(found::add);
    when.optionalBoolean("secret").map(Condition.SecretReport::new).ifPresent(found::add);
    received(when).ifPresent(found::add);
    set(regions(when)).map(Condition.InRegion::new).ifPresent(found::add);
    words(when).ifPresent(found::add);
    refuseContradiction(when, found);
    return found;
  }

  private static Optional<Set<String>> set(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(values));
  }

  private Optional<Condition> category(YamlMap when) {
    Set<String> ids = new TreeSet<>();
    Set<Named> named = new LinkedHashSet<>();
    Once once = new Once("the category");
    for (YamlMap item : when.maps("category", "id")) {
      Optional<Meant> meant = categories.meant(item);
      meant
          .filter(it -> once.isNew(it.at(), it.ids() + " " + it.named(), it.written(), findings))
          .ifPresent(
              it -> {
                ids.addAll(it.ids());
                it.named().ifPresent(named::add);
                if (it.isWholeTopic()) {
                  it.at().problem("a topic is not a category", "write it below 'topic'");
                }
              });
    }
    return ids.isEmpty() && named.isEmpty()
        ? Optional.empty()
        : Optional.of(new Condition.OfCategory(new CategorySet(ids, named)));
  }

  private List<String> topics(YamlMap when) {
    return Once.list(when, "topic", Catalogue::name).stream()
        .flatMap(value -> categories.topic(value.at()).stream())
        .toList();
  }

  private List<String> classifications(YamlMap when) {
    return Once.list(when, "classification", Catalogue::name).stream()
        .flatMap(value -> classification(value.at(), terms).stream())
        .toList();
  }

  /** The name of a classification: one of the national rules, or one that the file gives. */
  static Optional<String> classification(YamlScalar written, Terms terms) {
    String name = Catalogue.name(written.text());
    Set<String> known = new TreeSet<>(Vocabulary.KINDS.values());
    known.addAll(terms.classifications().names());
    return known.contains(name)
        ? Optional.of(name)
        : written.asOneOf(lower(known), "classification");
  }

  private static List<String> lower(Set<String> names) {
    return names.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
  }

  private List<String> channels(YamlMap when) {
    Set<String> known = new TreeSet<>(CHANNELS);
    known.addAll(terms.channels().names());
    List<String> names = new ArrayList<>();
    for (Value value : Once.list(when, "channel", Catalogue::name)) {
      channel(value.at(), terms).ifPresent(names::add);
      String first = terms.channels().channel(value.text());
      if (!known.contains(first)) {
        findings.notice(
            value.at(),
            "no complaint has been seen by the channel " + value.at().excerpt(),
            value.at().nearest(lower(known)));
      }
    }
    return names;
  }

  /** The name of a channel; under another one than the file's own it would never be met. */
  static Optional<String> channel(YamlScalar written, Terms terms) {
    String name = Catalogue.name(written.text());
    String meant = terms.channels().channel(name);
    if (meant.equals(name) || terms.channels().names().contains(name)) {
      return Optional.of(name);
    }
    written.problem(
        "the channel " + written.excerpt() + " has another name here",
        "it is '" + meant.toLowerCase(Locale.ROOT) + "'");
    return Optional.empty();
  }

  private Optional<Condition> received(YamlMap when) {
    Optional<LocalDate> from = when.optionalLocalDate("from");
    Optional<LocalDate> until = when.optionalLocalDate("until");
    if (from.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = from.orElse(LocalDate.MIN);
    LocalDate last = until.orElse(LocalDate.MAX);
    if (last.isBefore(first)) {
      when.scalar("until")
          .ifPresent(it -> it.problem("the last day is before the first", "from " + first));
    }
    return Optional.of(new Condition.Received(first, last));
  }

  private List<String> regions(YamlMap when) {
    List<String> codes = new ArrayList<>();
    for (Value value : Once.list(when, "region", String::strip)) {
      region(value).ifPresent(codes::add);
    }
    return codes;
  }

  /** By a code, or by a name that the file has for one. */
  private Optional<String> region(Value value) {
    Set<String> known = terms.regions().codes();
    boolean isCode = Regions.CODE.matcher(value.text()).matches();
    Optional<String> named = isCode ? Optional.empty() : terms.regions().named(value.text());
    if (named.isPresent()) {
      return named;
    }
    boolean hasDigit = value.text().chars().anyMatch(Character::isDigit);
    if (!isCode && hasDigit) {
      return Optional.of(value.text()).filter(code -> TermReader.isCode(value.at()));
    }
    if (!isCode || (!known.isEmpty() && !Regions.touches(value.text(), known))) {
      List<String> all = new ArrayList<>(known);
      all.addAll(terms.regions().names());
      value.at().asOneOf(all, "region");
      return Optional.empty();
    }
    return Optional.of(value.text());
  }

  private Optional<Condition> words(YamlMap when) {
    List<Phrase> phrases = new ArrayList<>();
    List<Value> values = Once.list(when, "words", text -> Phrase.of(text).text());
    for (Value value : values) {
      Phrase phrase = Phrase.of(value.at().text());
      if (phrase.first().isEmpty() || phrase.text().length() > WORD_CHARS_MAX) {
        value
            .at()
            .problem(
                "words to look for must not be " + value.at().excerpt(),
                "with a letter or digit, and at most " + WORD_CHARS_MAX + " characters");
        continue;
      }
      if (LIKE_A_PATTERN.matcher(value.at().text()).find()) {
        findings.notice(
            value.at(),
            "the words " + value.at().excerpt() + " are looked for as they stand",
            "there are no patterns here: write each word out");
      }
      phrases.add(phrase);
    }
    if (phrases.size() > WORDS_MAX) {
      when.problem("a rule looks for at most " + WORDS_MAX + " words", "make it two rules");
    }
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Condition.WithWords(phrases.subList(0, Math.min(WORDS_MAX, phrases.size()))));
  }

  private void refuseContradiction(YamlMap when, List<Condition> found) {
    for (Condition first : found) {
      for (Condition second : found) {
        if (first instanceof Condition.OfCategory category
            && second instanceof Condition.UnderTopic topic
            && category.categories().isOutside(topic.topics(), terms.catalogue())) {
          findings.differs(
              when, "no category of this rule stands under its topic", "so that it is never met");
        }
      }
    }
  }
}
