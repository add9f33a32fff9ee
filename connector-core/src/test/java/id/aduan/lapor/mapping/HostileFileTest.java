package id.aduan.lapor.mapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a file must not be able to do; the time limit is that of a hang. */
@Timeout(120)
class HostileFileTest {

  private static final String HEAD = "version: 1\ndefault: dishub\n";

  @TempDir private Path folder;

  private static List<String> faults(String yaml) {
    Problems problems = new Problems();
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    Mapping.parse("m.yaml", bytes, List.of("dishub"), problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void a_file_of_a_hundred_megabytes_is_one_line() throws IOException {
    Path file = folder.resolve("m.yaml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100L << 20);
    }
    Problems problems = new Problems();

    Mapping.read(file, List.of("dishub"), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(file + ": the file is longer than 8388608 bytes");
  }

  @Test
  void nesting_without_end_is_one_line() {
    assertThat(faults(HEAD + "rules: " + "[".repeat(1_000_000)))
        .containsExactly("m.yaml:3:39: more than 32 levels of nesting");
  }

  @Test
  void aliases_that_unfold_without_end_are_one_line() {
    String bomb =
        "a: &a [x, x, x]\n"
            + range(1, 30)
                .mapToObj(
                    i ->
                        "a%d: &a%d [*a%s, *a%s]\n"
                            .formatted(i, i, i == 1 ? "" : i - 1, i == 1 ? "" : i - 1))
                .collect(joining());

    assertThat(faults(HEAD + bomb))
        .containsExactly(
            "m.yaml:4:10: an alias must not stand inside an anchored value (write it out)");
  }

  @Test
  void a_tag_of_java_makes_no_object() {
    assertThat(faults("version: !!javax.script.ScriptEngineManager [x]\ndefault: dishub\n"))
        .containsExactly(
            "m.yaml:1:10: a value that starts with '!' is a tag, which is not supported (put it in"
                + " quotes)",
            "m.yaml:1:10: 'version' must be one value, but is a list");
  }

  @Test
  void a_pattern_that_would_never_end_is_looked_for_as_it_stands() {
    Problems problems = new Problems();
    String yaml = HEAD + "rules:\n  - {name: x, when: {words: ['(a+)+$']}, to: dishub}\n";
    Mapping mapping =
        Mapping.parse("m.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of(), problems);

    assertThat(problems.list()).isEmpty();
    assertThat(mapping.notices())
        .extracting(Problem::toString)
        .containsExactly(
            "m.yaml:4:30: the words '(a+)+$' are looked for as they stand (there are no patterns"
                + " here: write each word out)");
    assertThat(mapping.route(new Asking().text("a".repeat(90_000) + "!").build()).rule()).isEmpty();
    assertThat(mapping.route(new Asking().text("kode (A+)+$ di sini").build()).rule())
        .isEqualTo("x");
  }

  @Test
  void of_very_many_faults_a_thousand_are_told() {
    String keys = range(0, 200_000).mapToObj(i -> "k" + i + ": x\n").collect(joining());
    String ids = range(0, 200_000).mapToObj(i -> "a" + i).collect(joining(", "));

    assertThat(faults(HEAD + keys)).hasSize(1001).last().asString().contains("more faults");
    assertThat(faults(HEAD + "categories: [{agency: dishub, ids: [" + ids + "]}]")).hasSize(1001);
  }

  @Test
  void more_rules_than_are_compared_are_a_fault() {
    String rules =
        range(0, RuleReader.RULES_MAX + 1)
            .mapToObj(i -> "  - {name: r%d, when: {words: kata%d}, to: dishub}\n".formatted(i, i))
            .collect(joining());

    assertThat(faults(HEAD + "rules:\n" + rules))
        .containsExactly("m.yaml:504:5: more than 500 rules (use 'categories' for ids)");
  }
}
