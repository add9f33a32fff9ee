package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C22")
class ByteBudgetTest {
  private final ByteBudget budget = new ByteBudget(100);

  @Test
  void what_is_refused_takes_nothing_and_what_is_given_back_can_be_taken_again() {
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(41)).isFalse();
    assertThat(budget.taken()).isEqualTo(60);
    assertThat(budget.take(40)).isTrue();

    budget.give(60);

    assertThat(budget.take(60)).isTrue();
  }

  @Test
  void nothing_is_always_there() {
    assertThat(budget.take(100)).isTrue();

    assertThat(budget.take(0)).isTrue();
  }
}
