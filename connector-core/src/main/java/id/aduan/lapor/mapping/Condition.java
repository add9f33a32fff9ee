package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.PlainText.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One thing that a rule asks of a complaint, in the order in which it is cheap to ask. */
sealed interface Condition {

  /** The key that it is written under. */
  String key();

  boolean isMetBy(Asked asked);

  /** Whether each complaint that meets the other meets this one too; false where in doubt. */
  boolean covers(Condition other);

  /** One of these categories. */
  record OfCategory(CategorySet categories) implements Condition {
    @Override
    public String key() {
      return "category";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return categories.has(asked);
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof OfCategory that && categories.hasAll(that.categories);
    }
  }

  /** A category below one of these topics, or the topic itself. */
  record UnderTopic(Set<String> topics, Catalogue catalogue) implements Condition {
    @Override
    public String key() {
      return "topic";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return asked.topics().stream().anyMatch(topics::contains);
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof UnderTopic that
          ? topics.containsAll(that.topics)
          : other instanceof OfCategory those && those.categories().isUnder(topics, catalogue);
    }

    @Override
    public String toString() {
      return key() + topics;
    }
  }

  /** One of these classifications, by their names. */
  record Classified(Set<String> names) implements Condition {
    @Override
    public String key() {
      return "classification";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return names.contains(asked.classification());
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof Classified that && names.containsAll(that.names);
    }
  }

  /** By one of these channels, by their names. */
  record ByChannel(Set<String> names) implements Condition {
    @Override
    public String key() {
      return "channel";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return names.contains(asked.channel());
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof ByChannel that && names.containsAll(that.names);
    }
  }

  /** The reporter's flag anonim; one that is not known counts as set (C14). */
  record Anonymous(boolean wanted) implements Condition {
    @Override
    public String key() {
      return "anonymous";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return asked.visibility().anonymous().mayBeTrue() == wanted;
    }

    @Override
    public boolean covers(Condition other) {
      return equals(other);
    }
  }

  /** The report's flag rahasia; one that is not known counts as set (C14). */
  record SecretReport(boolean wanted) implements Condition {
    @Override
    public String key() {
      return "secret";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return asked.visibility().secret().mayBeTrue() == wanted;
    }

    @Override
    public boolean covers(Condition other) {
      return equals(other);
    }
  }

  /** Received on one of these days, both included; what has no day is on none. */
  record Received(LocalDate from, LocalDate until) implements Condition {
    @Override
    public String key() {
      return "from/until";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return asked.day().filter(day -> !day.isBefore(from) && !day.isAfter(until)).isPresent();
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof Received that
          && !that.from.isBefore(from)
          && !that.until.isAfter(until);
    }
  }

  /** In one of these regions, or in one that lies in them. */
  record InRegion(Set<String> codes) implements Condition {
    @Override
    public String key() {
      return "region";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return codes.stream().anyMatch(code -> Regions.isIn(code, asked.regions()));
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof InRegion that
          && that.codes.stream()
              .allMatch(
                  region -> codes.stream().anyMatch(code -> Regions.isIn(code, Set.of(region))));
    }
  }

  /** One of these phrases in its title or text. */
  record WithWords(List<Phrase> phrases) implements Condition {
    @Override
    public String key() {
      return "words";
    }

    @Override
    public boolean isMetBy(Asked asked) {
      return phrases.stream().anyMatch(asked.text()::has);
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof WithWords that
          && that.phrases.stream().allMatch(phrase -> phrases.stream().anyMatch(phrase::implies));
    }
  }
}
