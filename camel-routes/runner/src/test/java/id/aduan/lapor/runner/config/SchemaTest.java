package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import id.aduan.lapor.runner.FakeWorld;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema and the readers say the same. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UNKNOWN =
      Pattern.compile("unknown key: '(qqqqqqqq\\d+)'.*\\(known: ([^)]*)\\)");

  /** Maps whose keys are the writer's own, and what stands in for such a key. */
  private static final String ANY_AGENCY = "dishub";

  private static final List<String> ADAPTERS = List.of("rest", "soap");

  /** More than there are ways to say who we are. */
  private static final int CHOICES_MAX = 6;

  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  @TempDir private Path folder;

  private static JsonNode schema() {
    try (InputStream in = SchemaTest.class.getResourceAsStream("lapor.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<?> refusals(String yaml) throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return VALIDATOR.validate(JSON.writeValueAsString(read), InputFormat.JSON);
  }

  /**
   * Puts a key that nobody knows into every map that the schema knows, and compares what the
   * readers say they know there with the schema's own keys.
   */
  @ParameterizedTest
  @ValueSource(strings = {"rest", "soap"})
  void everyKeyThatTheReadersKnowIsInTheSchemaAndNoOther(String adapter) throws IOException {
    Map<String, Set<String>> said = new TreeMap<>();
    Map<String, Set<String>> known = new TreeMap<>();
    for (int choice = 0; choice < CHOICES_MAX; choice++) {
      Probe probe = new Probe(adapter, choice, said);
      Path file = folder.resolve("probe.yaml");
      Files.writeString(file, JSON.writeValueAsString(probe.of(SCHEMA, "")));
      ConfigurationFault fault =
          catchThrowableOfType(
              ConfigurationFault.class,
              () -> ConfigFile.load(file, new FakeWorld(), SampleConfig.ENVIRONMENT::get).close());
      fault.problems().forEach(problem -> probe.note(problem, known));
    }

    assertThat(said).hasSizeGreaterThan(15);
    assertThat(differences(said, known))
        .as("between lapor.schema.json and the readers: mend the schema by hand")
        .isEmpty();
  }

  private static List<String> differences(
      Map<String, Set<String>> schema, Map<String, Set<String>> readers) {
    return schema.entrySet().stream()
        .flatMap(
            place -> {
              Set<String> known = readers.getOrDefault(place.getKey(), new TreeSet<>());
              return Stream.concat(
                  known.stream()
                      .filter(key -> !place.getValue().contains(key))
                      .map(key -> "not in the schema: " + place.getKey() + "." + key),
                  place.getValue().stream()
                      .filter(key -> !known.contains(key))
                      .map(key -> "not known to the readers: " + place.getKey() + "." + key));
            })
        .toList();
  }

  /** Makes a map with every map in it that the schema knows, and in each a key nobody knows. */
  private static final class Probe {
    private final String adapter;
    private final int choice;
    private final Map<String, Set<String>> said;
    private final Map<String, String> placeOf = new LinkedHashMap<>();

    Probe(String adapter, int choice, Map<String, Set<String>> said) {
      this.adapter = adapter;
      this.choice = choice;
      this.said = said;
    }

    ObjectNode of(JsonNode schema, String place) {
      String unknown = "qqqqqqqq" + placeOf.size();
      placeOf.put(unknown, place);
      ObjectNode map = JSON.createObjectNode().put(unknown, "x");
      Set<String> keys = said.computeIfAbsent(place, it -> new TreeSet<>());
      schema.path("properties").fieldNames().forEachRemaining(keys::add);
      List<String> below = schema.has("maxProperties") ? one(keys) : List.copyOf(keys);
      below.forEach(key -> put(map, key, resolved(schema.at("/properties/" + key)), place));
      return map;
    }

    /** Where only one of the keys may stand, each has its turn. */
    private List<String> one(Set<String> keys) {
      return List.of(List.copyOf(keys).get(choice % keys.size()));
    }

    private void put(ObjectNode map, String key, JsonNode schema, String place) {
      if (key.equals("adapter")) {
        map.put(key, adapter);
      } else if (key.equals("agencies")) {
        JsonNode agency = resolved(schema.path("additionalProperties"));
        map.putObject(key).set(ANY_AGENCY, of(agency, place + ".agencies.*"));
      } else if (schema.has("properties") && !isOtherAdapter(key, place)) {
        map.set(key, of(schema, place + "." + key));
      }
    }

    private boolean isOtherAdapter(String key, String place) {
      return place.endsWith(".agencies.*") && ADAPTERS.contains(key) && !key.equals(adapter);
    }

    /** What the readers say they know, at the place of the key that they do not. */
    void note(Problem problem, Map<String, Set<String>> known) {
      Matcher matcher = UNKNOWN.matcher(problem.toString());
      if (matcher.find()) {
        known
            .computeIfAbsent(
                Objects.requireNonNull(placeOf.get(matcher.group(1))), it -> new TreeSet<>())
            .addAll(Arrays.asList(matcher.group(2).split(", ")));
      }
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : SCHEMA.at(ref.substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/bintan/config/lapor.yaml"})
  void everyExampleFitsTheSchema(String example) throws IOException {
    assertThat(refusals(Files.readString(Path.of("../..").resolve(example)))).isEmpty();
  }

  @Test
  void theRightConfigurationOfTheTestsFitsTheSchema() throws IOException {
    assertThat(refusals(SampleConfig.in(folder).text())).isEmpty();
  }

  @Test
  void whatAnOfficeMaySayOfItsTimeFitsTheSchema() throws IOException {
    String keys =
        """
        zone: Asia/Makassar, hours: {opens: 07:30, closes: "16:00"}, weekdays: [monday, saturday],
            countReceiptDay: true, countCutiBersama: false, calendar: [satu.yaml, dua.yaml],
            daysOff: [{day: 2026-12-01, name: Hari jadi, basis: Perbup 1/2026}],
            workingDays: [{day: 2026-12-06, name: Minggu}]""";
    String text =
        SampleConfig.in(folder)
            .text()
            .replace("zone: Asia/Jakarta", keys + ", rules: [sp4n, own.yaml]")
            .replace("kind: opd", "deadlines: {" + keys + "}");

    assertThat(refusals(text)).isEmpty();
  }

  static Stream<Arguments> structural() {
    return Stream.of(
        Arguments.of("portal:", "portl:"),
        Arguments.of("http://127.0.0.1:1/", "ftp://x/"),
        Arguments.of("http://127.0.0.1:1/", "http://u:p@x/"),
        Arguments.of("${env:AUTH}", "s3cret"),
        Arguments.of("[\"${env:HOOK}\"]", "[]"),
        Arguments.of("PT1S}", "1s}"),
        Arguments.of("dishub:", "Dishub:"),
        Arguments.of("dishub:", "portal:"),
        Arguments.of("adapter: rest", "adaptor: rest"),
        Arguments.of("adapter: rest", ""),
        Arguments.of("adapter: rest", "adapter: rset"),
        Arguments.of("adapter: rest", "adapter: soap"),
        Arguments.of("kind: opd", "kind: dinas"),
        Arguments.of("path: /tickets", "path: tickets"),
        Arguments.of("mapping: mapping.yaml", ""),
        Arguments.of("port: 0", "port: 65536"),
        Arguments.of("port: 0", "port: abc"),
        Arguments.of("store:", "documents: {odfVersion: \"1.0\"}\nstore:"),
        Arguments.of("store:", "documents: {converter: {office: soffice}}\nstore:"),
        Arguments.of("store:", "documents: {converter: {memoryMebibytesMax: 10}}\nstore:"),
        Arguments.of("{path: store/", "{postgres: {url: x, user: u}, path: store/"),
        Arguments.of("path: store/lapor.db}", "postgres: {url: \"jdbc:mysql://db/l\", user: u}}"),
        Arguments.of("path: store/lapor.db}", "postgres: {url: \"jdbc:postgresql://db/l\"}}"),
        Arguments.of("institution: \"12938\"", "institution: \"\""),
        Arguments.of("institution: \"12938\"", "institution: ${env:AUTH}"),
        deadlines("weekdays: []"),
        deadlines("weekdays: [senin]"),
        deadlines("hours: {opens: 07:30}"),
        deadlines("hours: {opens: 7.30, closes: 16:00}"),
        deadlines("countReceiptDay: ya"),
        deadlines("daysOff: [{day: 01-12-2026, name: Libur}]"),
        deadlines("workingDays: [{day: 2026-12-06}]"),
        deadlines("rules: []"),
        Arguments.of("kind: opd", "deadlines: {rules: sp4n}"),
        Arguments.of("ticket: /id\n", "tiket: /id\n"));
  }

  private static Arguments deadlines(String wrong) {
    return Arguments.of("zone: Asia/Jakarta", wrong);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("structural")
  void aFaultOfStructureIsRefusedByTheSchemaToo(String right, String wrong) throws IOException {
    String text = SampleConfig.in(folder).text();
    assertThat(text).contains(right);

    assertThat(refusals(text.replace(right, wrong))).isNotEmpty();
  }
}
