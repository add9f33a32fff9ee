package id.aduan.lapor.documents.odf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The ODF Validator of the ODF Toolkit, run as a program of its own: strict, so that what only
 * LibreOffice knows is not taken.
 */
public final class OdfValidatorTool {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private OdfValidatorTool() {}

  /** What it says against these documents; empty when all of them are valid. */
  public static String faults(Path... documents) throws IOException, InterruptedException {
    Path jar = Path.of("target", "odfvalidator.jar").toAbsolutePath();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-jar",
                jar.toString()));
    for (Path document : documents) {
      command.add(document.toAbsolutePath().toString());
    }
    Tool.Said said = Tool.run(LONGEST, Path.of("target").toAbsolutePath(), command);
    if (said.exit() == 0) {
      return "";
    }
    return "exit " + said.exit() + "\n" + said.text();
  }
}
