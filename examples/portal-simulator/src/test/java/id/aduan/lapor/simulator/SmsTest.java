package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.simulator.PortalSettings.Control;
import id.aduan.lapor.simulator.export.ExportOptions;
import id.aduan.lapor.simulator.state.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTest {
  private static final Pattern SECRETS =
      Pattern.compile("(?:Nama pengguna|kata sandi|Kode unik): ([0-9a-z]+)");

  @TempDir Path folder;
  private final Receiver receiver = new Receiver();
  private PortalSimulator portal;
  private Caller caller;

  SmsTest() throws IOException {}

  @BeforeEach
  void start() {
    portal =
        PortalSimulator.start(
            PortalSettings.defaults()
                .withControl(Control.LOOPBACK)
                .withLedgerFile(folder.resolve("ledger.jsonl"))
                .withPush(PushSettings.to(receiver.uri(), PushSettings.INVENTED_SECRET)));
    caller = new Caller(portal);
  }

  @AfterEach
  void stop() {
    portal.close();
    receiver.close();
  }

  @Test
  void a_report_by_text_message_goes_through_all_stages() {
    String phone = send("TANGKAB lampu jalan di depan pasar padam");
    OfferedComplaint filed = portal.ledger().complaints().get(0);
    String id = filed.complaintId();
    assertThat(filed.complaint().channel()).isEqualTo("SMS");
    assertThat(filed.complaint().content()).isEqualTo("lampu jalan di depan pasar padam");
    assertThat(filed.complaint().classification()).isEmpty();
    assertThat(phone(phone)).contains("#" + id + " telah diterima");

    portal.assign(id, 14627);
    assertThat(phone(phone)).contains("Dinas Perhubungan", "Nama pengguna", "kata sandi");
    reply(id);
    assertThat(phone(phone)).contains("Kode unik");
    portal.closeComplaint(id, Status.CLOSED_BY_SYSTEM);
    assertThat(phone(phone)).contains("telah selesai");

    assertThat(portal.ledger().entries(id))
        .filteredOn(each -> each.kind() == LedgerEntry.Kind.SMS)
        .extracting(LedgerEntry::what)
        .containsExactly("accepted", "disposed", "answered", "finished");
  }

  @Test
  void accounts_and_codes_are_on_the_phone_and_nowhere_else() throws Exception {
    String phone = send("TANGKAB lampu jalan di depan pasar padam");
    String id = portal.ledger().complaints().get(0).complaintId();
    portal.assign(id, 14627);
    reply(id);
    portal.reply(id, "Terima kasih");
    portal.closeComplaint(id, Status.CLOSED_BY_REPORTER);
    await().untilAsserted(() -> assertThat(portal.pushBacklog()).isZero());

    List<String> secrets =
        SECRETS.matcher(phone(phone)).results().map((MatchResult it) -> it.group(1)).toList();

    assertThat(secrets).hasSize(3).doesNotHaveDuplicates();
    for (String place : everythingElse(id)) {
      assertThat(place).isNotEmpty().doesNotContain(secrets.toArray(new String[0]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"halo", "TANGKAB", "TANGKAB abc", "1234 lampu padam"})
  void another_form_is_answered_and_files_nothing(String text) {
    assertThat(phone(send(text))).contains("Format tidak dikenal");
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void the_page_is_safe_against_what_people_type() {
    String page = phone(send("TANGKAB <script>alert(1)</script> & lampu"));

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(caller.citizen("/sms").body()).doesNotContain("alert");
    HttpResponse<String> wrong =
        caller.citizen("/sms", MultipartBody.of(Map.of("nomor", "x", "pesan", "")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("8 sampai 15 angka", "Pesan wajib diisi");
  }

  @Test
  void a_conversation_is_found_by_its_key_alone() {
    assertThat(caller.citizen("/sms/" + "0".repeat(32)).statusCode()).isEqualTo(404);
  }

  /** Every place that a connector, a log or a developer could read. */
  private List<String> everythingElse(String id) throws Exception {
    var out = new ByteArrayOutputStream();
    portal.export(ExportOptions.DEFAULT.withReporters(), out);
    List<String> places = new ArrayList<>();
    places.add(Workbooks.of(out.toByteArray()).rows().toString());
    for (String path : List.of("", "/" + id + "/complaint", "/" + id + "/followups")) {
      places.add(caller.get("/complaints" + path).body());
    }
    places.add(receiver.deliveries.toString());
    places.add(Files.readString(folder.resolve("ledger.jsonl")));
    places.add(portal.ledger().entries() + " " + portal.ledger().followUps());
    places.add(caller.order("GET", "/ledger", "").body());
    for (String page : List.of("/lacak/" + id, "/buku", "/buku/" + id)) {
      places.add(caller.citizen(page).body());
    }
    return places;
  }

  /** Sends a message; returns the path of the conversation. */
  private String send(String text) {
    HttpResponse<String> answer =
        caller.citizen("/sms", MultipartBody.of(Map.of("nomor", "0812 0000-0000", "pesan", text)));
    assertThat(answer.statusCode()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private String phone(String conversation) {
    return caller.citizen(conversation).body();
  }

  private void reply(String id) {
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Sudah diperbaiki."));
  }
}
