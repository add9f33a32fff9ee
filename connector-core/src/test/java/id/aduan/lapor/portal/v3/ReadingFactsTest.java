package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easy to get wrong in reading: portal-wire 12 no. 6, 7, 8 and 10. */
class ReadingFactsTest extends PortalFactsRig {
  @Nested
  @Tag("portal-wire-12.6")
  class Fact6Times {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "Sabtu, 11 Februari 2023, 01:16; 2023-02-10T18:16:00Z",
          "SENIN, 27 februari 2023, 19:20; 2023-02-27T12:20:00Z",
          "29 May 2023 04:05:34; 2023-05-28T21:05:34Z",
          "4 Sep 2021 04:05:34; 2021-09-03T21:05:34Z",
          "2023-04-29T18:07:49.982573; 2023-04-29T11:07:49.982573Z",
          "03-11-2025 09:15:00; 2025-11-03T02:15:00Z",
          "2025-11-03 09:15:00; 2025-11-03T02:15:00Z",
          "2025-11-03T09:15:00+08:00; 2025-11-03T01:15:00Z"
        })
    void each_form_is_read_in_the_zone_of_the_profile(String written, Instant expected) {
      answerDetail("{\"created_at\": \"" + written + "\"}", "[]");

      assertThat(portal("followUps: {read: false}").complaint(ID).complaint().receivedAt())
          .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"7 jam yang lalu", "Minggu, 11 Februari 2023, 01:16", "32-01-2025 00:00:00"})
    void a_relative_or_impossible_time_is_none(String written) {
      answerDetail("{\"created_at\": \"" + written + "\"}", "[]");

      assertThat(portal("followUps: {read: false}").complaint(ID).complaint().receivedAt())
          .isEmpty();
    }

    @Test
    void each_group_of_fields_may_have_a_zone_and_forms_of_its_own() {
      answerDetail(
          "{\"created_at\": \"2025-11-03 09:15:00\"}",
          "[{\"id\": 1, \"date\": \"2025/11/03 09.15\"}]");

      PortalState state =
          portal(
                  """
                  followUps: {read: false}
                  times: {zone: Asia/Jayapura}
                  log: {times: {zone: UTC, forms: ["uuuu/MM/dd HH.mm"]}}
                  """)
              .complaint(ID);

      assertThat(state.complaint().receivedAt()).contains(Instant.parse("2025-11-03T00:15:00Z"));
      assertThat(state.entries().get(0).at()).contains(Instant.parse("2025-11-03T09:15:00Z"));
    }
  }

  @Nested
  @Tag("portal-wire-12.7")
  class Fact7TheTrackingIdIsOpaque {
    @ParameterizedTest
    @CsvSource({
      "'\"9200001\"', 9200001",
      "9200001, 9200001",
      "'\"#9200001\"', 9200001",
      "'\"0012345\"', 0012345",
      "'\"12345678\"', 12345678"
    })
    void it_is_read_as_it_is_written_and_never_as_a_number(String json, String expected) {
      answer("/complaints?page=1", "{\"results\": {\"data\": [{\"complaint_id\": " + json + "}]}}");

      assertThat(portal().changed(Optional.empty(), PortalReader.FIRST).states().get(0).complaint())
          .extracting(Complaint::id)
          .hasToString(expected);
    }

    @Test
    void a_detail_that_names_another_complaint_is_not_taken_for_ours() {
      answerDetail("{\"complaint_id\": 9200002, \"content\": \"x\"}", "[]");

      assertThatThrownBy(() -> portal().complaint(ID))
          .hasMessageContaining("with another complaint");
    }
  }

  @Nested
  @Tag("portal-wire-12.8")
  class Fact8WhatIsOftenEmpty {
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "\"0\"", "\"null\""})
    void no_category_and_no_institution_are_none_and_no_fault(String nothing) {
      answerDetail(
          "{\"category_id\": "
              + nothing
              + ", \"disposition_id\": "
              + nothing
              + ", \"classification\": null}",
          "[]");

      Complaint complaint = portal("followUps: {read: false}").complaint(ID).complaint();

      assertThat(complaint.category()).isEmpty();
      assertThat(complaint.disposition()).isEmpty();
      assertThat(complaint.classification().raw()).isEmpty();
    }
  }

  @Nested
  @Tag("portal-wire-12.10")
  class Fact10OneMixedList {
    @Test
    void templates_are_filled_markup_is_gone_and_the_json_inside_the_text_is_read() {
      answerDetail(
          "{\"content\": \"x\"}",
          """
          [{"id": 1, "date": "03-11-2025 09:00:00", "content":
             "Laporan didisposisikan ke {{institution_to}} oleh {{institution_from}}",
            "institution_from": {"id": 151345, "name": "Pusat"},
            "institution_to": {"id": 12938, "name": "Kab. {{status_old}}"},
            "data": "{\\"status_old\\":{\\"name\\":\\"Belum Terverifikasi\\"},\\"status_new\\":{\\"name\\":\\"Dalam Proses\\"}}"}]
          """);
      answerFollowUps(
          1,
          """
          [{"id": 10, "created_at": "03-11-2025 09:15:00", "institution_from_name": "Dinas",
            "institution_from_id": 5, "template_code": "reply_lmw", "template_content":
            "<p>Ditindaklanjuti oleh <a href='javascript:x'>{{institution_from_link}}</a></p>",
            "content": "<script>alert(1)</script>Sudah <b>kami</b> perbaiki&nbsp;&lt;ok&gt;<br>Terima kasih",
            "is_secret": 1,
            "attachments": {"0": {"path": "/berkas/1", "file_name": "foto.jpg"},
                            "docs": [{"path": "https://x.invalid/2", "file_name": "surat.pdf"}]},
            "data": "{}"}]
          """,
          "\"https://elsewhere.invalid/?page=2\"");
      answerFollowUps(
          2,
          """
          [{"id": 11, "created_at": "03-11-2025 10:00:00", "template_code": "reply_reporter",
            "content": "Belum menyala"},
           {"id": 12, "created_at": "03-11-2025 10:05:00", "content": "Entah"},
           {"id": 9, "created_at": "03-11-2025 08:00:00", "template_code": "disposition",
            "template_content": "Ke {{institution_to}} lewat {{kurir}}"}]
          """,
          "null");

      PortalState state = portal().complaint(ID);

      assertThat(state.entries())
          .extracting(PortalEntry::id, PortalEntry::origin, PortalEntry::kind, PortalEntry::text)
          .containsExactly(
              tuple("9", Origin.FOLLOW_UP, Kind.DISPOSITION, "Ke [institution_to] lewat [kurir]"),
              tuple(
                  "1",
                  Origin.LOG,
                  Kind.DISPOSITION,
                  "Laporan didisposisikan ke Kab. {{status_old}} oleh Pusat"),
              tuple(
                  "10",
                  Origin.FOLLOW_UP,
                  Kind.ANSWER,
                  "Sudah kami perbaiki\u00a0<ok>\nTerima kasih"),
              tuple("11", Origin.FOLLOW_UP, Kind.REPORTER_REPLY, "Belum menyala"),
              tuple("12", Origin.FOLLOW_UP, Kind.UNTYPED, "Entah"));
      PortalEntry log = state.entries().get(1);
      assertThat(log.before().orElseThrow().stage()).isEqualTo(Stage.UNVERIFIED);
      assertThat(log.after().orElseThrow().stage()).isEqualTo(Stage.IN_PROGRESS);
      assertThat(log.to()).contains(new Institution("12938", "Kab. {{status_old}}"));
      PortalEntry answer = state.entries().get(2);
      assertThat(answer.secret()).isEqualTo(Flag.TRUE);
      assertThat(answer.attachments())
          .containsExactly(
              new Attachment("foto.jpg", FAR.baseUrl() + "/berkas/1"),
              new Attachment("surat.pdf", "https://x.invalid/2"));
      assertThat(state.unfamiliar()).contains("placeholder: {{kurir}}");
      assertThat(answer.toString()).doesNotContain("perbaiki");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<img src=x onerror=alert(1)>a | a",
          "a <!-- > --><p title='x>y'>b</p> | a b",
          "<scr<script>ipt>alert(1)</script> | ipt>alert(1)",
          "&amp;lt;b&amp;gt; | &lt;b&gt;",
          "1 < 2 dan 3 > 2 | 1 < 2 dan 3 > 2",
          "a\u0000b\u0007c | abc",
          "<style>p{}</style><p>a</p><ul><li>b</li></ul> | a\\nb"
        })
    void hostile_markup_becomes_plain_text(String html, String expected) {
      assertThat(PlainText.of(html)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void markup_that_is_deep_or_long_ends_soon() {
      assertTimeout(
          Duration.ofSeconds(20),
          () -> {
            PlainText.of("<div>".repeat(200_000));
            PlainText.of("<b><i>".repeat(100_000));
            PlainText.of("&".repeat(500_000));
          });
    }

    @Test
    void a_portal_that_refuses_follow_ups_still_tells_the_case() {
      answerDetail("{\"content\": \"x\"}", "[]");
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints/9200001/followups"))
              .willReturn(aResponse().withStatus(403)));

      PortalState state = portal().complaint(ID);

      assertThat(state.whole()).isTrue();
      assertThat(state.unfamiliar()).containsExactly("follow-ups: farend.refused");
    }

    @Test
    void follow_ups_that_may_come_later_are_waited_for() {
      answerDetail("{\"content\": \"x\"}", "[]");
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints/9200001/followups"))
              .willReturn(aResponse().withStatus(503)));

      assertThatThrownBy(() -> portal().complaint(ID)).isInstanceOf(FarEndException.class);
    }

    @Test
    void a_pushed_follow_up_is_an_entry() {
      PortalState state =
          portal()
              .read(
                  """
                  {"type": "followup.created", "data": {"complaint_id": "9200001",
                    "followup": {"id": 3, "created_at": "2025-11-03T02:15:00Z",
                      "template_code": "reply_reporter", "content": "Terima kasih"}}}
                  """
                      .getBytes(StandardCharsets.UTF_8));

      assertThat(state.entries())
          .extracting(PortalEntry::id, PortalEntry::kind)
          .containsExactly(tuple("3", Kind.REPORTER_REPLY));
      assertThat(state.unfamiliar()).isEmpty();
    }
  }

  @Nested
  @Tag("F63")
  class WhatIsNew {
    @Test
    void a_new_field_and_an_unknown_word_are_told_by_name_once_and_nothing_is_lost() {
      answerDetail(
          """
          {"content": "x", "status_name": "Dibuka Kembali", "classification": "Hoaks",
           "skor_baru": {"a": 1}, "Budi ZZPII 0812": 1, "title": ["a"]}
          """,
          "[{\"id\": 1, \"data\": {\"status_new\": {\"name\": \"Dibuka Kembali\"}}}, 7]");

      PortalState state = portal("followUps: {read: false}").complaint(ID);

      assertThat(state.complaint().status().raw()).isEqualTo("Dibuka Kembali");
      assertThat(state.complaint().status().stage()).isEqualTo(Stage.UNKNOWN);
      assertThat(state.unfamiliar())
          .containsExactlyInAnyOrder(
              "status: dibuka kembali",
              "classification: hoaks",
              "field: skor_baru",
              "field: (a name of another form)",
              "field: TITLE is not one value",
              "entries: an item of another form");
      Happened.times("F63", state.unfamiliar().size(), "fields and words that nobody knows");
    }
  }
}
