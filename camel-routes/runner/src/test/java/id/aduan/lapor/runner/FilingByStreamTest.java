package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.stream.StreamPortal;
import id.aduan.lapor.portal.stream.StreamSettings;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FilingAnswer;
import id.aduan.lapor.sync.FilingAnswer.Reason;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.PollSettings;
import id.aduan.lapor.sync.ReplayWish;
import id.aduan.lapor.yaml.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filing by the older wire, which takes reports and tells nothing of them (portal-wire 3). */
@Tag("C7")
class FilingByStreamTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Operator BUDI = new Operator("budi", "");

  @TempDir private Path folder;
  private final PortalSimulator simulator = PortalSimulator.start(PortalSettings.defaults());
  private Optional<LaporConnector> connector = Optional.empty();

  @BeforeEach
  void start() {
    StreamPortal portal =
        new StreamPortal(
            new StreamSettings(
                simulator.pageUri().resolve("/api"),
                (StreamProfile) Profiles.shipped("stream"),
                Secret.of(PortalCredentials.INVENTED.token()),
                new HttpBounds(
                    Duration.ofSeconds(2), Duration.ofSeconds(10), HttpBounds.REPLY_BYTES_MAX),
                TlsIdentity.SYSTEM),
            new JdkHttpTransport(),
            InstantSource.system());
    RunnerConfig config = SampleConfig.in(folder).load();
    LaporConnector built =
        LaporConnector.builder()
            .portal(portal)
            .poll(PollSettings.OFF)
            .filing(portal, FilingSettings.DEFAULT)
            .agency("dishub", config.agencies().get(0).adapter())
            .mapping(config.mapping())
            .store(JdbcStore.sqlite(folder.resolve("stream.db")))
            .build();
    built.start();
    connector = Optional.of(built);
  }

  @AfterEach
  void close() {
    connector.ifPresent(LaporConnector::close);
    simulator.close();
  }

  private LaporConnector connector() {
    return connector.orElseThrow();
  }

  private static LocalReport report(String number, String institution) {
    return new LocalReport(
        new AgencyCode("loket"),
        number,
        "",
        "Rambu roboh di simpang tiga.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        Reporter.NOBODY,
        institution.isEmpty() ? Optional.empty() : Optional.of(institution));
  }

  private FilingAnswer file(LocalReport report, List<PortalFile> files) {
    return connector().filings().orElseThrow().file(report, files);
  }

  private Filing now(Filing filing) {
    return connector()
        .store()
        .read(tx -> connector().store().filings().find(tx, filing.id()))
        .orElseThrow();
  }

  @Test
  void aReportIsFiledAndNothingElseOfItIsAsked() {
    Filing filing = ((FilingAnswer.Taken) file(report("1", ""), List.of())).filing();

    await().atMost(PATIENCE).until(() -> now(filing).step() == Step.DONE);

    assertThat(simulator.ledger().complaints())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.complaintId())
                  .isEqualTo(now(filing).trackingId().orElseThrow().value());
              assertThat(it.complaint().content())
                  .isEqualTo("[Nomor Tiket loket: 1]. Rambu roboh di simpang tiga.");
            });
  }

  @Test
  void whatItCannotCarryIsRefusedAtTheDoor() {
    PortalFile photo = new PortalFile("a.jpg", "image/jpeg", new byte[] {1});

    assertThat(file(report("2", ""), List.of(photo)))
        .isEqualTo(new FilingAnswer.Refused(Reason.NO_FILES));
    assertThat(file(report("2", "14627"), List.of()))
        .isEqualTo(new FilingAnswer.Refused(Reason.NO_FORWARDING));
    assertThat(simulator.ledger().complaints()).isEmpty();
  }

  @Test
  @Tag("C12")
  void aSuccessWithoutANumberWaitsForAPersonWhoLooksAtThePortal() {
    simulator.faults().add(Fault.of(FaultKind.WITHOUT_ID).at(Place.STREAM).times(1));
    Filing filing = ((FilingAnswer.Taken) file(report("3", ""), List.of())).filing();
    await().atMost(PATIENCE).until(() -> row(filing).state() == State.PARKED);

    assertThat(row(filing).code()).isEqualTo(Settlement.UNKNOWN_OUTCOME);
    assertThat(simulator.ledger().complaints()).hasSize(1);
    String there = simulator.ledger().complaints().get(0).complaintId();
    ReplayWish found = new ReplayWish(false, false, Optional.of(there));
    assertThat(connector().filings().orElseThrow().resolve(filing.id(), found, BUDI).code())
        .isEqualTo("settled");

    assertThat(now(filing).step()).isEqualTo(Step.DONE);
    assertThat(now(filing).trackingId().orElseThrow().value()).isEqualTo(there);
    assertThat(simulator.ledger().complaints()).hasSize(1);
  }

  private OutboxView.Row row(Filing filing) {
    return connector()
        .store()
        .read(tx -> connector().store().outboxView().entriesOf(tx, filing.lane().complaint()))
        .get(0);
  }
}
