package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of local systems handed in by command, while no connector runs. */
class FileCommandTest {
  private static final String REPORT =
      """
      {"source": "loket", "number": "2026-0012", "title": "Rambu roboh",
       "content": "Rambu ZZPII roboh.", "anonymous": false, "secret": true,
       "reporter": {"name": "Rahmat ZZPII-7"}, "institution": "151999"}
      """;

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() {
    sample = SampleConfig.in(folder);
    sample.replace("  poll: {every: PT1S}", "  poll: {every: PT1S}\n  filing: {}");
    store = ParkedFixture.in(folder);
    store.park(1, "dishub", Settlement.REFUSED);
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("file"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private String report(String text) throws Exception {
    return Files.writeString(folder.resolve("laporan.json"), text).toString();
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(shell.out());
  }

  @Test
  @Tag("C4")
  void aReportIsTakenOnceAndAnotherUnderItsNumberIsRefused() throws Exception {
    assertThat(run(report(REPORT), "--lang", "en")).isZero();
    assertThat(shell.out()).isEqualTo("Report 1 is kept and goes to the portal by itself.\n");

    assertThat(run(report(REPORT), "--lang", "en")).isZero();
    assertThat(shell.out()).contains("was taken before");

    assertThat(run(report(REPORT.replace("roboh.", "roboh lagi.")))).isEqualTo(65);
    assertThat(shell.err())
        .contains("error[filing.number_taken]", "nothing was changed")
        .doesNotContain("ZZPII");
    assertThat(run("list", "--json")).isZero();
    assertThat(json().path("items")).hasSize(1);
  }

  @Test
  void whatIsAttachedGoesWithItAndIsUploadedFirst() throws Exception {
    Path photo = Files.write(folder.resolve("Foto.JPG"), new byte[] {1, 2, 3});

    assertThat(run(report(REPORT), "--attach", photo.toString(), "--json")).isZero();
    assertThat(json().path("code").asText()).isEqualTo("filed");

    assertThat(run("show", "loket:2026-0012", "--json")).isZero();
    assertThat(json().at("/item/step").asText()).isEqualTo("UPLOAD");
    assertThat(json().at("/timeline/0/detail").asText()).isEqualTo("loket 2026-0012, files 1");
    assertThat(shell.out()).doesNotContain("ZZPII", "Rambu", "Foto");
    assertThat(run("show", "1")).isZero();
    assertThat(shell.out()).contains("Laporan 1, loket 2026-0012", "berkas akan diunggah");
  }

  @Test
  void whatIsNoReportIsRefusedInOneLine() throws Exception {
    assertThat(run()).isEqualTo(64);
    assertThat(run("/no/report.json")).isEqualTo(66);
    assertThat(run(report(REPORT.replace("secret", "rahasia ZZSEC")))).isEqualTo(65);
    assertThat(shell.err())
        .contains("error[filing.report]", "laporan.json: line 2, column", "not known")
        .doesNotContain("ZZSEC", "ZZPII");
    assertThat(run(report(REPORT), "--attach", folder.resolve("nothing.pdf").toString()))
        .isEqualTo(66);
    assertThat(run("show", "no such name")).isEqualTo(64);
    assertThat(run("show", "7")).isEqualTo(65);
    assertThat(run("list")).isZero();
    assertThat(shell.out()).contains("Belum ada laporan");
  }

  @Test
  void withoutTheSettingNoneIsTaken() throws Exception {
    sample.replace("\n  filing: {}", "");

    assertThat(run(report(REPORT))).isEqualTo(65);

    assertThat(shell.err()).contains("error[filing.off]", "portal.filing");
  }

  @Test
  @Tag("C7")
  @Tag("C12")
  void aPersonSaysUnderWhichNumberItStands() throws Exception {
    assertThat(run(report(REPORT))).isZero();
    parkCreate();

    assertThat(run("resolve", "1", "--tracking-id", "satu", "--lang", "en")).isEqualTo(65);
    assertThat(shell.out()).contains("named by its tracking id alone");
    assertThat(run("resolve", "1", "--tracking-id", "9400001", "--not-there")).isEqualTo(64);
    assertThat(run("resolve", "1", "--tracking-id", "9400001", "--who", "budi")).isZero();

    assertThat(run("show", "#9400001", "--json")).isZero();
    assertThat(json().at("/item/step").asText()).isEqualTo("FORWARD");
    assertThat(json().at("/item/trackingId").asText()).isEqualTo("9400001");
    assertThat(run("show", "1", "--lang", "en")).isZero();
    assertThat(shell.out()).contains("on the portal as 9400001, to be forwarded");
    assertThat(run("resolve", "1", "--not-there")).isEqualTo(65);
    assertThat(shell.run("status", "--lang", "en", "--config", sample.file().toString())).isZero();
    assertThat(shell.out())
        .contains("Reports from below: 0 on their way, 1 on the portal and to be forwarded");
  }

  /** As the engine does when it cannot find out whether it was filed. */
  private void parkCreate() {
    boolean parked =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      Share all = new Share(1, 1, false, false, Shell.NOW);
                      Envelope claimed =
                          it.claims()
                              .claim(
                                  tx, Targets.PORTAL_FILING, all, Shell.NOW, Duration.ofMinutes(1))
                              .get(0);
                      return it.claims()
                          .settle(
                              tx,
                              claimed,
                              new Settlement(
                                  State.PARKED,
                                  Shell.NOW,
                                  1,
                                  0,
                                  false,
                                  "",
                                  Settlement.UNKNOWN_OUTCOME,
                                  "no answer"),
                              Shell.NOW);
                    }));
    assertThat(parked).isTrue();
  }
}
