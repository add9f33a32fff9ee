package id.aduan.lapor.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void problemsAreToldOnceByFileAndPlace() {
    Problems problems = new Problems();
    problems.add(new Problem("b.yaml", 9, 1, "late", ""));
    problems.add(new Problem("a.yaml", 1, 1, "other file", ""));
    problems.add(new Problem("b.yaml", 2, 7, "right", "move\nit"));
    problems.add(new Problem("b.yaml", 2, 3, "left", ""));
    problems.add(new Problem("b.yaml", 2, 3, "left", ""));

    ConfigurationFault fault = catchThrowableOfType(ConfigurationFault.class, problems::throwIfAny);

    assertThat(fault.problems()).isEqualTo(problems.list()).hasSize(4);
    assertThat(fault)
        .hasMessage(
            """
            b.yaml:2:3: left
            b.yaml:2:7: right (move it)
            b.yaml:9:1: late
            a.yaml:1:1: other file""");
  }

  @Test
  void noProblemIsNoFault() {
    Problems problems = new Problems();

    problems.throwIfAny();

    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void limitsThatLimitNothingAreRefused() {
    assertThatThrownBy(() -> YamlLimits.DEFAULT.withBytesMax(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limits must be positive: 0 bytes, 32 levels, 64 aliases");
  }
}
