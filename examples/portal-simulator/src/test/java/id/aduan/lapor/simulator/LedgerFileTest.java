package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void everyLineIsInTheFileAtOnceAndNoneNamesTheReporter() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    var settings = PortalSettings.defaults().withLedgerFile(file);
    try (var portal = PortalSimulator.start(settings)) {
      String id = portal.fileComplaint(Samples.complaint());
      var caller = new Caller(portal);
      caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Selesai"));
      caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Selesai"));

      List<JsonNode> lines = Files.readAllLines(file).stream().map(Caller::json).toList();

      assertThat(lines)
          .extracting(line -> line.path("kind").asText())
          .containsExactly("complaint", "followup", "followup");
      assertThat(lines).allMatch(line -> line.path("complaint_id").asText().equals(id));
      assertThat(lines.get(1).at("/fields/user_id").asText()).isEqualTo("1234");
      assertThat(Files.readString(file)).doesNotContain("ZZPII");
    }
  }

  @Test
  void aSecondRunAppends() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    var settings = PortalSettings.defaults().withLedgerFile(file);
    for (int run = 0; run < 2; run++) {
      try (var portal = PortalSimulator.start(settings)) {
        portal.fileComplaint(Samples.complaint());
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void nothingPersonalIsInAnyText() {
    var complaint = Samples.complaint();
    var offered = new OfferedComplaint("9200001", java.time.Instant.EPOCH, complaint);

    assertThat(offered + " " + complaint.reporter()).doesNotContain("ZZPII", "malam");
  }
}
