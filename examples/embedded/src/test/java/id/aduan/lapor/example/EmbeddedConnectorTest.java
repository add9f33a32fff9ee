package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.sync.AgencyPoll;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConnectorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final TicketOffice office = new TicketOffice();

  @Test
  void a_complaint_arrives_at_the_agency_and_its_public_answer_on_the_portal() throws Exception {
    try (var portal = PortalSimulator.start(PortalSettings.defaults());
        var agency = FaultyHttpServer.before(office)) {
      String id =
          portal.fileComplaint(
              NewComplaint.of(
                      "Lampu jalan padam",
                      "Lampu di depan pasar padam sejak Senin.",
                      new Reporter("Warga Contoh", "0812000000", "warga@example.com"))
                  .withCategory(1398));
      configure(agency);

      try (LaporConnector connector =
          EmbeddedConnector.start(portal.baseUri(), login(PortalCredentials.INVENTED), folder)) {
        await().atMost(PATIENCE).until(() -> !office.tickets().isEmpty());
        assertThat(office.tickets()).containsExactly(Map.of("number", "T-1", "reference", id));
        office.write("T-1", "Cek gudang dulu.", "internal");
        office.write("T-1", "Lampu sudah diganti.", "public");

        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  connector.agencyPolls().values().forEach(AgencyPoll::pollOnce);
                  assertThat(portal.ledger().followUps(id))
                      .extracting(ReceivedFollowUp::content)
                      .containsExactly("Lampu sudah diganti.");
                });
      }
    }
  }

  private void configure(FaultyHttpServer agency) throws IOException {
    Path config = Documents.root().resolve("examples/embedded/src/main/config");
    Files.copy(config.resolve("mapping.yaml"), folder.resolve("mapping.yaml"));
    String dishub = Files.readString(config.resolve("dishub.yaml"));
    Files.writeString(
        folder.resolve("dishub.yaml"),
        dishub.replace("http://127.0.0.1:18201/api", agency.uri() + "/api"));
  }

  private static V3Credentials login(PortalCredentials portal) {
    return V3Credentials.of(Secret.of(portal.headerValue()), Secret.of(portal.token()));
  }
}
