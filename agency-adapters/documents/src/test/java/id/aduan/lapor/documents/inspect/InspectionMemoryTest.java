package id.aduan.lapor.documents.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 20 files of 50 MB at once are fetched, looked at, cleaned and kept by a process with 64 MB of
 * heap in all.
 */
@Tag("nightly")
class InspectionMemoryTest {
  private static final int FILES = 20;
  private static final int MEBIBYTES = 50;
  @TempDir private Path folder;

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aLookTakesNoMoreMemoryForALargeFile() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LooksAtMany.class.getName(),
                Files.createDirectory(folder.resolve("copies")).toString()));
    List<Path> files = List.of(zip(), jpeg(), pdf(), unknown());
    for (int i = 0; i < FILES; i++) {
      command.add(files.get(i % files.size()).toString());
    }

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("kept " + FILES);
  }

  private Path zip() throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.bin"));
      noise(zip);
      zip.closeEntry();
    }
    return file;
  }

  private Path jpeg() throws IOException {
    byte[] small = PictureSamples.jpeg(6);
    Path file = folder.resolve("a.jpg");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(small, 0, small.length - 2);
      byte[] plain = new byte[1 << 20];
      for (int i = 0; i < MEBIBYTES; i++) {
        out.write(plain);
      }
      out.write(small, small.length - 2, 2);
    }
    return file;
  }

  private Path pdf() throws IOException {
    Path file = folder.resolve("a.pdf");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(PictureSamples.bytes("%PDF-1.7\n"));
      noise(out);
    }
    return file;
  }

  private Path unknown() throws IOException {
    Path file = folder.resolve("a.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      noise(out);
    }
    return file;
  }

  private static void noise(OutputStream out) throws IOException {
    Random chance = new Random(7);
    byte[] some = new byte[1 << 20];
    for (int i = 0; i < MEBIBYTES; i++) {
      chance.nextBytes(some);
      out.write(some);
    }
  }
}
