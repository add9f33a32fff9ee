package id.aduan.lapor.yaml;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keys and values of a YAML file, read by name and type.
 *
 * <p>A faulty value is noted as a {@link Problem} and reads as if it were not there. What is
 * required and missing or faulty reads as a stand-in (empty text, the lower bound, the first
 * constant, an empty map), so that one pass finds every fault: call {@link Problems#throwIfAny()}
 * before any value is used. Not for use by several threads.
 */
public final class YamlMap {

  private static final URI NO_URI = URI.create("about:missing");

  private final Entries entries;

  YamlMap(Entries entries) {
    this.entries = entries;
  }

  /** Whether the key is written, with or without a value. */
  public boolean has(String key) {
    return entries.has(key);
  }

  /** Whether one plain value stands there, for keys that take a word in place of a map. */
  public boolean isScalar(String key) {
    return entries.isScalar(key);
  }

  /** The keys in the order of the file, each with its place; for maps keyed by a code or name. */
  public List<YamlScalar> keys() {
    return entries.keys();
  }

  /** Notes a fault of the map as a whole, where it starts. */
  public void problem(String message, String hint) {
    entries.problem(message, hint);
  }

  /** A remark about the map as a whole that is not a fault, and is kept by the caller. */
  public Problem note(String message, String hint) {
    return entries.note(message, hint);
  }

  /** The line it starts on, from 1. */
  public int line() {
    return entries.position().line();
  }

  /** Notes each other key as a fault, with the known key that was probably meant. */
  public void rejectUnknownKeys(String... known) {
    entries.rejectUnknown(Arrays.asList(known));
  }

  /** Notes each of these keys that is not written; for values that are read as optional. */
  public void requireKeys(String... keys) {
    Arrays.asList(keys).forEach(entries::reportMissing);
  }

  /** The value as written, with its place, to be converted by the caller. */
  public Optional<YamlScalar> scalar(String key) {
    return entries.scalar(key);
  }

  /** A list of plain values; one value stands for a list of one; empty when the key is absent. */
  public List<YamlScalar> scalars(String key) {
    return entries.scalars(key);
  }

  /** The map below a key; empty when the key is absent. */
  public Optional<YamlMap> optionalMap(String key) {
    return entries.map(key).map(YamlMap::new);
  }

  /** The map below a key; none of the keys of a missing map are missed again. */
  public YamlMap requiredMap(String key) {
    return required(key, optionalMap(key), new YamlMap(entries.missingChild()));
  }

  /** A list of maps; empty when the key is absent. */
  public List<YamlMap> maps(String key) {
    return entries.maps(key).stream().map(YamlMap::new).toList();
  }

  /** As {@link #maps(String)}, where a plain value stands for a map with this one key. */
  public List<YamlMap> maps(String key, String shortFor) {
    return entries.maps(key, shortFor).stream().map(YamlMap::new).toList();
  }

  /** See {@link YamlScalar#asText()}. */
  public Optional<String> optionalString(String key) {
    return scalar(key).flatMap(YamlScalar::asText);
  }

  /** See {@link YamlScalar#asText()}. */
  public String requiredString(String key) {
    return required(key, optionalString(key), "");
  }

  /** See {@link YamlScalar#asInt(int, int)}. */
  public Optional<Integer> optionalInt(String key, int min, int max) {
    return scalar(key).flatMap(value -> value.asInt(min, max));
  }

  /** See {@link YamlScalar#asInt(int, int)}. */
  public int requiredInt(String key, int min, int max) {
    return required(key, optionalInt(key, min, max), min);
  }

  /** See {@link YamlScalar#asBoolean()}. */
  public Optional<Boolean> optionalBoolean(String key) {
    return scalar(key).flatMap(YamlScalar::asBoolean);
  }

  /** See {@link YamlScalar#asDuration(Duration, Duration)}. */
  public Optional<Duration> optionalDuration(String key, Duration min, Duration max) {
    return scalar(key).flatMap(value -> value.asDuration(min, max));
  }

  /** See {@link YamlScalar#asUri()}. */
  public Optional<URI> optionalUri(String key) {
    return scalar(key).flatMap(YamlScalar::asUri);
  }

  /** See {@link YamlScalar#asUri()}. */
  public URI requiredUri(String key) {
    return required(key, optionalUri(key), NO_URI);
  }

  /** See {@link YamlScalar#asZoneId()}. */
  public Optional<ZoneId> optionalZoneId(String key) {
    return scalar(key).flatMap(YamlScalar::asZoneId);
  }

  /** See {@link YamlScalar#asLocalDate()}. */
  public Optional<LocalDate> optionalLocalDate(String key) {
    return scalar(key).flatMap(YamlScalar::asLocalDate);
  }

  /** See {@link YamlScalar#asLocalDate()}. */
  public LocalDate requiredLocalDate(String key) {
    return required(key, optionalLocalDate(key), LocalDate.EPOCH);
  }

  /** See {@link YamlScalar#asEnum(Class)}. */
  public <E extends Enum<E>> Optional<E> optionalEnum(String key, Class<E> type) {
    return scalar(key).flatMap(value -> value.asEnum(type));
  }

  /** See {@link YamlScalar#asEnum(Class)}. */
  public <E extends Enum<E>> E requiredEnum(String key, Class<E> type) {
    return required(key, optionalEnum(key, type), type.getEnumConstants()[0]);
  }

  /** See {@link YamlScalar#asSecret()}. */
  public Optional<Secret> optionalSecret(String key) {
    return scalar(key).flatMap(YamlScalar::asSecret);
  }

  /** See {@link YamlScalar#asSecret()}. */
  public Secret requiredSecret(String key) {
    return required(key, optionalSecret(key), Secret.MISSING);
  }

  /** One secret or a list of them, newest first, as rotation needs; empty when absent. */
  public List<Secret> secrets(String key) {
    return scalars(key).stream().flatMap(value -> value.asSecret().stream()).toList();
  }

  private <T> T required(String key, Optional<T> value, T standIn) {
    entries.reportMissing(key);
    return value.orElse(standIn);
  }
}
