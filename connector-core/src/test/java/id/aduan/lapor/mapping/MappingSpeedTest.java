package id.aduan.lapor.mapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks for growth and not for seconds, which are the machine's. */
class MappingSpeedTest {

  private static final int CATEGORIES_EACH = 200;
  private static final int FEW = 50;
  private static final int MANY = 500;
  private static final int WORK_RATIO = MANY / FEW;

  @TempDir Path folder;

  /** Where each line were compared with all others, it would be a hundred times. */
  @Test
  void ten_times_the_categories_cost_no_more_than_forty_times_as_long() throws IOException {
    long few = nanosFor(FEW);
    long many = nanosFor(MANY);

    assertThat(many).isLessThan(4 * WORK_RATIO * few);
  }

  /** The best of five, since the machine may be busy with something else. */
  private long nanosFor(int count) throws IOException {
    String rows = range(0, count).mapToObj(MappingSpeedTest::row).collect(joining());
    String yaml = "version: 1\ndefault: a0\ncategories:\n" + rows;
    Path file = Files.writeString(folder.resolve(count + ".yaml"), yaml);
    List<String> agencies = range(0, count).mapToObj(agency -> "a" + agency).toList();
    return range(0, 5).mapToLong(i -> nanosToLoad(file, agencies)).min().orElseThrow();
  }

  private static long nanosToLoad(Path file, List<String> agencies) {
    long start = System.nanoTime();
    Mapping mapping = Mapping.load(file, agencies);
    long nanos = System.nanoTime() - start;
    String last = String.valueOf(9_999 + agencies.size() * CATEGORIES_EACH);
    assertThat(mapping.route(Optional.of(last), Optional.empty()).agency())
        .isEqualTo("a" + (agencies.size() - 1));
    return nanos;
  }

  private static String row(int agency) {
    int first = 10_000 + agency * CATEGORIES_EACH;
    String ids =
        range(first, first + CATEGORIES_EACH).mapToObj(String::valueOf).collect(joining(", "));
    return "  - agency: a%d\n    ids: [%s]\n".formatted(agency, ids);
  }
}
