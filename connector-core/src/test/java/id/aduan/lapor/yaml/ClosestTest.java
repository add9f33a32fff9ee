package id.aduan.lapor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestTest {

  @ParameterizedTest
  @CsvSource({
    "dishub, dishub, 0",
    "dishb, dishub, 1",
    "dihsub, dishub, 1",
    "dinsos, dishub, 4",
    "'', abc, 3",
  })
  void editsAreCounted(String a, String b, int expected) {
    assertThat(Closest.distance(a, b)).isEqualTo(expected);
    assertThat(Closest.distance(b, a)).isEqualTo(expected);
  }

  @Test
  void aFarWordIsNotSuggestedAndAFewChoicesAreListed() {
    List<String> many = IntStream.range(0, 25).mapToObj(i -> "agency" + i).toList();

    assertThat(Closest.hint("x", List.of("on", "off"))).isEqualTo("known: on, off");
    assertThat(Closest.hint("polres", many)).isEmpty();
    assertThat(Closest.hint("x", List.of())).isEmpty();
  }
}
