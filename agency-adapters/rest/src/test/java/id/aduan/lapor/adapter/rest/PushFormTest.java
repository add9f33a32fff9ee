package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.ChangePage.Unreadable;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.PushedMessage.Broken;
import id.aduan.lapor.agency.PushedMessage.Changes;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.agency.wire.TimeForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushFormTest {
  private static final RestConfig.Item ITEM =
      new RestConfig.Item(
          "/id",
          "/no",
          Optional.of("/ref"),
          "/at",
          TimeForm.iso(ZoneId.of("Asia/Jakarta")),
          Optional.of("/text"),
          Optional.empty(),
          "visibility = 'public'",
          Optional.empty());
  private static final PushForm ONE = PushForm.of(new RestConfig.Push(Optional.empty(), ITEM));
  private static final PushForm LIST = PushForm.of(new RestConfig.Push(Optional.of("/d"), ITEM));
  private static final String CHANGE =
      """
      {"id": 7, "no": "T-1", "ref": "8123456", "at": "2026-11-25 14:00:00", "text": "Selesai",
       "visibility": "public", "role": "admin", "__proto__": {"isPublic": true}}""";

  @Test
  void aMessageIsOneChangeOrAListOfThem() {
    TicketChange expected =
        new TicketChange(
            "7",
            "T-1",
            "8123456",
            Instant.parse("2026-11-25T07:00:00Z"),
            true,
            "Selesai",
            "",
            List.of());

    assertThat(changes(ONE, CHANGE).changes()).containsExactly(expected);
    assertThat(changes(LIST, "{\"d\": [%s]}".formatted(CHANGE)).changes())
        .containsExactly(expected);
    assertThat(changes(LIST, "{\"d\": []}").changes()).isEmpty();
  }

  @ParameterizedTest
  @Tag("C24")
  @CsvSource({"public, true", "PUBLIC, false", "internal, false"})
  void onlyProofMakesItPublic(String visibility, boolean isPublic) {
    assertThat(changes(ONE, CHANGE.replace("\"public\"", "\"" + visibility + "\"")).changes())
        .extracting(TicketChange::isPublic)
        .containsExactly(isPublic);
  }

  @ParameterizedTest
  @Tag("S8")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                | payload.shape
          null                              | payload.shape
          []                                | payload.shape
          "x"                               | payload.shape
          {"d": {}}                         | payload.shape
          {"d": null}                       | payload.shape
          {"id":1,"id":2}                   | json.duplicate_key
          {"d": [}                          | json.syntax
          {} {}                             | json.syntax
          NaN                               | json.number
          {"d": [NaN]}                      | json.number
          <d/>                              | json.syntax
          """)
  void aMessageThatBreaksTheAgreementIsNamedByACode(String body, String code) {
    assertThat(read(LIST, body)).isEqualTo(new Broken(code));
  }

  @Test
  @Tag("S8")
  void whatExceedsALimitIsNamedByItsCode() {
    assertThat(read(ONE, "[".repeat(100_000))).isEqualTo(new Broken("json.depth"));
    assertThat(read(ONE, "{\"d\":" + "1".repeat(1_000_000) + "}"))
        .isEqualTo(new Broken("json.number"));
    assertThat(read(ONE, "{\"d\":\"" + "x".repeat(1_000_001) + "\"}"))
        .isEqualTo(new Broken("json.length"));
    assertThat(ONE.read(new byte[] {'{', (byte) 0xff, '}'})).isEqualTo(new Broken("json.encoding"));
  }

  @Test
  @Tag("C22")
  void moreChangesThanAreTakenAreNotRead() {
    String many = "{\"d\": [%s]}";

    assertThat(changes(LIST, many.formatted("3" + ",3".repeat(999))).unreadable()).hasSize(1_000);
    assertThat(read(LIST, many.formatted("3" + ",3".repeat(1_000))))
        .isEqualTo(new Broken("payload.too_many"));
  }

  @Test
  @Tag("C11")
  void aChangeThatCannotBeReadIsHandedOverAndCostsNoOther() {
    Changes read =
        changes(LIST, "{\"d\": [%s, {}, %s, 3]}".formatted(CHANGE, CHANGE.replace("7", "8")));

    assertThat(read.changes()).extracting(TicketChange::id).containsExactly("7", "8");
    assertThat(read.unreadable())
        .extracting(Unreadable::reason)
        .containsOnly("has no readable 'at'");
  }

  /** Half a character could not be written down: such a change would fail wherever it goes. */
  @Test
  @Tag("C11")
  void halfACharacterCannotBeRead() {
    Changes read = changes(ONE, CHANGE.replace("Selesai", "Selesai \\ud83d"));

    assertThat(read.changes()).isEmpty();
    assertThat(read.unreadable())
        .extracting(Unreadable::reason)
        .containsExactly("has half a character in 'text'");
    assertThat(changes(ONE, CHANGE.replace("Selesai", "\\ud83d\\ude4f")).changes())
        .extracting(TicketChange::text)
        .containsExactly("\uD83D\uDE4F");
  }

  private static Changes changes(PushForm form, String body) {
    return (Changes) read(form, body);
  }

  private static PushedMessage read(PushForm form, String body) {
    return form.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
