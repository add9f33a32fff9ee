package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FilingAnswer;
import id.aduan.lapor.yaml.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Filing by the v3 wire at the simulator, over a network that loses requests and answers and a
 * gateway that strips bodies (portal-wire 2.4 to 2.6, 12 no. 2 to 4).
 */
@Tag("C7")
class FilingAtSimulatorTest {
  private static final List<id.aduan.lapor.simulator.Institution> INSTITUTIONS =
      PortalSettings.defaults().institutions();
  private static final String OURS = Integer.toString(INSTITUTIONS.get(0).id());
  private static final String TARGET = Integer.toString(INSTITUTIONS.get(1).id());
  private static final int SEEDS = 12;
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          1_000,
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofMillis(20),
          new RetryPolicy.Limits(
              Duration.ofDays(3),
              new RetryBudget(100, 60_000),
              new BreakerPolicy(100, 10_000, Duration.ofMinutes(1))));

  @TempDir private Path folder;

  /** A way to the portal that loses things by chance, as long as it has faults left. */
  private static final class LossyTransport implements HttpTransport {
    private final HttpTransport real = new JdkHttpTransport();
    private final Random chance;
    private int faults = 15;

    LossyTransport(long seed) {
      chance = new Random(seed);
    }

    @Override
    public HttpReply exchange(HttpCall call) throws HttpFailure {
      int what = next(call);
      if (what == 1) {
        throw new HttpFailure(HttpFailure.Kind.UNCERTAIN, "the request was lost");
      }
      HttpReply reply = real.exchange(call);
      if (what == 2) {
        throw new HttpFailure(HttpFailure.Kind.UNCERTAIN, "the answer was lost");
      }
      return what == 3
          ? new HttpReply(200, reply.headers(), "{}".getBytes(StandardCharsets.UTF_8))
          : reply;
    }

    private synchronized int next(HttpCall call) {
      if (faults == 0 || !call.method().equals("POST") || chance.nextInt(100) >= 50) {
        return 0;
      }
      faults--;
      return 1 + chance.nextInt(call.uri().getPath().endsWith("/complaint") ? 3 : 2);
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private static V3Settings settings(PortalSimulator portal) {
    PortalCredentials login = PortalCredentials.INVENTED;
    return V3Settings.of(
        portal.baseUri(),
        V3Credentials.of(
            V3Profile.standard().headers(),
            Secret.of(login.headerValue()),
            Secret.of(login.token())),
        OURS,
        "1234567");
  }

  private LaporConnector connector(V3Portal portal, RunnerConfig config, Path store) {
    return LaporConnector.builder()
        .portal(portal)
        .filing(portal, FilingSettings.DEFAULT.ownInstitution(OURS))
        .agency("dishub", config.agencies().get(0).adapter())
        .mapping(config.mapping())
        .store(JdbcStore.sqlite(store))
        .retry(QUICK)
        .build();
  }

  private static LocalReport report(String number) {
    return new LocalReport(
        new AgencyCode("loket"),
        number,
        "Rambu roboh",
        "Rambu roboh di simpang tiga, laporan " + number + ".",
        Optional.of("1398"),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        new Reporter("Rahmat ZZPII-7", "", ""),
        Optional.of(TARGET));
  }

  private static List<PortalFile> files(int count) {
    List<PortalFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(
          i % 2 == 0
              ? new PortalFile("foto.jpg", "image/jpeg", new byte[] {1, 2, 3})
              : new PortalFile("surat.pdf", "application/pdf", new byte[] {4, 5, 6}));
    }
    return files;
  }

  @Test
  void eachReportIsOneComplaintWithAllItsFilesWithTheInstitutionThatAnswers() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    for (int seed = 0; seed < SEEDS; seed++) {
      try (PortalSimulator simulator = PortalSimulator.start(PortalSettings.defaults());
          LossyTransport lossy = new LossyTransport(seed)) {
        V3Portal portal =
            new V3Portal(settings(simulator), lossy, InstantSource.system(), new Random(seed));
        try (LaporConnector connector =
            connector(portal, sample.load(), folder.resolve(seed + ".db"))) {
          connector.start();
          List<Filing> taken = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            FilingAnswer answer =
                connector.filings().orElseThrow().file(report("7-" + i), files(i));
            taken.add(((FilingAnswer.Taken) answer).filing());
          }
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> taken.stream().allMatch(it -> now(connector, it).step() == Step.DONE));

          assertThat(simulator.ledger().complaints()).as("seed %d", seed).hasSize(3);
          for (int i = 0; i < 3; i++) {
            assertFiled(simulator, portal, now(connector, taken.get(i)), i);
          }
        }
      }
    }
  }

  private static Filing now(LaporConnector connector, Filing filing) {
    return connector
        .store()
        .read(tx -> connector.store().filings().find(tx, filing.id()))
        .orElseThrow();
  }

  private static void assertFiled(
      PortalSimulator simulator, V3Portal portal, Filing filing, int files) {
    TrackingId id = filing.trackingId().orElseThrow();
    OfferedComplaint filed =
        simulator.ledger().complaints().stream()
            .filter(it -> it.complaintId().equals(id.value()))
            .findFirst()
            .orElseThrow();
    assertThat(filed.complaint().content())
        .isEqualTo(
            "[Nomor Tiket loket: %s]. Rambu roboh di simpang tiga, laporan %s."
                .formatted(filing.report().number(), filing.report().number()));
    assertThat(portal.complaint(id).complaint().attachments()).hasSize(files);
    assertThat(portal.complaint(id).complaint().disposition().map(Institution::id))
        .contains(TARGET);
  }
}
