package id.aduan.lapor.bintan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.bintan.demo.Reckoning.Result;
import id.aduan.lapor.bintan.desk.Hashes;
import id.aduan.lapor.bintan.officers.Officers;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.simulator.generate.ComplaintGenerator;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo as a whole: real processes, a real store, a real wire. */
@Tag("slow")
class DemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COMPLAINTS = Boolean.getBoolean("lapor.thorough") ? 40 : 15;
  private static final int KILLS = Boolean.getBoolean("lapor.thorough") ? 10 : 1;
  private static final Path SHIPPED = Path.of("config", "lapor.yaml");

  @TempDir private Path dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Result run(DemoOptions options) throws Exception {
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      return new Demo(options.onceOnly(), stream)
          .run(dir.resolve("demo"), SHIPPED, FreePorts.take());
    }
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Pushed and whole is what the other two have; EitherWayTest has only one way in each build. */
  @Tag("nightly")
  @ParameterizedTest(name = "push {0}, thin {1}")
  @CsvSource({"true, true", "false, false"})
  void everything_arrives_once_however_the_portal_tells_of_it(boolean push, boolean thin)
      throws Exception {
    Result result = run(DemoOptions.DEFAULT.with(15, 7).withPush(push, thin));

    assertThat(result.lostOnes()).isEmpty();
    assertThat(result.doubledOnes()).isEmpty();
    assertThat(result.delivered()).isEqualTo(15);
  }

  @Test
  @Tag("C15")
  @Tag("F1")
  void nothing_is_lost_or_doubled_when_the_connector_is_killed_with_work_under_way()
      throws Exception {
    long seed = Long.getLong("lapor.seed", new SecureRandom().nextInt(1_000_000));
    System.out.println("kills at random moments, rerun with -Dlapor.seed=" + seed);

    Result result = run(DemoOptions.DEFAULT.with(COMPLAINTS, seed).withKills(KILLS));

    assertThat(result.lostOnes()).as("seed %d", seed).isEmpty();
    assertThat(result.doubledOnes()).as("seed %d", seed).isEmpty();
    assertThat(result.delivered()).as("seed %d", seed).isEqualTo(COMPLAINTS);
    assertThat(lines().get(lines().size() - 1)).contains(" lost=0 duplicated=0 files=");
    assertThat(result.files()).as("seed %d", seed).isPositive();
    assertThat(lines())
        .filteredOn(line -> line.matches(".* kill -9 nomor \\d+, .*, antrean terbuka [1-9]\\d*"))
        .hasSize(KILLS);
    Happened.times("F1", KILLS, "kill -9 with open work in the demo");
  }

  @Test
  @Tag("C24")
  @Tag("D14")
  void the_demo_ends_clean_and_nothing_private_leaves_its_place() throws Exception {
    Result result = run(DemoOptions.DEFAULT);

    assertThat(result.followUps()).isGreaterThanOrEqualTo(40);
    assertThat(lines().get(lines().size() - 1))
        .matches(
            "complaints=40 delivered=40 followups=\\d+ lost=0 duplicated=0 files=[1-9]\\d* refused=[1-9]\\d*");
    Path demo = dir.resolve("demo");
    List<String> files = filesAtAgencies(demo);
    assertThat(files).anyMatch(name -> name.endsWith("-IMG-2026.jpg"));
    assertThat(files).anyMatch(name -> name.endsWith("-kronologi.docx"));
    assertThat(files.stream().anyMatch(name -> name.endsWith(".odt"))).isEqualTo(hasOffice());
    assertThat(files).noneMatch(name -> name.contains("video") || name.contains("-surat."));
    assertThat(Files.readString(demo.resolve("ledger-opd.jsonl")))
        .doesNotContain(Hashes.sha256(Evidence.photo().bytes()));
    String told = Files.readString(demo.resolve("connector.log")) + String.join("\n", lines());
    assertThat(told).doesNotContain(ComplaintGenerator.CANARY_MARK);
    assertThat(Files.readString(demo.resolve("ledger-portal.jsonl")))
        .doesNotContain(Officers.NOTE_MARKER);
    assertThat(filedFor(demo, true)).isNotEmpty().noneMatch(DemoTest::namesSomebody);
    assertThat(filedFor(demo, false)).anyMatch(DemoTest::namesSomebody);
    assertThat(storeBytes(demo)).doesNotContain(ComplaintGenerator.CANARY_MARK);
    assertThat(pushesOfDishub(demo)).isPositive();
    assertThat(lines()).anyMatch(line -> line.matches(".*tiket \\S+ diperbarui.*"));
    assertThat(told).doesNotContainPattern("(?m)^\\s+at [a-z]+\\.").doesNotContain("Exception");
  }

  private static List<String> filesAtAgencies(Path demo) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(demo.resolve("ledger-opd.jsonl"))) {
      JsonNode entry = JSON.readTree(line);
      if (entry.path("type").asText().equals("FILE")) {
        names.add(entry.path("name").asText());
      }
    }
    return names;
  }

  /** Where LibreOffice is on the search path, copies in an open format go beside. */
  private static boolean hasOffice() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  private static long pushesOfDishub(Path demo) {
    Path file = demo.resolve("lapor.db");
    try (JdbcStore store =
        JdbcStore.sqliteReadOnly(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)))) {
      return store.read(
          tx ->
              LongStream.range(1, 1_000)
                  .mapToObj(entry -> "opd-DISHUB-" + entry)
                  .flatMap(id -> store.inbox().find(tx, "agency.dishub.webhook", id).stream())
                  .filter(receipt -> !receipt.quarantined())
                  .count());
    }
  }

  private static boolean namesSomebody(String line) {
    return line.contains(ComplaintGenerator.CANARY_MARK);
  }

  /** What the agencies were sent for complaints whose reporter is withheld, or is not. */
  private static List<String> filedFor(Path demo, boolean withheld) throws IOException {
    List<String> filed = new ArrayList<>(Files.readAllLines(demo.resolve("ledger-opd.jsonl")));
    filed.addAll(Files.readAllLines(demo.resolve("ledger-kantah.jsonl")));
    Set<String> ids = new HashSet<>();
    for (String line : Files.readAllLines(demo.resolve("ledger-portal.jsonl"))) {
      JsonNode entry = JSON.readTree(line);
      boolean guarded =
          entry.path("is_anonymous").asBoolean() || entry.path("is_secret").asBoolean();
      if (entry.path("kind").asText().equals("complaint") && guarded == withheld) {
        ids.add(entry.path("complaint_id").asText());
      }
    }
    filed.removeIf(line -> ids.stream().noneMatch(line::contains));
    return filed;
  }

  private static String storeBytes(Path demo) throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (Stream<Path> files = Files.list(demo)) {
      for (Path file :
          files.filter(path -> path.getFileName().toString().startsWith("lapor.db")).toList()) {
        bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toString();
  }
}
