package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C12")
class OperatorTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "operator:x", "-x", "a/b", "b\u00fcdi", "a\nb"})
  void who_acts_is_an_account(String who) {
    assertThatThrownBy(() -> new Operator(who, "why")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "a\u001b[1mb", "a\u202eb", "a\u2066b", "a\u2028b"})
  void a_reason_neither_ends_nor_reorders_a_line(String reason) {
    assertThatThrownBy(() -> new Operator("budi", reason))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bounds_are_kept_and_the_actor_is_told_from_what_acts_by_itself() {
    Operator longest = new Operator("b".repeat(64), "r".repeat(200));

    assertThat(longest.actor()).isEqualTo("operator:" + "b".repeat(64));
    assertThat(new Operator("configuration", "").actor()).isEqualTo("operator:configuration");
    assertThatThrownBy(() -> new Operator("b".repeat(65), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Operator("budi", "r".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
