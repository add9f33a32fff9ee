package id.aduan.lapor.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HappenedTest {
  @Test
  void a_count_is_one_line() {
    assertThat(Happened.line("F13", 50, "power cuts,\n of a disk"))
        .isEqualTo("fault F13: 50 times: power cuts, of a disk");
  }

  @Test
  void what_is_no_number_of_a_fault_is_refused() {
    assertThatThrownBy(() -> Happened.times("C8", 1, "order"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Happened.times("F8", -1, "fewer than none"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
