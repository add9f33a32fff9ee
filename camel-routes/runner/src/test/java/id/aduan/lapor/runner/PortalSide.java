package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.PushSettings;
import id.aduan.lapor.simulator.Reporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The simulator, an agency and a connector between them, in this process. */
public final class PortalSide implements AutoCloseable {
  private static final Reporter REPORTER =
      new Reporter("Siti ZZPII-1", "0812-ZZPII-1", "zzpii-1@example.invalid");
  public final PortalSimulator portal;
  public final SampleConfig sample;
  private final TicketStub agency = new TicketStub();
  private Optional<RunningConnector> running = Optional.empty();
  private Optional<AdminAnswers> answers = Optional.empty();

  /**
   * Starts the portal and the agency.
   *
   * @param pushes whether the portal calls the connector back
   */
  public PortalSide(Path folder, boolean pushes) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI target = URI.create("http://127.0.0.1:" + port + "/webhooks/portal");
    portal =
        PortalSimulator.start(
            PortalSettings.defaults()
                .withCredentials(new PortalCredentials("Authorization", "Bearer bearer-1", "{t}"))
                .withPush(
                    pushes
                        ? PushSettings.to(target, PushSettings.INVENTED_SECRET)
                        : PushSettings.NONE));
    sample = SampleConfig.of(folder, agency.baseUri());
    sample.replace("http://127.0.0.1:1/lapor", portal.baseUri().toString());
    sample.replace("${env:HOOK}", "${env:SIMULATOR}");
    sample.replace("port: 0, admin", "port: " + port + ", admin");
  }

  /** Starts the connector. */
  public void start() throws IOException {
    LateTransport transport = new LateTransport();
    RunnerConfig config = sample.load(transport);
    running = Optional.of(RunningConnector.start(config, transport));
    answers = Optional.of(AdminAnswers.of(AdminFile.read(config.store().notice()).orElseThrow()));
  }

  public void stop() {
    running.ifPresent(RunningConnector::close);
    running = Optional.empty();
  }

  /** A reporter files a complaint with the portal. */
  public String files() {
    return portal.fileComplaint(
        NewComplaint.of("Lampu jalan mati", "Lampu di depan pasar mati.", REPORTER));
  }

  /** The same with files. */
  public String files(List<EvidenceFile> evidence) {
    return portal.fileComplaint(
        NewComplaint.of("Lampu jalan mati", "Lampu di depan pasar mati.", REPORTER)
            .withEvidence(evidence));
  }

  /** How many files of a complaint wait for nothing but a person. */
  public long filesHere(String id) {
    return answers.orElseThrow().files(Optional.of(new TrackingId(id))).items().stream()
        .filter(it -> !it.state().equals("waiting"))
        .count();
  }

  /** The portal's word for where our case stands; empty while there is none. */
  public String status(String id) {
    return answers
        .orElseThrow()
        .show(new TrackingId(id))
        .map(story -> story.status().raw())
        .orElse("");
  }

  public boolean hasTicket(String id) {
    return agency.stored().contains(id);
  }

  public void requireOneTicketEach() {
    assertThat(agency.stored()).doesNotHaveDuplicates();
  }

  @Override
  public void close() {
    stop();
    portal.close();
    agency.close();
  }
}
