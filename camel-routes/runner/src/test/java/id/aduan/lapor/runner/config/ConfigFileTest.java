package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.portal.v3.V3Calls;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.StorePlace.InPostgres;
import id.aduan.lapor.sync.DeliverMode;
import id.aduan.lapor.sync.ReplyRules;
import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  private static final String DATABASE =
      "{postgres: {url: \"jdbc:postgresql://db.example.go.id:5433/lapor?sslmode=require\", user:"
          + " lapor, password: \"${env:TOKEN_NEW}\"}, node: satu}";

  @TempDir private Path folder;

  private static V3Settings v3(RunnerConfig config) {
    return ((PortalWire.V3) config.portal().wire()).settings();
  }

  @Test
  void whatIsNotWrittenHasTheKnownDefault() {
    try (RunnerConfig config = SampleConfig.in(folder).load()) {
      assertThat(v3(config).profile().name()).isEqualTo("sp4n-v3");
      assertThat(v3(config).calls()).isEqualTo(V3Calls.DEFAULT);
      assertThat(config.portal().webhook().secrets()).hasSize(1);
      assertThat(config.retry())
          .isEqualTo(RetryPolicy.DEFAULT.withLookupSettle(Duration.ofSeconds(1)));
      assertThat(config.agencies()).extracting(AgencyConfig::concurrencyMax).containsExactly(8);
    }
  }

  @Test
  void whenComplaintsGoOutAndHowAnAgencyIsReachedIsWritten() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "mapping: mapping.yaml", "mapping: {file: mapping.yaml, deliver: after_verification}");
    sample.replace("kind: opd", "kind: vertical\n    reach: forwarding\n    institution: 40022");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.deliver()).isEqualTo(DeliverMode.AFTER_VERIFICATION);
      assertThat(config.agencies().get(0).reach()).contains("40022");
    }
  }

  @Test
  void anAgencyCountsItsTimeOnTopOfHowAllCount() throws IOException {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("zone: Asia/Jakarta", "zone: Asia/Makassar, calendar: holidays.yaml");
    sample.replace("kind: opd", "kind: opd\n    deadlines: {countReceiptDay: true}");
    Files.writeString(
        folder.resolve("holidays.yaml"),
        "days:\n  - {day: 2026-12-09, kind: holiday, name: Pemilihan, basis: Keppres 41/2026}\n");

    try (RunnerConfig config = sample.load()) {
      Offices offices = config.deadlines().offices();
      Office dishub = offices.of(Optional.of(new AgencyCode("dishub")));
      assertThat(dishub.kind()).isEqualTo(AgencyKind.OPD);
      assertThat(dishub.zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
      assertThat(dishub.countsReceiptDay()).isTrue();
      assertThat(dishub.calendar().isWorkingDay(LocalDate.parse("2026-12-09"))).isFalse();
      assertThat(offices.standard().countsReceiptDay()).isFalse();
    }
  }

  @Test
  void everyRelativePathBeginsInTheFolderOfTheFile() {
    try (RunnerConfig config = SampleConfig.in(folder).load()) {
      assertThat(config.store().place()).isEqualTo(new InFile(folder.resolve("store/lapor.db")));
      assertThat(config.store().keys()).isEqualTo(folder.resolve("store/lapor.db.keys"));
    }
  }

  @Test
  void withoutAWebhookAndWithoutAListenerPollingAloneIsLegal() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("  webhook: {secrets: [\"${env:HOOK}\"]}\n", "");
    sample.replace("http: {host: 127.0.0.1, port: 0, ", "http: {");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.portal().webhook().secrets()).isEmpty();
      assertThat(config.http()).isEmpty();
      assertThat(config.admin().port()).isZero();
    }
  }

  @Test
  @Tag("S23")
  void administrationListensOnLoopbackUnlessToldOtherwise() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(", admin: {\"port\": 0}", "");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.admin()).isEqualTo(AdminConfig.DEFAULT);
      assertThat(config.admin().onLoopback()).isTrue();
      assertThat(config.admin().port()).isEqualTo(8081);
    }
  }

  @Test
  void aTokenStandsForTheSecretsOfAPortalThatCannotSign() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "secrets: [\"${env:HOOK}\"]", "token: {header: X-T, value: \"${env:TOKEN_NEW}\"}");
    sample.replace("http: {host: 127.0.0.1, port: 0, admin: {\"port\": 0}}\n", "");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.portal().webhook().token()).isPresent();
      assertThat(config.http()).contains(HttpConfig.DEFAULT);
      assertThat(config.portal().toString()).doesNotContain("ZZSEC");
    }
  }

  @Test
  void ratesAndProxiesAreReadAndABurstIsTwiceTheRateUnlessItIsWritten() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "port: 0, admin",
        "port: 0, rate: {perSecond: 7}, ratePerAddress: {perSecond: 3, burst: 4},"
            + " trustedProxies: [10.1.0.0/16, \"::1\"], admin");

    try (RunnerConfig config = sample.load()) {
      HttpConfig http = config.http().orElseThrow();
      assertThat(http.rate()).isEqualTo(new HttpConfig.Rate(7, 14));
      assertThat(http.ratePerAddress()).isEqualTo(new HttpConfig.Rate(3, 4));
      assertThat(http.trustedProxies())
          .extracting(range -> range.contains(AddressRange.address("10.1.255.255")))
          .containsExactly(true, false);
    }
  }

  @Test
  void anUnsealedConnectionIsNoticed() {
    try (RunnerConfig config = SampleConfig.in(folder).load()) {
      assertThat(config.notices())
          .extracting(Problem::message)
          .contains(
              "what goes to the portal is not sealed by TLS",
              "what goes to agency dishub is not sealed by TLS");
    }
  }

  @Test
  @Tag("C7")
  void theUsualWaitBeforeALookUpIsNoShorterThanACall() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("delivery: {lookupSettle: PT1S}", "delivery: {base: PT1S}");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.retry().lookupSettle()).isEqualTo(Duration.ofSeconds(90));
    }
    sample.replace("delivery: {base: PT1S}\n", "");
    sample.replace("tls: off # agency", "tls: off\n      deadline: PT3M");
    try (RunnerConfig config = sample.load()) {
      assertThat(config.retry())
          .isEqualTo(RetryPolicy.DEFAULT.withLookupSettle(Duration.ofMinutes(3)));
    }
  }

  @Test
  @Tag("C9")
  @Tag("C10")
  void howHardAnAgencyIsPressedIsConfiguration() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "delivery: {lookupSettle: PT1S}",
        "delivery: {alertAfter: P1D, retryBudget: {percent: 20, perMinute: 5},"
            + " breaker: {percent: 60, calls: 4, window: PT2M}}");
    sample.replace("    adapter: rest\n", "    adapter: rest\n    rate: {calls: 30, per: PT1M}\n");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.retry().limits())
          .isEqualTo(
              new RetryPolicy.Limits(
                  Duration.ofDays(1),
                  new RetryBudget(20, 5),
                  new BreakerPolicy(60, 4, Duration.ofMinutes(2))));
      assertThat(config.agencies())
          .extracting(AgencyConfig::rate)
          .containsExactly(Optional.of(new RateLimit(30, Duration.ofMinutes(1))));
      assertThat(config.agencies())
          .extracting(AgencyConfig::paused)
          .containsExactly(Optional.empty());
    }
  }

  @Test
  void answersGoOutAtOnceUnlessSomethingElseIsSaid() {
    try (RunnerConfig config = SampleConfig.in(folder).load()) {
      assertThat(config.portal().replies()).isEqualTo(ReplyRules.DEFAULT);
      assertThat(config.agencies())
          .extracting(AgencyConfig::returnedStatus)
          .containsOnly(List.of());
    }
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "PT1S}\nagencies",
        "PT1S}\n  replies: after_approval\n  replyReference: \"Ref. {reference}\"\n"
            + "  replyFiles: {max: 2, bytesMax: 2048}\nagencies");
    sample.replace("kind: opd", "returnedStatus: [DITOLAK, BUKAN WEWENANG]");

    try (RunnerConfig config = sample.load()) {
      assertThat(config.portal().replies())
          .isEqualTo(new ReplyRules(true, Optional.of("Ref. {reference}"), 2, 2048));
      assertThat(config.agencies())
          .extracting(AgencyConfig::returnedStatus)
          .containsExactly(List.of("DITOLAK", "BUKAN WEWENANG"));
    }
  }

  @Test
  @Tag("C7")
  void aShorterWaitIsNoticed() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("PT1S}\nagencies", "PT1S}\n  timeouts: {connect: PT2S, write: PT1S}\nagencies");

    try (RunnerConfig config = sample.load()) {
      assertThat(v3(config).calls().connect()).isEqualTo(Duration.ofSeconds(2));
      assertThat(config.notices())
          .extracting(Problem::message)
          .filteredOn(message -> message.contains("look-up"))
          .containsExactly(
              "a look-up after PT1S may find nothing while dishub still stores:"
                  + " a call may take PT30S");
    }
  }

  @Test
  void theStoreIsFoundWithoutAnySecret() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("${env:AUTH}", "${env:NOT_SET_ANYWHERE}");

    Whereabouts whereabouts = ConfigFile.whereabouts(sample.file());

    assertThat(whereabouts.store().place()).isEqualTo(new InFile(folder.resolve("store/lapor.db")));
    assertThat(whereabouts.names()).containsEntry("dishub", "Dinas Perhubungan");
  }

  @Test
  void aDatabaseIsFoundWithoutItsPasswordAndShownWithoutItsParameters() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("{path: store/lapor.db}", DATABASE);
    String url = "jdbc:postgresql://db.example.go.id:5433/lapor?sslmode=require";

    StoreConfig found = ConfigFile.whereabouts(sample.file()).store();

    assertThat(found.place()).isEqualTo(new InPostgres(url, "lapor", Optional.empty()));
    assertThat(found.place()).hasToString("postgresql://db.example.go.id:5433/lapor");
    assertThat(found.notice()).isEqualTo(folder.resolve("lapor.yaml.admin"));
    assertThat(found.node()).contains("satu");
  }

  @Test
  @Tag("S16")
  void thePasswordOfADatabaseComesFromOutsideAndIsNeverShown() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("{path: store/lapor.db}", DATABASE);

    try (RunnerConfig config = sample.load()) {
      InPostgres database = (InPostgres) config.store().place();
      assertThat(database.password().orElseThrow().reveal()).isEqualTo("ZZSEC-invented-token-1");
      assertThat(config.store().toString()).doesNotContain("ZZSEC");
      assertThat(config.notices())
          .extracting(Problem::message)
          .contains("the database need not prove who it is: sslmode is not verify-full");
    }
  }

  @Test
  void whereTheRunningConnectorIsAskedCanBeTold() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("admin: {\"port\": 0}", "admin: {port: 0, file: run/ask}");

    assertThat(ConfigFile.whereabouts(sample.file()).store().notice())
        .isEqualTo(folder.resolve("run/ask"));
  }
}
