package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema of the mapping file and its compiler say the same. */
class MappingSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "unknown (?:key|stage of the portal): '(qqqqqqqq\\d+)'.*\\(known: ([^)]*)\\)");
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  private static final String GOOD =
      """
      version: 1
      default: {agency: dishub, confirm: true}
      agencies:
        dinkes:
        dishub:
          superior: dinkes
          institutions: [15210, {id: "15211", until: 2026-01-31}]
          statuses: {from: {SELESAI: done}, to: {closed: SELESAI, otherwise: SELESAI}}
          fields: {asal: SP4N}
      regions: [{code: "21.01", name: Bintan, also: Kijang}]
      categories: [{agency: dishub, ids: [936, {topic: AGAMA}]}]
      rules:
        - {name: x, when: {words: pungli, from: 2026-01-01}, to: [dishub], flags: inspectorate}
      """;

  private static JsonNode schema() {
    try (InputStream in = MappingSchemaTest.class.getResourceAsStream("mapping.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<?> refusals(String yaml) throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return VALIDATOR.validate(JSON.writeValueAsString(read), InputFormat.JSON);
  }

  /** Puts a key that nobody knows into every map of the schema, and asks the compiler. */
  @Test
  void every_key_that_the_compiler_knows_is_in_the_schema_and_no_other() throws IOException {
    Probe probe = new Probe();
    Problems problems = new Problems();
    byte[] yaml = JSON.writeValueAsBytes(probe.map(SCHEMA, "mapping"));

    Mapping.parse("probe.yaml", yaml, Set.of(), problems);

    Map<String, Set<String>> known = new TreeMap<>();
    for (Problem problem : problems.list()) {
      Matcher matcher = UNKNOWN.matcher(problem.toString());
      if (matcher.find()) {
        known.put(
            Objects.requireNonNull(probe.places.get(matcher.group(1))),
            new TreeSet<>(Arrays.asList(matcher.group(2).split(", "))));
      }
    }
    assertThat(probe.keys).hasSizeGreaterThanOrEqualTo(11);
    assertThat(known).as("by the compiler; mend the schema by hand").isEqualTo(probe.keys);
  }

  /** A file with every map that the schema knows, and in each a key that nobody knows. */
  private static final class Probe {
    private final Map<String, Set<String>> keys = new TreeMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    ObjectNode map(JsonNode schema, String place) {
      ObjectNode map = JSON.createObjectNode();
      String unknown = "qqqqqqqq" + places.size();
      places.put(unknown, place);
      map.put(unknown, "x");
      Set<String> said = keys.computeIfAbsent(place, it -> new TreeSet<>());
      schema.at("/propertyNames/enum").forEach(it -> addLower(said, it.asText()));
      JsonNode properties = schema.path("properties");
      properties
          .fieldNames()
          .forEachRemaining(
              key -> {
                said.add(key);
                JsonNode value = value(properties.path(key), place + "." + key);
                if (!value.isMissingNode()) {
                  map.set(key, value);
                }
              });
      return map;
    }

    private static void addLower(Set<String> said, String name) {
      if (name.equals(name.toLowerCase(Locale.ROOT))) {
        said.add(name);
      }
    }

    /** Of a map, or of a list of maps; of nothing else. */
    private JsonNode value(JsonNode written, String place) {
      JsonNode schema = resolved(written);
      if (schema.has("properties") || schema.at("/propertyNames/enum").isArray()) {
        return map(schema, place);
      }
      if (isMap(schema.path("additionalProperties"))) {
        JsonNode below = resolved(schema.path("additionalProperties"));
        return JSON.createObjectNode().set("dishub", map(below, place + ".*"));
      }
      for (JsonNode choice : schema.path("anyOf")) {
        if (isMap(choice)) {
          return map(resolved(choice), place);
        }
      }
      if (!schema.has("items")) {
        return JSON.missingNode();
      }
      JsonNode item = value(schema.path("items"), place + "[]");
      return item.isMissingNode() ? item : JSON.createArrayNode().add(item);
    }

    private static boolean isMap(JsonNode schema) {
      return resolved(schema).has("properties");
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : SCHEMA.at(ref.substring(1));
  }

  @Test
  void what_ships_and_the_example_fit_the_schema() throws IOException {
    assertThat(refusals(Files.readString(Path.of("../../examples/bintan/config/mapping.yaml"))))
        .isEmpty();
    try (InputStream in = Mapping.class.getResourceAsStream("starter-mapping.yaml")) {
      assertThat(
              refusals(
                  new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)))
          .isEmpty();
    }
    assertThat(refusals(GOOD)).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 1        | versi: 1
          confirm: true     | confirm: ya
          superior: dinkes  | superior: Dinkes Kota
          15210             | x15210
          2026-01-31        | 31-01-2026
          SELESAI: done     | SELESAI: finished
          closed: SELESAI   | close: SELESAI
          asal: SP4N        | status: SP4N
          "21.01"           | "2101x"
          words: pungli     | word: pungli
          to: [dishub]      | to: []
          flags: inspectorate | flags: Inspektorat
          """)
  void a_fault_of_structure_is_refused_by_the_schema_too(String right, String wrong)
      throws IOException {
    assertThat(GOOD).contains(right);
    assertThat(refusals(GOOD.replace(right, wrong))).isNotEmpty();
  }
}
