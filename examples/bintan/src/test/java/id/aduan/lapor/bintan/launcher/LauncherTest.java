package id.aduan.lapor.bintan.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, whose build hands out what this build has made: its
 * archive of classes makes a start faster, and never breaks one.
 */
@Tag("slow")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(Lifecycle.PER_CLASS)
class LauncherTest {
  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final String TOOL = "id.aduan.lapor.runner.command.CommandLineTool ";
  private static final String VERSION = "lapor \\S+\n";

  private Path home = CHECKOUT;
  private Path made = CHECKOUT;
  private Path jar = CHECKOUT;

  private record Ended(int code, String out, String err, boolean sharing) {}

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    home = folder.toRealPath();
    Files.copy(CHECKOUT.resolve("lapor"), home.resolve("lapor"));
    Path built = CHECKOUT.resolve("camel-routes/runner/target");
    Path target = home.resolve("camel-routes/runner/target");
    jar = target.resolve("lapor-runner.jar");
    Files.writeString(
        home.resolve("mvnw"),
        "mkdir -p '%2$s' && cp '%1$s/lapor-runner.jar' '%1$s/classpath' '%2$s'\n"
            .formatted(built, target));

    Ended first = start();

    assertThat(first.code()).as(first.err()).isZero();
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      made = files.filter(file -> file.toString().endsWith(".jsa")).findAny().orElseThrow();
    }
    Files.copy(made, home.resolve("whole"));
  }

  @BeforeEach
  void restore() throws IOException {
    Files.deleteIfExists(made);
    Files.copy(home.resolve("whole"), made);
  }

  @Test
  void aStartUsesTheArchiveThatTheBuildMade() throws Exception {
    assertStarts(true);
  }

  @Test
  void aMissingArchiveIsDoneWithout() throws Exception {
    Files.delete(made);

    assertStarts(false);
  }

  @Test
  void anArchiveThatWasCutOffIsDoneWithout() throws Exception {
    made.toFile().setWritable(true);
    try (FileChannel file = FileChannel.open(made, StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 3);
    }

    assertStarts(false);
  }

  @Test
  void anArchiveOfAnotherBuildIsDoneWithout() throws Exception {
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

    assertStarts(false);

    Files.setLastModifiedTime(jar, before);
  }

  @Test
  void whatLivesOrComputesForLongIsCompiledWithCareAndTheRestQuickly() throws Exception {
    assertThat(optionsOf("run")).contains("-Xmx192m").doesNotContain("TieredStopAtLevel");
    assertThat(optionsOf("report")).contains("-Xmx256m").doesNotContain("TieredStopAtLevel");
    assertThat(optionsOf("store")).contains("-Xmx256m").doesNotContain("TieredStopAtLevel");
    assertThat(optionsOf("cases")).contains("-Xmx256m").contains("-XX:TieredStopAtLevel=1");
    assertThat(optionsOf("run")).as("F6").contains("-XX:+ExitOnOutOfMemoryError");
    assertThat(optionsOf("run")).as("memory beside the heap").contains("arenas=2");
  }

  /** What a Java would be started with, told by something else in its place. */
  private String optionsOf(String command) throws Exception {
    Path java = Files.createDirectories(home.resolve("echo/bin")).resolve("java");
    Files.writeString(home.resolve("echo/release"), "JAVA_VERSION=\"17\"\n");
    Files.writeString(java, "#!/bin/sh\necho \"$@\" arenas=$MALLOC_ARENA_MAX\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("sh", home.resolve("lapor").toString(), command, "--help");
    builder.environment().put("JAVA_HOME", home.resolve("echo").toString());
    builder.environment().remove("LAPOR_JAVA_OPTS");
    builder.environment().remove("MALLOC_ARENA_MAX");
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private void assertStarts(boolean sharing) throws Exception {
    Ended ended = start();

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).matches(VERSION);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.sharing()).isEqualTo(sharing);
  }

  private Ended start() throws Exception {
    Path loaded = home.resolve("loaded");
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", home.resolve("lapor").toString(), "--version")
            .redirectError(err.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "LAPOR_JAVA_OPTS",
                "-XX:+UseSerialGC -Xlog:class+load:file=" + loaded));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> tools =
        Files.readAllLines(loaded).stream().filter(line -> line.contains(TOOL)).toList();
    assertThat(tools).hasSize(1);
    return new Ended(
        process.exitValue(),
        out,
        Files.readString(err),
        tools.get(0).contains("shared objects file"));
  }
}
