package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.bintan.front.AgencySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpdTicketsTest {
  @TempDir Path folder;
  private OpdSystem opd;
  private OpdCaller dishub;
  private OpdCaller pupr;

  @BeforeEach
  void start() {
    var settings =
        AgencySettings.local()
            .withClock(InstantSource.fixed(Instant.parse("2026-11-25T07:03:22Z")))
            .withLedgerFile(folder.resolve("ledger.jsonl"));
    opd = new OpdSystem(settings, OpdCaller.KEYS);
    opd.start();
    dishub = new OpdCaller(opd.baseUri(), "DISHUB");
    pupr = new OpdCaller(opd.baseUri(), "PUPR");
  }

  @AfterEach
  void stop() {
    opd.close();
  }

  @Test
  void aTicketGetsANumberOfItsUnitAndALocalTime() throws Exception {
    var answer = dishub.post(OpdCaller.TICKET.formatted("8123456"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"nomor":"TKT/DISHUB/2026/000001","status":"BARU","dibuat":"2026-11-25 14:03:22"}\
            """);
  }

  @Test
  void aTicketIsFoundByReferenceAndByNumber() throws Exception {
    var number = dishub.file("8123456");

    var found = dishub.getJson("/api/v2/tiket?no_referensi=8123456");
    var shown = dishub.getJson("/api/v2/tiket/" + OpdCaller.encoded(number));

    assertThat(found.path("data")).singleElement().isEqualTo(shown);
    assertThat(shown.path("no_referensi").asText()).isEqualTo("8123456");
  }

  @Test
  void theSameRequestTwiceMakesTwoTicketsAndTheLedgerShowsIt() throws Exception {
    var first = dishub.file("8123456");
    var second = dishub.file("8123456");
    dishub.file("8123457");

    assertThat(second).isNotEqualTo(first);
    assertThat(opd.ledger().duplicates()).hasSize(1);
    assertThat(opd.ledger().duplicates().get("DISHUB 8123456")).hasSize(2);
  }

  @Test
  void aTicketIsSetAnewAndKeepsItsNumberAndWhatOfficersWrote() throws Exception {
    var number = dishub.file("8123456");
    opd.desk().answer(number, "Sari", "Sedang diperbaiki.", OpdSystem.WORDS.done());
    var changed = OpdCaller.TICKET.formatted("8123456").replace("padam\"", "padam lagi\"");

    var answer = dishub.put(number, changed);
    var again = dishub.put(number, changed);
    var shown = dishub.getJson("/api/v2/tiket/" + OpdCaller.encoded(number));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(shown.path("judul").asText()).isEqualTo("Lampu lalu lintas padam lagi");
    assertThat(shown.path("status").asText()).isEqualTo("SELESAI");
    assertThat(dishub.getJson("/api/v2/perubahan").toString()).contains("Sedang diperbaiki.");
    assertThat(opd.ledger().tickets()).hasSize(1);
    assertThat(pupr.put(number, changed).statusCode()).isEqualTo(404);
    assertThat(dishub.put(number, "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void aKeySeesOnlyTheTicketsAndChangesOfItsUnit() throws Exception {
    var number = dishub.file("8123456");
    opd.desk().answer(number, "Sari", "Sudah diperbaiki.", OpdSystem.WORDS.done());

    assertThat(pupr.get("/api/v2/tiket/" + OpdCaller.encoded(number)).statusCode()).isEqualTo(404);
    assertThat(pupr.getJson("/api/v2/tiket?no_referensi=8123456").path("data")).isEmpty();
    assertThat(pupr.getJson("/api/v2/perubahan").path("data")).isEmpty();
    assertThat(dishub.getJson("/api/v2/perubahan").path("data")).hasSize(1);
  }

  @Test
  void anUnknownKeyIsRefused() throws Exception {
    var stranger = new OpdCaller(opd.baseUri(), "NOBODY");

    assertThat(stranger.post(OpdCaller.TICKET.formatted("1")).statusCode()).isEqualTo(401);
    assertThat(stranger.get("/api/v2/perubahan").body()).contains("X-Kunci-Api");
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("judul", "{\"judul\":\"abcd\"}"),
        Arguments.of("judul", "{\"judul\":\"" + "j".repeat(101) + "\"}"),
        Arguments.of("judul", "{\"judul\":null}"),
        Arguments.of("uraian", "{\"uraian\":\"" + "u".repeat(19) + "\"}"),
        Arguments.of("uraian", "{\"uraian\":\"" + "u".repeat(1001) + "\"}"),
        Arguments.of("lokasi", "{\"lokasi\":\"" + "l".repeat(201) + "\"}"),
        Arguments.of("no_referensi", "{\"no_referensi\":\"" + "1".repeat(41) + "\"}"),
        Arguments.of("prioritas", "{\"prioritas\":5}"),
        Arguments.of("tanggal_kejadian", "{\"tanggal_kejadian\":\"25-11-2026\"}"),
        Arguments.of("pelapor.nama", "{\"pelapor\":{\"nama\":7}}"),
        Arguments.of("lampiran", "{\"lampiran\":[1,2,3,4,5,6]}"),
        Arguments.of(
            "lampiran[0].isi_base64", "{\"lampiran\":[{\"nama\":\"a\",\"isi_base64\":\"?\"}]}"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aFieldOutsideItsLimitsIsRefusedByName(String field, String change) throws Exception {
    var ticket = (ObjectNode) OpdCaller.JSON.readTree(OpdCaller.TICKET.formatted("8123456"));
    ticket.setAll((ObjectNode) OpdCaller.JSON.readTree(change));

    var answer = dishub.post(ticket.toString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(OpdCaller.JSON.readTree(answer.body()).at("/galat/0/kolom").asText())
        .isEqualTo(field);
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void lengthsCountCodePointsNotCharsOrBytes() throws Exception {
    var subject = "\uD83D\uDEA6".repeat(100);

    var answer =
        dishub.post(OpdCaller.TICKET.formatted("1").replace("Lampu lalu lintas padam", subject));

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsNotJsonIsRefused() throws Exception {
    assertThat(dishub.post("judul=apa").statusCode()).isEqualTo(400);
    assertThat(dishub.post("[]").statusCode()).isEqualTo(400);
    assertThat(dishub.post("").statusCode()).isEqualTo(400);
  }

  @Test
  void theLedgerKeepsTheRawRequestInMemoryAndInItsFile() throws Exception {
    var raw = OpdCaller.TICKET.formatted("8123456");
    var number = dishub.file("8123456");
    opd.desk().note(number, "Sari", "Cek lapangan dulu.");

    assertThat(opd.ledger().tickets()).singleElement().returns(raw, t -> t.rawRequest());
    var lines = Files.readAllLines(folder.resolve("ledger.jsonl"));
    assertThat(lines).hasSize(2);
    assertThat(OpdCaller.JSON.readTree(lines.get(0)).path("request").asText()).isEqualTo(raw);
    assertThat(OpdCaller.JSON.readTree(lines.get(1)).path("type").asText()).isEqualTo("NOTE");
  }
}
