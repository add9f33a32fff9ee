package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own shows: its arguments' bytes, its streams, its surroundings. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RowsProcessTest {
  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    SampleConfig.in(folder);
    JdbcStore.sqlite(folder.resolve("store/lapor.db")).close();
  }

  /** Runs a line of the shell; {@code $LAPOR} is the program. */
  private int shell(String environment, String javaOptions, String line) throws Exception {
    String java =
        "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %s %s %s"
            .formatted(
                javaOptions,
                "'" + String.join("' '", SharedClasses.options()) + "'",
                LaporMain.class.getName());
    List<String> command = new ArrayList<>(List.of("env", "-i"));
    command.add("PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    SampleConfig.ENVIRONMENT.forEach((name, value) -> command.add(name + "=" + value));
    if (!environment.isEmpty()) {
      command.add(environment);
    }
    command.addAll(List.of("sh", "-c", line.replace("$LAPOR", java)));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"), UTF_8);
  }

  /** Arguments, streams and surroundings as they come on strange machines. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ''          ~ ''      ~ $LAPOR show "$(printf '\\377\\376')"             ~ 64 ~ error[usage]: a tracking id
          ''          ~ ''      ~ $LAPOR "$(printf '\\377\\376')"                  ~ 64 ~ error[usage]: not understood
          LC_ALL=C    ~ ''      ~ $LAPOR "$(printf 'laporan-\\303\\251')"          ~ 64 ~ error[usage]: not understood
          ''          ~ ''      ~ $LAPOR schema | head -1                         ~ 0  ~ ''
          ''          ~ ''      ~ $LAPOR status >&-                               ~ 0  ~ ''
          ''          ~ ''      ~ $LAPOR status </dev/null                        ~ 0  ~ ''
          ''          ~ ''      ~ cd /proc && $LAPOR status --config "$OLDPWD/lapor.yaml" ~ 0 ~ ''
          ''          ~ -Xmx32m ~ $LAPOR store verify                             ~ 0  ~ ''
          ''          ~ -Djava.io.tmpdir=/no/such ~ $LAPOR status                 ~ 74 ~ error[store.unavailable]: the directory for temporary files, /no/such
          """)
  void surroundingsThatDifferEndAsTheyShould(
      String environment, String javaOptions, String line, int exit, String told) throws Exception {
    assertThat(shell(environment, javaOptions, line)).isEqualTo(exit);

    assertThat(err()).startsWith(told).hasLineCount(told.isEmpty() ? 0 : 1);
    assertThat(err() + out()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void inAnyLocaleTheAnswerIsUtf8AndTheZoneIsThatOfTheConfiguration() throws Exception {
    SampleConfig.in(folder).replace("Dinas Perhubungan", "Dinas Perhubungan – é");

    assertThat(shell("LC_ALL=C", "", "$LAPOR status --json")).isZero();
    assertThat(out()).contains("Dinas Perhubungan – é");
    assertThat(shell("LC_ALL=C", "", "$LAPOR status")).isZero();
    assertThat(out()).contains("WIB");
  }

  /** A limit on the size of files is a full disk to a copy. */
  @Test
  void aCopyForWhichThereIsNoRoomEndsWith74AndLeavesNothing() throws Exception {
    Path copies = Files.createDirectory(folder.resolve("copies"));
    Path big = folder.resolve("store/lapor.db");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + big);
        var statement = connection.createStatement()) {
      statement.executeUpdate("insert into lapor_cursor values ('x', hex(randomblob(8000000)), 0)");
    }

    // 512-byte blocks: room for SQLite's library, and not for the copy
    int exit = shell("", "", "ulimit -f 16000; $LAPOR store backup copies/lapor.db");

    assertThat(exit).isEqualTo(74);
    assertThat(err()).startsWith("error[store.unavailable]: the copy could not be made");
    assertThat(copies).isEmptyDirectory();
  }
}
