package id.aduan.lapor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UploadMemoryTest {
  /** What an idle process has and all that the files may take, in one. */
  private static final String HEAP_MAX = "-Xmx64m";

  @Test
  @Tag("slow")
  void twenty_files_of_50_MB_go_out_at_once_from_a_heap_of_64_MB() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP_MAX,
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                UploadLoad.class.getName())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(said).contains("arrived " + UploadLoad.FILES * UploadLoad.BYTES);
    assertThat(process.exitValue()).isZero();
  }
}
