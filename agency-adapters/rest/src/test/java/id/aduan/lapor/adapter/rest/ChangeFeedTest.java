package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.agency.wire.TimeForm;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.failure.FarEndException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFeedTest {
  private static final ChangeFeed FEED =
      ChangeFeed.of(
          new RestConfig.Changes(
              "/c?a={cursor}",
              2,
              "",
              "/data",
              "/next",
              Optional.empty(),
              new RestConfig.Item(
                  "/id",
                  "/no",
                  Optional.of("/ref"),
                  "/at",
                  TimeForm.iso(ZoneId.of("Asia/Makassar")),
                  Optional.of("/text"),
                  Optional.of("/status"),
                  "visibility = 'public'",
                  Optional.of(new RestConfig.Files("/files", "/name", "/url")))));

  @Test
  void aChangeIsReadWithItsFilesInTheZoneOfTheSystem() {
    ChangePage page =
        read(
            """
            {"next": 7, "data": [{"id": 7, "no": "T-1", "ref": "8123456",
              "at": "2026-11-25 14:00:00", "text": "Selesai &amp; bersih", "status": "DONE",
              "visibility": "public", "files": [{"name": "a.jpg", "url": "https://x/a"}, {}]}]}
            """);

    TicketChange change = page.changes().get(0);
    assertThat(page.cursor()).isEqualTo("7");
    assertThat(page.more()).isFalse();
    assertThat(change.id()).isEqualTo("7");
    assertThat(change.changedAt()).isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
    assertThat(change.isPublic()).isTrue();
    assertThat(change.text()).isEqualTo("Selesai &amp; bersih");
    assertThat(change.attachments()).containsExactly(new Attachment("a.jpg", "https://x/a"));
  }

  @ParameterizedTest
  @Tag("C24")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "public"   | true
          "PUBLIC"   | false
          "internal" | false
          null       | false
          true       | false
          ["public"] | false
          """)
  void onlyProofMakesItPublic(String visibility, boolean isPublic) {
    ChangePage page = read(page("1", "\"visibility\": " + visibility));

    assertThat(page.changes()).extracting(TicketChange::isPublic).containsExactly(isPublic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"data": [], "next": null}                 | ask  | false
          {"data": [], "next": "8"}                  | 8    | false
          {"data": [ITEM], "next": "8"}              | 8    | false
          {"data": [ITEM, ITEM], "next": "8"}        | 8    | true
          {"data": [ITEM, ITEM], "next": "ask"}      | ask  | false
          """)
  void aPageSaysWhereTheNextBegins(String template, String cursor, boolean more) {
    ChangePage page = read(template.replace("ITEM", item("1", "\"visibility\": null")));

    assertThat(page.cursor()).isEqualTo(cursor);
    assertThat(page.more()).isEqualTo(more);
  }

  @ParameterizedTest
  @Tag("C11")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                      | has no readable 'at'
          3                                       | has no readable 'at'
          {"at":"0000-00-00 00:00:00"}            | has no readable 'at'
          {"at":"2026-11-25 14:00"}               | has no 'id'
          {"at":"2026-11-25 14:00","id":"null"}   | has no 'id'
          {"at":"2026-11-25 14:00","id":1}        | has no 'ticket'
          {"at":["ZZPII"],"id":1}                 | has an object or a list for 'at'
          """)
  void aChangeThatCannotBeReadIsHandedOverAndCostsNoOther(String raw, String reason) {
    String good = item("1", "\"visibility\": null");

    ChangePage page = read("{\"next\": \"8\", \"data\": [%s, %s, %s]}".formatted(good, raw, good));

    assertThat(page.changes()).hasSize(2);
    assertThat(page.unreadable()).hasSize(1);
    assertThat(page.unreadable().get(0).raw()).asString().isEqualTo(raw);
    assertThat(page.unreadable().get(0).reason()).isEqualTo(reason);
    assertThat(page.cursor()).isEqualTo("8");
  }

  @Test
  void aPageOfNothingReadableGoesOnAsAFullOne() {
    ChangePage page = read("{\"next\": \"8\", \"data\": [{}, 3]}");

    assertThat(page.changes()).isEmpty();
    assertThat(page.unreadable()).hasSize(2);
    assertThat(page.more()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"next": "1"}                                              | 'items' points to no list
          {"next": "1", "data": {}}                                  | 'items' points to no list
          {"data": [{}]}                                             | there is no usable cursor
          {"data": [ITEM]}                                           | there is no usable cursor
          {"data": [ITEM], "next": {}}                               | 'cursor' points to no text
          {"data": [], "data": [], "next": "1"}                      | the answer is not whole JSON in UTF-8
          """)
  void aBrokenPageMovesNothingAndIsNotQuoted(String template, String expected) {
    String page = template.replace("ITEM", item("1", "\"text\": \"ZZPII-isi\""));

    assertThatThrownBy(() -> read(page))
        .isInstanceOf(FarEndException.class)
        .hasMessageEndingWith(": " + expected + "; nothing was read")
        .hasMessageNotContaining("ZZPII");
  }

  private static String page(String id, String more) {
    return "{\"next\": \"" + id + "\", \"data\": [" + item(id, more) + "]}";
  }

  private static String item(String id, String more) {
    return "{\"id\": \"%s\", \"no\": \"T-1\", \"at\": \"2026-11-25T14:00:00Z\", %s}"
        .formatted(id, more);
  }

  private static ChangePage read(String json) {
    return FEED.read(Replies.CALL, Replies.json(200, json), "ask");
  }
}
