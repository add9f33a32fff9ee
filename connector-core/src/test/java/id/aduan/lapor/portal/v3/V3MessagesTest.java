package id.aduan.lapor.portal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class V3MessagesTest {
  private static final V3Settings SETTINGS =
      V3Settings.of(
          URI.create("https://x.invalid/lapor"),
          V3Credentials.of(Secret.of("a"), Secret.of("{b}")),
          "15201",
          "7001");

  private static PortalState read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PortalState read(byte[] raw) {
    return new V3Complaints(SETTINGS).ofMessage(V3Json.parse(raw));
  }

  private static Complaint data(String fields) {
    return read("{\"data\": {\"complaint_id\": \"9200001\", " + fields + "}}").complaint();
  }

  @Test
  void a_full_message_is_read_field_by_field() {
    PortalState state =
        read(
            """
            {"type": "complaint.created", "timestamp": "2026-11-23T04:05:34Z", "revision": 3,
             "data": {"complaint_id": "9200001", "title": "Lampu", "content": "Mati",
               "category_id": 1398, "category_name": "Penerangan\u00a0Jalan",
               "classification": "Pengaduan Tidak Berkadar Pengawasan", "channel": "Website",
               "is_anonymous": false, "is_secret": true, "created_at": "2026-11-23T11:05:34+07:00",
               "date_of_incident": "2026-11-20", "location": "Bintan Timur",
               "status_name": "Belum Terverifikasi", "disposition_id": 12938,
               "disposition_name": "Dinas", "updated_at": "2026-11-23T04:06:00Z",
               "attachments": [{"url": "https://x.invalid/1", "file_name": "foto.jpg"}],
               "reporter": {"name": "Siti", "phone": "0812", "email": "s@x.invalid"}}}
            """);

    Complaint complaint = state.complaint();
    assertThat(state.revision()).hasValue(3);
    assertThat(state.whole()).isTrue();
    assertThat(state.updatedAt()).contains(Instant.parse("2026-11-23T04:06:00Z"));
    assertThat(complaint.id().value()).isEqualTo("9200001");
    assertThat(complaint.category().orElseThrow().id()).isEqualTo("1398");
    assertThat(complaint.classification().kind()).isEqualTo(Classification.Kind.ORDINARY_COMPLAINT);
    assertThat(complaint.visibility().anonymous()).isEqualTo(Flag.FALSE);
    assertThat(complaint.visibility().secret()).isEqualTo(Flag.TRUE);
    assertThat(complaint.receivedAt()).contains(Instant.parse("2026-11-23T04:05:34Z"));
    assertThat(complaint.incidentOn()).contains(LocalDate.of(2026, 11, 20));
    assertThat(complaint.disposition().orElseThrow().id()).isEqualTo("12938");
    assertThat(complaint.attachments())
        .containsExactly(new Attachment("foto.jpg", "https://x.invalid/1"));
    assertThat(complaint.reporter().name()).isEqualTo("Siti");
    assertThat(complaint.toString()).doesNotContain("Siti").doesNotContain("Mati");
  }

  @Test
  void a_thin_message_is_enough_to_ask_the_portal() {
    PortalState state =
        read("{\"type\": \"complaint.updated\", \"data\": {\"complaint_id\": 9200001}}");

    assertThat(state.whole()).isFalse();
    assertThat(state.revision()).isEmpty();
    assertThat(state.complaint().visibility().identityWithheld()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "true, TRUE",
    "false, FALSE",
    "1, TRUE",
    "0, FALSE",
    "'\"1\"', TRUE",
    "'\"0\"', FALSE",
    "null, UNKNOWN",
    "'\"\"', UNKNOWN",
    "'\"null\"', UNKNOWN",
    "2, UNKNOWN",
    "'\"ya\"', UNKNOWN",
    "[], UNKNOWN",
    "{}, UNKNOWN"
  })
  void a_flag_is_read_in_every_form_seen_and_anything_else_is_unknown(String json, Flag expected) {
    assertThat(data("\"is_anonymous\": " + json).visibility().anonymous()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T04:05:34Z, 2026-11-23T04:05:34Z",
    "2026-11-23T11:05:34+07:00, 2026-11-23T04:05:34Z",
    "2026-11-23T11:05:34, 2026-11-23T04:05:34Z",
    "2026-11-23T11:05:34.123456, 2026-11-23T04:05:34.123456Z",
    "2026-11-23 11:05:34, 2026-11-23T04:05:34Z",
    "23-11-2026 11:05:34, 2026-11-23T04:05:34Z"
  })
  void a_time_without_a_zone_is_in_the_portals_zone(String written, Instant expected) {
    assertThat(data("\"created_at\": \"" + written + "\"").receivedAt()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"0000-00-00 00:00:00", "31-02-2026 10:00:00", "kemarin", "''", "7 jam yang lalu"})
  void an_unreadable_time_is_no_time_and_no_reason_to_lose_the_case(String written) {
    assertThat(data("\"created_at\": \"" + written + "\"").receivedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Belum Terverifikasi, UNVERIFIED, UNKNOWN",
    "Dalam Proses, IN_PROGRESS, UNKNOWN",
    "Selesai, CLOSED, UNKNOWN",
    "Diarsipkan, ARCHIVED, UNKNOWN",
    "Ditolak, REJECTED, UNKNOWN",
    "Ditutup oleh Sistem, CLOSED, SYSTEM",
    "Ditutup oleh Admin, CLOSED, ADMIN",
    "Diarsipkan oleh Pelapor, ARCHIVED, REPORTER",
    "Ditindaklanjuti oleh Instansi, IN_PROGRESS, AGENCY",
    "Ditanggapi oleh Pelapor, REPORTER_REPLIED, REPORTER",
    "Menunggu Kelengkapan Informasi, WAITING_FOR_REPORTER, UNKNOWN",
    "Konten Terblokir, BLOCKED, UNKNOWN",
    "Kata Baru, UNKNOWN, UNKNOWN"
  })
  void a_status_keeps_its_word_beside_its_meaning(String word, Stage stage, Actor actor) {
    var status = data("\"status_name\": \"" + word + "\"").status();

    assertThat(status.stage()).isEqualTo(stage);
    assertThat(status.actor()).isEqualTo(actor);
    assertThat(status.raw()).isEqualTo(word);
  }

  static Stream<Arguments> unreadable() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    return Stream.of(
        Arguments.of("", "payload.shape"),
        Arguments.of("null", "payload.shape"),
        Arguments.of("[]", "payload.shape"),
        Arguments.of("\"x\"", "payload.shape"),
        Arguments.of("{}", "payload.shape"),
        Arguments.of("{\"data\": []}", "payload.shape"),
        Arguments.of("{\"data\": {}}", "payload.complaint_id"),
        Arguments.of("{\"data\": {\"complaint_id\": \"12\"}}", "payload.complaint_id"),
        Arguments.of("{\"data\": {\"complaint_id\": \"' OR 1=1--\"}}", "payload.complaint_id"),
        Arguments.of("{\"data\": {\"complaint_id\": 9200001}", "json.syntax"),
        Arguments.of("{\"data\": {\"complaint_id\": 9200001}} x", "json.syntax"),
        Arguments.of("{\"a\": NaN}", "json.number"),
        Arguments.of("{\"a\": -Infinity}", "json.number"),
        Arguments.of("{\"data\": {\"complaint_id\": -0}}", "payload.complaint_id"),
        Arguments.of(
            "{\"data\": {\"complaint_id\": 9200001, \"category_id\": 1e400}}", "json.number"),
        Arguments.of("{\"a\": 1, \"a\": 2}", "json.duplicate_key"),
        Arguments.of(
            "{\"data\": {\"complaint_id\": 9200001, \"title\": \"a\\u0000b\"}}", "payload.text"),
        Arguments.of(
            "{\"data\": {\"complaint_id\": 9200001, \"reporter\": {\"name\": \"\\ud800\"}}}",
            "payload.text"),
        Arguments.of("[" + "0,".repeat(500_000) + "0]", "json.length"),
        Arguments.of(deep, "json.depth"),
        Arguments.of("{\"a\": " + "9".repeat(1000) + "}", "json.number"),
        Arguments.of("{\"a\": \"" + "x".repeat(1_000_001) + "\"}", "json.length"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_not_of_the_agreed_form_is_named_by_a_stable_code(String message, String code) {
    assertThatThrownBy(() -> read(message))
        .isInstanceOfSatisfying(
            UnreadableMessageException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void bytes_that_are_not_utf_8_are_named_so_and_nothing_is_echoed() {
    byte[] raw = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

    assertThatThrownBy(() -> read(raw))
        .isInstanceOfSatisfying(
            UnreadableMessageException.class, e -> assertThat(e.code()).isEqualTo("json.encoding"));
  }

  @Test
  void a_syntax_fault_does_not_quote_the_message() {
    assertThatThrownBy(() -> read("{\"name\": \"ZZPII-1\" oops}"))
        .hasMessageNotContaining("ZZPII")
        .hasMessageNotContaining("oops");
  }
}
