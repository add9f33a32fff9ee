package id.aduan.lapor.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("C7")
class HttpOutcomeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");
  private static final HttpCall CALL =
      HttpEndpoint.of(URI.create("https://dinas.example.go.id/api"), new HttpAuth.None())
          .call("POST", "/tiket?token=hush", Map.of(), Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          300 |      | unknown
          301 |      | unknown
          302 |      | unknown
          307 |      | unknown
          308 |      | unknown
          400 |      | refused
          401 |      | credentials
          402 |      | unknown
          403 |      | credentials
          404 |      | refused
          405 |      | refused
          408 |      | unknown
          409 |      | unknown
          410 |      | target
          413 |      | refused
          415 |      | refused
          422 |      | refused
          423 |      | unknown
          429 |      | target
          429 | 30   | target
          429 | soon | target
          500 |      | unknown
          500 | 30   | unknown
          501 |      | unknown
          502 |      | unknown
          503 |      | unknown
          503 | soon | unknown
          503 | 30   | target
          504 |      | unknown
          """)
  void aStatusProvesThis(int status, String retryAfter, String expected) {
    DeliveryResult result =
        HttpOutcome.of(CALL, reply(status, retryAfter), HttpOutcome.REFUSED, NOW);

    assertThat(kind(result)).isEqualTo(expected);
    assertThat(result.toString()).contains(Integer.toString(status)).doesNotContain("hush");
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatWasNotSentProvesThatNothingIsStored(HttpFailure.Kind kind) {
    DeliveryResult result = HttpOutcome.of(new HttpFailure(kind, "POST /tiket: closed"));

    assertThat(kind(result))
        .isEqualTo(
            switch (kind) {
              case NOT_SENT -> "target";
              case NOT_ADMITTED -> "credentials";
              case UNCERTAIN -> "unknown";
              case NOT_WHOLE -> "entry";
            });
  }

  @ParameterizedTest
  @CsvSource({
    "302,,farend.refused",
    "401,,farend.refused",
    "404,,farend.absent",
    "410,,farend.absent",
    "408,,farend.unreachable",
    "429,,farend.busy",
    "429,60,farend.busy",
    "500,,farend.unreachable",
    "503,,farend.unreachable",
    "503,60,farend.busy"
  })
  void aReadThatFailsSaysWhetherToTryAgain(int status, String retryAfter, String code) {
    FarEndException trouble = HttpOutcome.unread(CALL, reply(status, retryAfter), NOW);

    assertThat(trouble.code()).isEqualTo(code);
    assertThat(trouble.retryAfter().isPresent()).isEqualTo(retryAfter != null);
  }

  @Test
  void aReadThatWasNotAnsweredMayBeTriedAgain() {
    HttpFailure failure = new HttpFailure(HttpFailure.Kind.UNCERTAIN, "GET /perubahan: cut");

    assertThat(HttpOutcome.unread(failure))
        .hasMessage("GET /perubahan: cut; nothing was read")
        .hasCause(failure)
        .returns(true, FarEndException::retryable);
  }

  @Test
  @Tag("C9")
  void whoeverWasNotLetInIsToldToLookAtTheCredentials() {
    HttpFailure failure = new HttpFailure(HttpFailure.Kind.NOT_ADMITTED, "no token");

    assertThat(HttpOutcome.of(failure).toString()).contains("no token; check the credentials");
    assertThat(HttpOutcome.unread(failure).code()).isEqualTo("farend.refused");
  }

  @Test
  @Tag("C9")
  void theWishOfWhoeverOpensTheWayCountsToo() {
    HttpFailure failure = HttpFailure.busy("no token", Duration.ofMinutes(2));

    assertThat(HttpOutcome.of(failure))
        .isEqualTo(
            new RetryLater(
                DeliveryResult.Trouble.TARGET, "no token", Optional.of(Duration.ofMinutes(2))));
    assertThat(HttpOutcome.unread(failure).code()).isEqualTo("farend.busy");
  }

  private static HttpReply reply(int status, String retryAfter) {
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
    return new HttpReply(status, headers, new byte[0]);
  }

  private static String kind(DeliveryResult result) {
    if (result instanceof Accepted) {
      return "accepted";
    } else if (result instanceof Refused) {
      return "refused";
    } else if (result instanceof RetryLater later) {
      return later.trouble().name().toLowerCase(Locale.ROOT);
    }
    return result instanceof Unknown ? "unknown" : "?";
  }
}
