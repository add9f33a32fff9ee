package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.SampleConfig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Runs commands in this process and keeps what they write. */
final class Shell {
  static final Instant NOW = Instant.parse("2026-12-21T03:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs one command and gives how it ended; what earlier ones wrote is forgotten. */
  int run(String... args) {
    return runIn(SampleConfig.ENVIRONMENT, args);
  }

  /** The same in another environment. */
  int runIn(Map<String, String> environment, String... args) {
    out.reset();
    err.reset();
    return new CommandLineTool(Terminal.of(out, err), () -> environment, InstantSource.fixed(NOW))
        .execute(args);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
