package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

  @Test
  void aValueCannotLeaveItsPlace() {
    PathTemplate path = PathTemplate.ofFind("/tickets/{reference}?exact=1");

    assertThat(path.with(Map.of("reference", "../a?b=c&d#e f*{reference}$1\n")))
        .isEqualTo("/tickets/..%2Fa%3Fb%3Dc%26d%23e%20f%2A%7Breference%7D%241%0A?exact=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tickets", "//evil.example", "/a b", "/a#b", "/../a", "/a/{x y}"})
  void whatIsNoPathIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathTemplate.ofCreate(text));
  }
}
