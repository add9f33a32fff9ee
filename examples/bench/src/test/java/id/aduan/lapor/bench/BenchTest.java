package id.aduan.lapor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each measurement works; its figures mean nothing here. */
class BenchTest {
  private static final List<String> CONNECTOR =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-cp",
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
          "id.aduan.lapor.runner.LaporMain");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String run(String... line) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(new BenchMain(CONNECTOR, stream).commandLine().execute(line)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Tag("nightly")
  void aComplaintsJourneyIsMeasured() {
    assertThat(run("journey", "--complaints", "5", "--warm-up", "1"))
        .matches(
            "\\| one complaint, .* \\| p50 [\\d.]+ ms, p99 [\\d.]+ ms, p99.9 [\\d.]+ ms \\|\n");
  }

  @Test
  @Tag("nightly")
  void aRateIsKeptAndNothingFails() {
    assertThat(run("rate", "--per-second", "20", "--seconds", "2", "--warm-up-seconds", "1"))
        .matches("\\| acknowledgement at 20/s for 2 s \\| .*, 0 failed of \\d+ \\|\n");
  }

  @Test
  void dueDatesAreMeasured() {
    assertThat(run("due", "--rounds", "1", "--dates", "1000"))
        .matches("\\| a due date .* \\| [\\d.]+ .s \\|\n\\| the same .* \\| [\\d.]+ .s \\|\n");
  }

  @Test
  @Tag("nightly")
  void openClocksAreMeasured() {
    assertThat(run("clocks", "--few", "10", "--recounted", "10", "--many", "5000", "--times", "3"))
        .matches(
            """
            \\| a changed calendar .* 1000 cases moved; .* \\|
            \\| a sweep .* \\| [\\d.]+ ms \\|
            \\| a sweep .* \\| [\\d.]+ ms \\|
            """);
  }

  @Test
  @Tag("nightly")
  void aRecapIsMeasured() {
    assertThat(run("recap", "--cases", "60"))
        .matches("(\\| a recap of 60 cases as \\.\\w+ .* \\| [\\d.]+ s, [\\d.]+ MB \\|\n){3}");
  }

  @Test
  @Tag("nightly")
  void saturationIsMeasured() {
    assertThat(run("saturation", "--seconds", "1", "--warm-up-seconds", "0"))
        .matches("\\| acknowledged at .* \\| [1-9]\\d*/s, 0 failed; .*\n");
  }

  @Test
  @Tag("nightly")
  void theEngineAloneIsMeasured() {
    assertThat(run("engine", "--complaints", "4000", "--rows", "2", "--senders", "4"))
        .contains("| messages 1 to 2000 | ", "| messages 2001 to 4000 | ");
  }

  @Test
  void theWholeWayIsMeasuredAndNothingIsLost() {
    assertThat(run("load", "--per-second", "40", "--seconds", "2", "--warm-up-seconds", "1"))
        .contains(
            "| acknowledged at 40/s for 2 s |",
            "| receive to agency | p50 ",
            "| lost / repeated / doubled / out of order | 0 / 0 / 0 / 0 |",
            "| answers of the webhook | 202: ")
        .doesNotContain("NOT ALL IN TIME");
  }

  @Test
  @Tag("nightly")
  void openLanesAreMeasured() {
    assertThat(run("lanes", "--sizes", "1000", "--idle-seconds", "0"))
        .containsPattern("\\| 1000 open lanes: a claim of 16 entries \\| [\\d.]+ ms")
        .containsPattern("\\| 1000 open lanes: start \\| ready in [\\d.]+ s");
  }

  @Test
  @Tag("nightly")
  void thePartsAreMeasuredAlone() {
    assertThat(run("baseline", "--seconds", "1", "--warm-up-seconds", "0", "--postgres", "false"))
        .containsPattern("\\| no-op HTTP server .* \\| [1-9]\\d*/s, 0 other answers")
        .containsPattern("\\| JDK HTTP client, .* \\| [1-9]\\d*/s")
        .containsPattern("\\| SQLite, rows in commits of 64 \\| [1-9]\\d*/s");
  }

  @Test
  @Tag("nightly")
  void theCodeIsMeasuredAlone() {
    assertThat(run("jmh", "--iterations", "1", "--milliseconds", "50"))
        .containsPattern("\\| verifyParseDecideEncode \\| [\\d.]+ .s");
  }

  /** A soak of seconds reads too little to judge what grows, and says so. */
  @Test
  @Tag("nightly")
  void aSoakKeepsItsLedgerAndReadsTooLittleInSeconds(@TempDir Path folder) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Path report = folder.resolve("soak.md");
    String[] line = {
      "soak",
      "--minutes",
      "0.4",
      "--warm-up-minutes",
      "0",
      "--report-minutes",
      "0.2",
      "--per-second",
      "10",
      "--different-files",
      "3",
      "--report",
      report.toString()
    };

    int status = new BenchMain(CONNECTOR, stream).commandLine().execute(line);

    assertThat(status).isEqualTo(1);
    assertThat(report)
        .content()
        .contains("| heap after a collection, MB | read 0 times only | **FAILS** |")
        .containsPattern("out of order \\| 0 / 0 / 0 / 0 of \\d+ \\| holds")
        .containsPattern("files: lost / repeated \\| 0 / 0 of \\d+ \\| holds")
        .contains("| lapor store verify | ok | holds |", "| lapor audit verify | ok | holds |");
  }
}
