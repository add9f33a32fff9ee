package id.aduan.lapor.mapping;

import static java.nio.file.Files.writeString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.aduan.lapor.yaml.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingFaultsTest {

  private static final String HEAD = "version: 1\ndefault: dishub\n";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsToldWithItsPlace(String name, String yaml, String expected) throws IOException {
    Path file = writeString(folder.resolve("m.yaml"), yaml);

    ConfigurationFault fault =
        catchThrowableOfType(
            ConfigurationFault.class, () -> Mapping.load(file, List.of("dishub", "dinkes")));

    assertThat(fault).hasMessage(folder + "/m.yaml:" + expected);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("empty", "", "1:1: the file is empty"),
        arguments("no default", "version: 1\n", "1:1: the key 'default' is missing"),
        arguments("no version", "default: dishub\n", "1:1: the key 'version' is missing"),
        arguments(
            "unknown key",
            HEAD + "catgories: []\n",
            "3:1: unknown key: 'catgories' (did you mean 'categories'?)"),
        arguments(
            "unknown default",
            "version: 1\ndefault: dishb\n",
            "2:10: unknown agency: 'dishb' (did you mean 'dishub'?)"),
        arguments(
            "unknown agency",
            HEAD + "categories:\n  - {agency: polres, ids: [921]}\n",
            "4:14: unknown agency: 'polres' (known: dishub, dinkes)"),
        arguments(
            "no agency",
            HEAD + "categories:\n  - ids: [921]\n",
            "4:5: the key 'agency' is missing"),
        arguments(
            "no ids", HEAD + "categories:\n  - agency: dinkes\n", "4:5: the key 'ids' is missing"),
        arguments(
            "a category with two agencies",
            HEAD
                + "categories:\n"
                + "  - {agency: dishub, ids: [936, 921]}\n"
                + "  - agency: dinkes\n"
                + "    ids:\n"
                + "      - '921'\n",
            "7:9: the id 921 of a category is mapped twice (line 4 maps it to 'dishub')"),
        arguments(
            "a category twice for one agency",
            HEAD + "categories:\n  - {agency: dishub, ids: [936, 936]}\n",
            "4:33: the id 936 of a category is mapped twice (line 4 maps it to 'dishub')"),
        arguments(
            "an institution twice",
            HEAD
                + "institutions:\n"
                + "  - {id: 30011, agency: dishub}\n"
                + "  - {id: '30011', agency: dinkes}\n",
            "5:10: the id 30011 of an institution is mapped twice (line 4 maps it to 'dishub')"),
        arguments(
            "an institution without id",
            HEAD + "institutions:\n  - agency: dishub\n",
            "4:5: the key 'id' is missing"),
        arguments(
            "a bad institution id",
            HEAD + "institutions:\n  - {id: 0x1F, agency: dishub}\n",
            "4:10: the id of an institution is digits, but this is '0x1F'"),
        arguments(
            "a leading zero",
            HEAD + "categories:\n  - {agency: dishub, ids: [0921]}\n",
            "4:28: the id of a category is digits, but this is '0921'"),
        arguments(
            "a name where the id should be",
            HEAD + "categories:\n  - agency: dishub\n    ids:\n      - Penerangan\u00a0 Jalan\n",
            "6:9: the id of a category is digits, but this is 'Penerangan<U+00A0> Jalan'"
                + " (the category of that name is 1398)"),
        arguments(
            "a name that has two ids",
            HEAD + "categories:\n  - {agency: dishub, ids: Bantuan Sosial Tunai (BST)}\n",
            "4:27: the id of a category is digits, but this is 'Bantuan Sosial Tunai (BST)'"
                + " (the category of that name is 1449 or 1665)"),
        arguments(
            "a map of ids",
            HEAD + "categories:\n  dishub: [936]\n",
            "4:3: 'categories' must be a list, each item with '-', but is keys and values"));
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    Path file =
        writeString(
            folder.resolve("m.yaml"),
            """
            default: dishb
            institutions:
              - {id: x, agency: dinke}
            categories:
              - {agency: dishub, ids: [936, 936]}
            """);

    ConfigurationFault fault =
        catchThrowableOfType(
            ConfigurationFault.class, () -> Mapping.load(file, List.of("dishub", "dinkes")));

    assertThat(fault.problems())
        .extracting(problem -> problem.line() + ":" + problem.column())
        .containsExactly("1:1", "1:10", "3:10", "3:21", "5:33");
  }

  @Test
  void withoutKnownAgenciesTheShapeOfACodeIsChecked() throws IOException {
    Path file = writeString(folder.resolve("m.yaml"), "version: 1\ndefault: Dinas Hub\n");

    assertThatThrownBy(() -> Mapping.load(file))
        .hasMessage(
            file
                + ":2:10: an agency's code must not be 'Dinas Hub'"
                + " (lower-case letters, digits and hyphens, at most 32)");
  }
}
