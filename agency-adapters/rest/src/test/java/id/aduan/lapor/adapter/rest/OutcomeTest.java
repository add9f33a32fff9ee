package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.wire.HttpOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C7")
class OutcomeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");
  private static final Outcome.Rules RULES =
      Outcome.Rules.of(
          new RestConfig.Create(
              "POST",
              "/tiket",
              "{}",
              "/nomor",
              Optional.of("$not(status = 'GALAT')"),
              Optional.of("kode = 'GANDA'"),
              HttpOutcome.REFUSED,
              Optional.of("/galat/0/kolom")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"nomor":"T-1"}                      | accepted T-1
          201 | {"nomor":17}                         | accepted 17
          202 | {"nomor":" T-1 "}                    | accepted T-1
          200 | {"nomor":""}                         | unknown
          200 | {"nomor":null}                       | unknown
          200 | {"nomor":"null"}                     | unknown
          200 | {"nomor":{"id":1}}                   | unknown
          200 | {"nomor":"T\\u0007-1"}               | unknown
          200 | {"pesan":"Terjadi kesalahan sistem"} | unknown
          200 | {"nomor":"T-1","nomor":"T-2"}        | unknown
          200 | {"nomor":"T-1"                       | unknown
          200 | {"nomor":"T-1"} {}                   | unknown
          200 | "T-1"                                | unknown
          200 | {"status":"GALAT","nomor":"T-1"}     | unknown
          200 | {"kode":"GANDA"}                     | refused
          409 | {"kode":"GANDA"}                     | unknown
          409 | {}                                   | unknown
          422 | {}                                   | refused
          500 | {"kode":"GANDA"}                     | refused
          500 | {"nomor":"T-1"}                      | unknown
          302 | {"kode":"GANDA"}                     | unknown
          401 | {"kode":"GANDA"}                     | later
          429 | {"kode":"GANDA"}                     | later
          """)
  void anAnswerInJsonMeansThis(int status, String body, String expected) {
    assertThat(kind(Outcome.of(RULES, Replies.CALL, Replies.json(status, body), NOW)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/html                  | <html>Masuk</html> | unknown
          text/plain                 | {"nomor":"T-1"}    | unknown
          ``                         | {"nomor":"T-1"}    | unknown
          application/json;charset=x | {"nomor":"T-1"}    | accepted T-1
          APPLICATION/JSON           | {"nomor":"T-1"}    | accepted T-1
          application/hal+json       | {"nomor":"T-1"}    | accepted T-1
          application/json           | ``                 | unknown
          """)
  void whatIsNotSaidToBeJsonIsNotRead(String type, String body, String expected) {
    assertThat(kind(Outcome.of(RULES, Replies.CALL, Replies.reply(201, type, body), NOW)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"status":"DIPERBARUI"} | accepted T-9
          202 | {}                      | accepted T-9
          204 | ``                      | accepted T-9
          200 | ``                      | unknown
          200 | <html>Masuk</html>      | unknown
          302 | {}                      | unknown
          404 | {}                      | refused
          409 | {}                      | unknown
          500 | {}                      | unknown
          """)
  void anAnswerToAnUpdateMeansThis(int status, String body, String expected) {
    RestConfig.Update update =
        new RestConfig.Update(
            "PUT",
            "/tiket/{ticket}",
            "{}",
            Optional.empty(),
            Optional.empty(),
            HttpOutcome.REFUSED,
            Optional.empty());

    assertThat(
            kind(
                Outcome.of(
                    Outcome.Rules.of(update),
                    "T-9",
                    Replies.CALL,
                    Replies.json(status, body),
                    NOW)))
        .isEqualTo(expected);
  }

  @Test
  void anotherEncodingIsNotGuessed() {
    Map<String, String> type = Map.of("content-type", "application/json");
    byte[] windows = "{\"nomor\":\"T-\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] wide = "{\"nomor\":\"T-1\"}".getBytes(StandardCharsets.UTF_16);

    for (byte[] body : new byte[][] {windows, wide}) {
      assertThat(Outcome.of(RULES, Replies.CALL, new HttpReply(201, type, body), NOW))
          .isInstanceOf(Unknown.class);
    }
  }

  @Test
  void aRefusalShowsACodeAndNoSentence() {
    String code = "{\"galat\":[{\"kolom\":\"lampiran[0].nama\"}]}";
    String sentence = "{\"galat\":[{\"kolom\":\"Nama Budi tidak dikenal\"}]}";

    assertThat(Outcome.of(RULES, Replies.CALL, Replies.json(422, code), NOW))
        .isEqualTo(
            new Refused(
                "http.422",
                "POST https://dinas.example.go.id/tiket was refused with 422"
                    + " (lampiran[0].nama)"));
    assertThat(Outcome.of(RULES, Replies.CALL, Replies.json(422, sentence), NOW))
        .isEqualTo(
            new Refused("http.422", "POST https://dinas.example.go.id/tiket was refused with 422"));
  }

  @Test
  void aTargetThatAsksForPatienceGetsIt() {
    HttpReply busy = new HttpReply(503, Map.of("retry-after", "90"), new byte[0]);

    assertThat(Outcome.of(RULES, Replies.CALL, busy, NOW))
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.after()).contains(Duration.ofSeconds(90)));
  }

  private static String kind(DeliveryResult result) {
    if (result instanceof Accepted accepted) {
      return "accepted " + accepted.reference();
    } else if (result instanceof Refused) {
      return "refused";
    }
    return result instanceof RetryLater ? "later" : "unknown";
  }
}
