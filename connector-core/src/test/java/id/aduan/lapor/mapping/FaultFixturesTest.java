package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with seeded faults; what is expected of each stands in comments at its end. */
class FaultFixturesTest {

  private static final String EXPECTED = "#! ";
  private static final List<String> AGENCIES =
      List.of("diskominfo", "dishub", "inspektorat", "pupr");

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void each_seeded_fault_is_told_with_its_place_and_no_other(Path file) throws IOException {
    Problems problems = new Problems();
    Mapping mapping = Mapping.parse("m.yaml", Files.readAllBytes(file), AGENCIES, problems);
    if (problems.isEmpty()) {
      mapping.requireAll(AGENCIES, problems);
    }

    assertThat(problems.list())
        .extracting(FaultFixturesTest::told)
        .isNotEmpty()
        .containsExactlyElementsOf(expected(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void a_good_file_raises_nothing(Path file) throws IOException {
    Problems problems = new Problems();
    Mapping mapping = Mapping.parse("m.yaml", Files.readAllBytes(file), AGENCIES, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(mapping.notices()).isEmpty();
  }

  @Test
  void there_are_as_many_as_were_promised() {
    assertThat(faulty()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(good()).hasSize(11);
  }

  private static String told(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return problem.line() + ":" + problem.column() + ": " + problem.message() + hint;
  }

  private static List<String> expected(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(EXPECTED))
        .map(line -> line.substring(EXPECTED.length()))
        .toList();
  }

  static Stream<Path> faulty() {
    return files("faults");
  }

  static Stream<Path> good() {
    return files("good");
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(FaultFixturesTest.class.getResource(folder)).toURI()))) {
      return files.sorted().toList().stream();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("no fixtures in " + folder, e);
    }
  }
}
