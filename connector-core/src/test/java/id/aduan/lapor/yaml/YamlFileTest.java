package id.aduan.lapor.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  private final Problems problems = new Problems();

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void aBrokenFileSaysWhereItIsBroken(String name, String yaml, String expected) {
    YamlMap map = YamlFile.parse("f.yaml", yaml.getBytes(UTF_8), problems);
    map.requiredString("nobody-misses-this");

    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        arguments("empty", "", "f.yaml:1:1: the file is empty"),
        arguments("only comments", "# nothing\n\n", "f.yaml:1:1: the file is empty"),
        arguments(
            "a list",
            "- a\n- b\n",
            "f.yaml:1:1: the file must hold keys and values, such as 'version: 1'"),
        arguments(
            "one word",
            "\nhello\n",
            "f.yaml:2:1: the file must hold keys and values, such as 'version: 1'"),
        arguments(
            "a tab", "a:\n\tb: 1\n", "f.yaml:2:1: a tab is used for indentation (use spaces)"),
        arguments(
            "an open quote",
            "a: 1\nb: \"never closed\n",
            "f.yaml:3:1: not valid YAML: found unexpected end of stream"
                + " (look at quotes, colons and indentation here and on the line above)"),
        arguments(
            "two documents",
            "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: only one document may stand in a file (remove the line '---')"),
        arguments(
            "a reference in a flow list",
            "a: [${env:KEY}]\n",
            "f.yaml:1:6: not valid YAML: expected ',' or ']', but got {"
                + " (put ${...} between double quotes)"),
        arguments(
            "an alias bomb",
            "a: &a [x, x]\nb: &b [*a, *a]\n",
            "f.yaml:2:8: an alias must not stand inside an anchored value (write it out)"),
        arguments(
            "an alias of itself",
            "a: &a\n  b: *a\n",
            "f.yaml:2:6: an alias must not stand inside an anchored value (write it out)"),
        arguments(
            "an unknown alias",
            "a: *b\n",
            "f.yaml:1:4: not valid YAML: found undefined alias"
                + " (look at quotes, colons and indentation here and on the line above)"),
        arguments(
            "many aliases",
            "a: &a 1\nb: [" + "*a , ".repeat(65) + "]\n",
            "f.yaml:2:325: more than 64 aliases (write them out)"),
        arguments(
            "deep nesting",
            "a: " + "[".repeat(100_000),
            "f.yaml:1:35: more than 32 levels of nesting"),
        arguments(
            "a control character",
            "a: 1\nb: x\u0007\n",
            "f.yaml:2:5: the character U+0007 is not allowed"),
        arguments(
            "too long",
            "a: " + "x".repeat(1 << 20),
            "f.yaml: the file is longer than 1048576 bytes"));
  }

  @Test
  void everyTabbedLineIsTold() {
    YamlFile.parse("f.yaml", "a:\n\tb: 1\n  \tc: 2\n".getBytes(UTF_8), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:2:1: a tab is used for indentation (use spaces)",
            "f.yaml:3:3: a tab is used for indentation (use spaces)");
  }

  @Test
  void aTagIsRefusedAndReadingGoesOn() {
    YamlMap map =
        YamlFile.parse("f.yaml", "a: !java.net.URL x\nb: !!str y\n".getBytes(UTF_8), problems);

    assertThat(map.optionalString("a")).hasValue("x");
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:1:4: a value that starts with '!' is a tag, which is not supported (put it in quotes)",
            "f.yaml:2:4: a value that starts with '!' is a tag, which is not supported (put it in quotes)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!hunter2",
        "*hunter2",
        "!hunter2!x",
        "&hunter2 [",
        "%hunter2",
        "@hunter2",
        "\"hunter2"
      })
  void aPasswordThatIsNotQuotedIsNeverShown(String password) {
    YamlFile.parse("f.yaml", ("password: " + password + "\n").getBytes(UTF_8), problems)
        .requiredSecret("password");

    assertThat(problems.list()).isNotEmpty();
    assertThat(problems.list().toString()).doesNotContain("hunter2");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreTaken() {
    YamlMap map =
        YamlFile.parse("f.yaml", "\uFEFFa: 1\r\nb: Tanjung Uban\r\n".getBytes(UTF_8), problems);

    assertThat(map.optionalString("b")).hasValue("Tanjung Uban");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void anotherEncodingIsToldWithItsPlace() {
    YamlFile.parse("f.yaml", "a: 1\nb: caf\u00e9\n".getBytes(ISO_8859_1), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:2:7: the file is not UTF-8 text (save it with the encoding UTF-8)");
  }

  @Test
  void anAliasReadsAsTheValueItNames() {
    YamlMap map =
        YamlFile.parse("f.yaml", "a: &zone Asia/Jakarta\nb: *zone\n".getBytes(UTF_8), problems);

    assertThat(map.optionalString("b")).hasValue("Asia/Jakarta");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aFileThatCannotBeReadIsOneProblem(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("no.yaml");
    Path empty = Files.createFile(folder.resolve("empty.yaml"));

    for (Path path : List.of(missing, folder, empty)) {
      YamlFile.read(path, problems).requiredMap("portal").requiredString("uri");
    }

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            missing + ": cannot read this file: it does not exist",
            folder + ": cannot read this file: it is a directory",
            empty + ":1:1: the file is empty");
  }
}
