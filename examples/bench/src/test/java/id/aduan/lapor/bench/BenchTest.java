package id.aduan.lapor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

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
    assertThat(new CommandLine(new BenchMain(CONNECTOR, stream)).execute(line)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aComplaintsJourneyIsMeasured() {
    assertThat(run("journey", "--complaints", "5", "--warm-up", "1"))
        .matches(
            "\\| one complaint, .* \\| p50 [\\d.]+ ms, p99 [\\d.]+ ms, p99.9 [\\d.]+ ms \\|\n");
  }

  @Test
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
  void saturationIsMeasured() {
    assertThat(run("saturation", "--seconds", "1", "--warm-up-seconds", "0"))
        .matches("\\| acknowledged at .* \\| [1-9]\\d*/s, 0 failed; .*\n");
  }
}
