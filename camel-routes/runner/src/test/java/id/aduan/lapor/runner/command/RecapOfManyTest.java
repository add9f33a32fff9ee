package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.documents.recap.RecapFigures;
import id.aduan.lapor.documents.recap.RecapFigures.Count;
import id.aduan.lapor.documents.recap.RecapFigures.Kept;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recap of a thousand cases, by the store and the whole command, against a count of its own. */
@Tag("CMP-12")
class RecapOfManyTest {
  private static final int CASES = 1_000;
  private static final long SEED = 20_261_127;
  private static final Instant FROM = Instant.parse("2026-10-31T17:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-11-30T17:00:00Z");
  private static final Path VALIDATOR =
      Path.of("../../agency-adapters/documents/target/odfvalidator.jar");

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private final List<RecapCase> cases = new ArrayList<>();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void aThousandCasesAndSomeBeforeAndBehind() {
    sample = SampleConfig.in(folder);
    LateTransport transport = new LateTransport();
    RunningConnector.start(sample.load(transport), transport).close();
    Random chance = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      // From five days before the period to four days behind it
      Instant received = FROM.plus(Duration.ofMinutes(56L * i)).minus(Duration.ofDays(5));
      cases.add(RecapCase.any(i, received, chance));
    }
    Path file = folder.resolve("store/lapor.db");
    try (JdbcStore store =
        JdbcStore.sqlite(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)))) {
      boolean unused =
          store.inTransaction(
              tx -> {
                cases.forEach(it -> it.save(store, tx));
                return true;
              });
    }
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("report", "--month", "2026-11"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private Stream<RecapCase> received() {
    return cases.stream()
        .filter(it -> !it.received().isBefore(FROM) && it.received().isBefore(BEFORE));
  }

  private Stream<RecapCase> carried() {
    return cases.stream()
        .filter(it -> it.received().isBefore(FROM))
        .filter(it -> it.ended().filter(at -> at.isBefore(FROM)).isEmpty());
  }

  private long count(Predicate<RecapCase> which) {
    return Stream.concat(received(), carried()).filter(which).count();
  }

  private static boolean inPeriod(Optional<Instant> at) {
    return at.filter(it -> !it.isBefore(FROM) && it.isBefore(BEFORE)).isPresent();
  }

  private Map<String, Long> by(Function<RecapCase, Stream<String>> marks) {
    return received()
        .flatMap(marks)
        .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> counted(List<Count> counts) {
    return counts.stream()
        .filter(it -> it.cases() > 0)
        .collect(Collectors.toMap(Count::key, Count::cases));
  }

  private Kept kept(String rule, Function<RecapCase, RecapCase.Kept> clock) {
    Map<RecapCase.Kept, Long> states =
        received()
            .collect(
                Collectors.groupingBy(it -> it.standing(clock.apply(it)), Collectors.counting()));
    return new Kept(
        rule,
        sum(states, RecapCase.Kept.MET),
        sum(states, RecapCase.Kept.MISSED, RecapCase.Kept.OVERDUE),
        sum(states, RecapCase.Kept.RUNNING, RecapCase.Kept.PAUSED),
        sum(states, RecapCase.Kept.DROPPED));
  }

  private static long sum(Map<RecapCase.Kept, Long> states, RecapCase.Kept... wanted) {
    return Stream.of(wanted).mapToLong(it -> states.getOrDefault(it, 0L)).sum();
  }

  @Test
  void itsFiguresAreThoseOfACountWithoutIt() {
    assertThat(run("--json")).isZero();

    RecapFigures figures = Json.read(shell.out(), RecapFigures.class).orElseThrow();

    assertThat(figures.received()).isEqualTo(received().count()).isBetween(700L, 900L);
    assertThat(figures.carried()).isEqualTo(carried().count()).isPositive();
    assertThat(figures.answered()).isEqualTo(count(it -> inPeriod(it.answered())));
    assertThat(figures.closed()).isEqualTo(count(it -> inPeriod(it.closed())));
    assertThat(figures.open()).isEqualTo(count(RecapCase::isOpen));
    assertThat(figures.unknown())
        .isEqualTo(count(it -> !it.gone() && it.closed().isEmpty() && it.stage() == Stage.UNKNOWN))
        .isPositive();
    assertThat(figures.gone()).isEqualTo(count(RecapCase::gone)).isPositive();
    assertThat(figures.overdue()).isEqualTo(count(RecapCase::isOverdue));
    assertThat(counted(figures.byStatus())).isEqualTo(by(it -> Stream.of(it.standing())));
    assertThat(counted(figures.byClassification()))
        .isEqualTo(by(it -> Stream.of(it.kind().name())));
    assertThat(counted(figures.byChannel())).isEqualTo(by(it -> Stream.of(it.channel())));
    assertThat(counted(figures.byAgency()))
        .isEqualTo(by(it -> it.agencies().isEmpty() ? Stream.of("") : it.agencies().stream()))
        .doesNotContainKey(RecapCase.FORMER);
    assertThat(figures.clocks())
        .containsExactlyInAnyOrder(
            kept(RecapCase.VERIFICATION, RecapCase::verification),
            kept(RecapCase.FOLLOW_UP, RecapCase::followUp));
    assertThat(figures.damaged()).isEmpty();
  }

  @Test
  void itsFiguresForOneAgencyAreThoseOfItsOwnPart() {
    assertThat(run("--json", "--agency", "dishub")).isZero();

    RecapFigures figures = Json.read(shell.out(), RecapFigures.class).orElseThrow();

    // An answer that names nobody is that of the agency that leads.
    Predicate<RecapCase> own = it -> it.agencies().contains("dishub");
    Predicate<RecapCase> leads = own.and(it -> it.agencies().get(0).equals("dishub"));
    assertThat(figures.received()).isEqualTo(received().filter(own).count()).isPositive();
    assertThat(figures.answered()).isEqualTo(count(leads.and(it -> inPeriod(it.answered()))));
    assertThat(counted(figures.byAgency())).isEqualTo(Map.of("dishub", figures.received()));
    assertThat(figures.clocks())
        .extracting(Kept::rule)
        .contains(RecapCase.FOLLOW_UP)
        .doesNotContain(RecapCase.VERIFICATION);
  }

  @Test
  void itsWorkbookIsValidAndShowsTheSame() throws Exception {
    Path file = folder.resolve("rekap.ods");
    assertThat(run("--out", file.toString())).as(shell.err()).isZero();

    assertValid(file);
    List<String> rows = rows(file);
    assertThat(rows)
        .contains(
            "Ditutup|" + received().filter(it -> it.standing().equals("CLOSED")).count(),
            "Aspirasi|"
                + received().filter(it -> it.kind() == Classification.Kind.ASPIRATION).count(),
            "Dinas Perhubungan|"
                + received().filter(it -> it.agencies().contains("dishub")).count(),
            "SMS|" + received().filter(it -> it.channel().equals("SMS")).count());
    for (RecapCase it : received().toList()) {
      String shown = it.secret() ? "(rahasia)" : "Lampu padam di jalan nomor " + it.id();
      String title = it.gone() ? "(tidak ada lagi di portal)" : shown;
      assertThat(rows)
          .filteredOn(row -> row.contains("|" + it.id() + "|"))
          .anyMatch(row -> row.contains(title));
    }
    assertThat(String.join("\n", rows)).doesNotContain("ZZPII");
  }

  @Test
  void aWorkbookThatIsNotFitToLeaveIsNotMade() throws IOException {
    Path template = folder.resolve("tautan.ods");
    RecapTemplates.edited(
        template,
        "${pemerintah}",
        "<text:a xlink:type=\"simple\" xlink:href=\"${pemerintah}\">x</text:a>");
    Files.writeString(
        sample.file(),
        sample.text()
            + "documents: {report: {template: tautan.ods, authority: 'https://x.example/'}}\n");

    assertThat(run("--out", folder.resolve("rekap.ods").toString())).isEqualTo(65);

    assertThat(shell.err()).hasLineCount(1).contains("report.unfit", "HYPERLINK");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .doesNotContain("rekap.ods")
          .noneMatch(it -> it.endsWith(".tmp"));
    }
  }

  /** Each row as the texts of its cells. */
  private static List<String> rows(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry content = zip.getEntry("content.xml");
      String xml = new String(zip.getInputStream(content).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(xml.split("</table:table-row>"))
          .map(it -> it.substring(Math.max(0, it.lastIndexOf("<table:table-row"))))
          .map(it -> it.replaceAll("<table:table-cell[^>]*/>", ""))
          .map(it -> it.replaceAll("</table:table-cell>\\s*<table:table-cell", "|<"))
          .map(it -> it.replaceAll("<[^>]*>", "").strip())
          .toList();
    }
  }

  private void assertValid(Path file) throws Exception {
    Path said = folder.resolve("said.txt");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "-jar", VALIDATOR.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
