package id.aduan.lapor.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlMapTest {

  private enum Deliver {
    AUTOMATIC,
    AFTER_APPROVAL
  }

  private final Problems problems = new Problems();

  private YamlMap parse(String yaml) {
    return YamlFile.parse("f.yaml", yaml.getBytes(UTF_8), problems);
  }

  @Test
  void valuesAreReadByType() {
    YamlMap map =
        parse(
            """
            name: Dinas Perhubungan
            version: "2026-11-01"
            port: 8080
            quoted: "8080"
            on: true
            wait: PT30S
            uri: https://example.go.id/api
            zone: Asia/Jakarta
            day: 2026-12-31
            deliver: after_approval
            """);

    assertThat(map.requiredString("name")).isEqualTo("Dinas Perhubungan");
    assertThat(map.requiredString("version")).isEqualTo("2026-11-01");
    assertThat(map.requiredInt("port", 1, 65535)).isEqualTo(8080);
    assertThat(map.optionalInt("quoted", 1, 65535)).hasValue(8080);
    assertThat(map.optionalBoolean("on")).hasValue(true);
    assertThat(map.optionalDuration("wait", Duration.ZERO, Duration.ofDays(1)))
        .hasValue(Duration.ofSeconds(30));
    assertThat(map.requiredUri("uri")).isEqualTo(URI.create("https://example.go.id/api"));
    assertThat(map.optionalZoneId("zone")).hasValue(ZoneId.of("Asia/Jakarta"));
    assertThat(map.requiredLocalDate("day")).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(map.requiredEnum("deliver", Deliver.class)).isEqualTo(Deliver.AFTER_APPROVAL);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void whatIsNotWrittenIsNotThere() {
    YamlMap map = parse("empty-list:\nempty-map:\none: a\n");

    assertThat(map.optionalString("a")).isEmpty();
    assertThat(map.optionalMap("a")).isEmpty();
    assertThat(map.maps("a")).isEmpty();
    assertThat(map.maps("empty-list")).isEmpty();
    assertThat(map.optionalMap("empty-map")).get().matches(found -> found.keys().isEmpty());
    assertThat(map.scalars("one")).extracting(YamlScalar::text).containsExactly("a");
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("faultyValues")
  void aFaultyValueSaysWhereAndWhatIsWanted(
      String yaml, Consumer<YamlMap> reading, String expected) {
    reading.accept(parse(yaml));

    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }

  static Stream<Arguments> faultyValues() {
    return Stream.of(
        faulty("a: 1", m -> m.requiredString("host"), "1:1: the key 'host' is missing"),
        faulty(
            "a:\n  b: 1",
            m -> m.requiredMap("a").requiredUri("uri"),
            "2:3: the key 'uri' is missing"),
        faulty(
            "a: 1",
            m -> m.requiredMap("portal").requiredString("uri"),
            "1:1: the key 'portal' is missing"),
        faulty(
            "host:",
            m -> m.requiredString("host"),
            "1:6: 'host' has no value (write one after it, or remove the line)"),
        faulty(
            "host: ' '",
            m -> m.optionalString("host"),
            "1:7: 'host' is empty (write a value, or remove the line)"),
        faulty(
            "host: [a, b]",
            m -> m.optionalString("host"),
            "1:7: 'host' must be one value, but is a list"),
        faulty(
            "host:\n  a: b",
            m -> m.optionalInt("host", 0, 1),
            "2:3: 'host' must be one value, but is keys and values"),
        faulty(
            "portal: x",
            m -> m.optionalMap("portal"),
            "1:9: 'portal' must be keys and values, but is one value"),
        faulty(
            "rows:\n  a: b",
            m -> m.maps("rows"),
            "2:3: 'rows' must be a list, each item with '-', but is keys and values"),
        faulty(
            "rows:\n  - a: b\n  - c",
            m -> m.maps("rows"),
            "3:5: 'rows' must be keys and values, but is one value"),
        faulty(
            "url: http://x/${env:HOME}",
            m -> m.optionalString("url"),
            "1:6: 'url' is not a secret, so ${env:...} and ${file:...} are not looked up in it"
                + " (write the value itself)"),
        faulty(
            "port: eight",
            m -> m.optionalInt("port", 1, 65535),
            "1:7: 'port' must be a whole number from 1 to 65535, but is 'eight'"),
        faulty(
            "port: 65536",
            m -> m.optionalInt("port", 1, 65535),
            "1:7: 'port' must be a whole number from 1 to 65535, but is '65536'"),
        faulty(
            "port: 99999999999999999999",
            m -> m.optionalInt("port", 1, 65535),
            "1:7: 'port' must be a whole number from 1 to 65535, but is '99999999999999999999'"),
        faulty(
            "on: yes",
            m -> m.optionalBoolean("on"),
            "1:5: 'on' must be true or false, but is 'yes'"),
        faulty(
            "wait: 30s",
            m -> m.optionalDuration("wait", Duration.ofSeconds(1), Duration.ofHours(1)),
            "1:7: 'wait' must be a duration from PT1S to PT1H, but is '30s'"
                + " (PT30S is 30 seconds, P2D two days)"),
        faulty(
            "wait: PT0S",
            m -> m.optionalDuration("wait", Duration.ofSeconds(1), Duration.ofHours(1)),
            "1:7: 'wait' must be a duration from PT1S to PT1H, but is 'PT0S'"
                + " (PT30S is 30 seconds, P2D two days)"),
        faulty(
            "uri: example.go.id",
            m -> m.optionalUri("uri"),
            "1:6: 'uri' must be an address with scheme and host (https://example.go.id/path)"),
        faulty(
            "uri: https://bob:hunter2@example.go.id",
            m -> m.optionalUri("uri"),
            "1:6: 'uri' must not hold a user or password (name them by keys of their own)"),
        faulty(
            "zone: WIB",
            m -> m.optionalZoneId("zone"),
            "1:7: 'zone' must be a time zone, but is 'WIB'"
                + " (Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT))"),
        faulty(
            "day: 31-12-2026",
            m -> m.optionalLocalDate("day"),
            "1:6: 'day' must be a day, but is '31-12-2026'"
                + " (year-month-day, such as 2026-12-31)"),
        faulty(
            "deliver: automatik",
            m -> m.requiredEnum("deliver", Deliver.class),
            "1:10: unknown value for 'deliver': 'automatik' (did you mean 'automatic'?)"),
        faulty(
            "deliver: whenever",
            m -> m.requiredEnum("deliver", Deliver.class),
            "1:10: unknown value for 'deliver': 'whenever' (known: automatic, after_approval)"),
        faulty(
            "base_uri: x",
            m -> m.rejectUnknownKeys("baseUri", "zone"),
            "1:1: unknown key: 'base_uri' (did you mean 'baseUri'?)"),
        faulty(
            "\u00a0zone: x",
            m -> m.rejectUnknownKeys("baseUri", "zone"),
            "1:1: unknown key: '<U+00A0>zone' (did you mean 'zone'?)"),
        faulty(
            "a: 1\nb: 2\na: 3",
            m -> m.rejectUnknownKeys("a", "b"),
            "3:1: the key 'a' is written twice (the first is on line 1)"),
        faulty(
            "{password:hunter2}",
            m -> m.rejectUnknownKeys("password"),
            "1:2: no space after the colon of 'password' (write a space there)"),
        faulty("? [a, b]\n: 1", m -> m.rejectUnknownKeys("a"), "1:3: a key must be a plain word"),
        faulty(
            "port: " + "9\u202e".repeat(50),
            m -> m.optionalInt("port", 0, 1),
            "1:7: 'port' must be a whole number from 0 to 1, but is '"
                + "9<U+202E>".repeat(20)
                + "...'"));
  }

  private static Arguments faulty(String yaml, Consumer<YamlMap> reading, String expected) {
    return arguments(yaml, reading, "f.yaml:" + expected);
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
    YamlMap map = parse("zone: WIB\nport: x\nhots: a\n");

    map.rejectUnknownKeys("host", "port", "zone");
    map.requiredString("host");
    map.optionalInt("port", 1, 2);
    map.optionalZoneId("zone");

    assertThat(problems.list())
        .extracting(problem -> problem.line() + " " + problem.message())
        .containsExactly(
            "1 the key 'host' is missing",
            "1 'zone' must be a time zone, but is 'WIB'",
            "2 'port' must be a whole number from 1 to 2, but is 'x'",
            "3 unknown key: 'hots'");
  }
}
