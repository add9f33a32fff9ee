package id.aduan.lapor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$eval('1')",
        "($e := $eval; $e('1'))",
        "$pad('x', 2000000000)",
        "$map([1], function($x) { $x })",
        "($f := function ($x) { $f($x) }; $f(1))",
        "($f := \u03bb($x) { $x }; $f(1))"
      })
  void whatCouldOutrunTheBoundsIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.compile(text))
        .withMessage("must not define functions or use $eval or $pad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "title &", "a.b.[", "\"x", "{\"a\": }"})
  void whatIsNoExpressionIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.compile(text))
        .withMessageStartingWith("is not JSONata");
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.compile("a".repeat(4097)))
        .withMessage("is longer than 4096 characters");
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.compile("(".repeat(4000)));
  }

  /** The library kept each evaluation in reach of the next, in the thread that had compiled. */
  @Test
  void itIsAsGoodAfterManyEvaluationsInTheThreadThatCompiledIt() throws Exception {
    Expression expression = Expression.compile("$string(a)");

    for (int i = 0; i < 50_000; i++) {
      assertThat(expression.evaluate(Map.of("a", i))).isEqualTo(Integer.toString(i));
    }
  }

  @Test
  @Timeout(10)
  void whatTakesTooLongIsStopped() {
    Expression endless = Expression.compile("$sum([1..900000].([1..900000].(1)))");

    assertThatThrownBy(() -> endless.evaluate(Map.of()))
        .isInstanceOf(ExpressionFailure.class)
        .hasMessageStartingWith("failed with");
  }

  @Test
  void aFailureTellsNothingOfTheInput() {
    Expression faulty = Expression.compile("$number(title)");

    assertThatThrownBy(() -> faulty.evaluate(Map.of("title", "ZZPII-rahasia")))
        .isInstanceOf(ExpressionFailure.class)
        .hasMessageNotContaining("ZZPII");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'true'", "1", "[true]", "{}", "null", "nothing", "'PUBLIK'"})
  void onlyTrueIsTrue(String text) throws ExpressionFailure {
    assertThat(Expression.compile(text).isTrue(Map.of())).isFalse();
    assertThat(Expression.compile("true").isTrue(Map.of())).isTrue();
  }

  @Test
  void whatIsMissingIsLeftOutAndTheInputStaysAsItIs() throws Exception {
    Map<String, Object> input =
        Map.of("title", "a \"b\" </x>", "attachments", List.of(), "secret", true);
    Expression body =
        Expression.compile(
            "{'judul': title, 'pelapor': reporter.{'nama': name}, 'rahasia': secret,"
                + " 'berkas': [attachments.{'nama': fileName}], 'kosong': null}");

    byte[] json =
        new ObjectMapper().writeValueAsBytes(body.evaluate(Collections.unmodifiableMap(input)));

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"judul\":\"a \\\"b\\\" </x>\",\"rahasia\":true,\"berkas\":[],\"kosong\":null}");
  }
}
