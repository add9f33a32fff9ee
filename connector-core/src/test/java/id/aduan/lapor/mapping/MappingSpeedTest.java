package id.aduan.lapor.mapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSpeedTest {

  private static final int AGENCIES = 500;
  private static final int CATEGORIES_EACH = 200;

  @TempDir Path folder;

  /** The best of three, since the machine may be busy with something else. */
  @Test
  void aHundredThousandCategoriesCompileInUnderTwoSeconds() throws IOException {
    String rows = range(0, AGENCIES).mapToObj(MappingSpeedTest::row).collect(joining());
    String yaml = "version: 1\ndefault: a0\ncategories:\n" + rows;
    Path file = Files.writeString(folder.resolve("big.yaml"), yaml);
    List<String> agencies = range(0, AGENCIES).mapToObj(agency -> "a" + agency).toList();

    long best = range(0, 3).mapToLong(i -> nanosToLoad(file, agencies)).min().orElseThrow();

    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(2));
  }

  private static long nanosToLoad(Path file, List<String> agencies) {
    long start = System.nanoTime();
    Mapping mapping = Mapping.load(file, agencies);
    long nanos = System.nanoTime() - start;
    assertThat(mapping.route(Optional.of("109999"), Optional.empty()).agency()).isEqualTo("a499");
    return nanos;
  }

  private static String row(int agency) {
    int first = 10_000 + agency * CATEGORIES_EACH;
    String ids =
        range(first, first + CATEGORIES_EACH).mapToObj(String::valueOf).collect(joining(", "));
    return "  - agency: a%d\n    ids: [%s]\n".formatted(agency, ids);
  }
}
