package id.aduan.lapor.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMemoryTest {
  /** What an idle process has and all that the files may take, in one. */
  private static final String HEAP_MAX = "-Xmx64m";

  @Test
  @Tag("slow")
  void files_of_50_MB_at_once_fit_into_a_heap_of_64_MB(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP_MAX,
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlapor.thorough=" + Boolean.getBoolean("lapor.thorough"),
                "-cp",
                System.getProperty("java.class.path"),
                FileLoad.class.getName(),
                folder.resolve("files").toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(said).contains("kept " + FileLoad.FILES);
    assertThat(process.exitValue()).isZero();
  }
}
