package id.aduan.lapor.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.privacy.AgencyComplaint.Withheld;
import id.aduan.lapor.testkit.SampleComplaints;
import id.aduan.lapor.testkit.http.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that the mapping has for an agency stand where its settings want them. */
class AgencyWordsTest {
  private static final String CREATED =
      "HTTP/1.1 201 X\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"nomor\":\"1\"}";

  @TempDir private Path folder;

  @Test
  void an_expression_finds_them_and_one_that_is_missing_leaves_its_key_out() throws Exception {
    try (RawServer server = new RawServer((request, to) -> RawServer.write(to, CREATED))) {
      String settings =
          """
          baseUri: %s
          tls: off
          create:
            path: /tiket
            body: '{"nomor": trackingId, "status": agency.status, "asal": agency.asal}'
            ticket: /nomor
          """
              .formatted(server.uri(""));
      Path file = Files.writeString(folder.resolve("dinas.yaml"), settings);
      try (AgencyAdapter adapter = RestAdapter.load(file)) {
        adapter.open(secondTime(Map.of("status", "BARU")), new IdempotencyKey("k"));
      }

      assertThat(new String(server.heard().get(0).body(), UTF_8))
          .isEqualTo("{\"nomor\":\"8123456.02\",\"status\":\"BARU\"}");
    }
  }

  private static AgencyComplaint secondTime(Map<String, String> words) {
    Facts first = SampleComplaints.identified("8123456").facts();
    return new Withheld(
        new Facts(
            first.id(),
            first.title(),
            first.content(),
            first.category(),
            first.classification(),
            first.channel(),
            first.receivedAt(),
            first.incidentOn(),
            first.location(),
            first.secret(),
            first.status(),
            first.attachments(),
            first.replies(),
            2,
            words,
            first.files()));
  }
}
