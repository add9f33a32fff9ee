package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.export.ExcelExport;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.portal.export.ExportSettings;
import id.aduan.lapor.portal.export.InstitutionNames;
import id.aduan.lapor.portal.profile.Words;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.ExportOrder;
import id.aduan.lapor.sync.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {
  @TempDir Path dir;
  private Path folder;
  private JdbcStore store;
  private LaporConnector connector;
  private final AtomicInteger opened = new AtomicInteger();
  private Optional<Error> fault = Optional.empty();
  private final Instant now = Instant.parse("2026-11-26T03:00:00Z");

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(dir.resolve("exports"));
    Path mapping =
        Files.writeString(dir.resolve("mapping.yaml"), "version: \"1\"\ndefault: dishub\n");
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    ExportSettings settings =
        new ExportSettings(ZoneOffset.UTC, Words.standard(), InstitutionNames.NONE);
    connector =
        LaporConnector.builder()
            .portal(new FakePortal())
            .agency("dishub", new FakeAgency())
            .mapping(Mapping.load(mapping, Set.of("dishub")))
            .store(store)
            .exports(
                new Exports(
                    file -> {
                      opened.incrementAndGet();
                      fault.ifPresent(
                          it -> {
                            throw it;
                          });
                      return ExcelExport.opener(settings).open(file);
                    },
                    Optional.of(new Exports.Watched(folder, Duration.ofMinutes(1)))))
            .world(() -> now, new Random(1))
            .build();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void a_file_that_stays_the_same_is_imported_and_put_away_with_a_report() throws IOException {
    new ExportBook().row("8400001").row("x").write(folder.resolve("november.xlsx"));

    look();
    assertThat(cases()).isZero();
    look();

    assertThat(cases()).isEqualTo(1);
    assertThat(names(folder)).containsExactly("done");
    assertThat(names(folder.resolve("done")))
        .containsExactly("20261126T030000Z-november.xlsx", "20261126T030000Z-november.xlsx.txt");
    assertThat(Files.readString(folder.resolve("done/20261126T030000Z-november.xlsx.txt")))
        .contains("Baris / rows: 2", "baris / row 13: 'Tracking ID' is not a number");
  }

  @Test
  void a_file_that_still_grows_is_waited_for() throws IOException {
    Path file = new ExportBook().row("8400001").write(folder.resolve("e.xlsx"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, 100));
    look();
    Files.write(file, whole);

    look();
    assertThat(cases()).isZero();

    look();
    assertThat(cases()).isEqualTo(1);
  }

  @Test
  void what_is_no_export_is_put_away_as_failed_and_says_why() throws IOException {
    Files.writeString(folder.resolve("daftar.csv"), "Tracking ID;Judul\n");

    look();
    look();

    assertThat(names(folder)).containsExactly("failed");
    assertThat(Files.readString(folder.resolve("failed/20261126T030000Z-daftar.csv.txt")))
        .contains("tidak ada yang berubah", "export.not_workbook", "a plain text such as .csv");
  }

  @Test
  void the_same_name_may_come_again() throws IOException {
    for (String id : List.of("8400001", "8400002")) {
      new ExportBook().row(id).write(folder.resolve("e.xlsx"));
      look();
      look();
    }

    assertThat(cases()).isEqualTo(2);
    assertThat(names(folder.resolve("done"))).hasSize(4);
  }

  /** Stopped after the import and before the move. */
  @Test
  void a_file_that_was_imported_and_not_moved_does_no_harm() throws IOException {
    Path file = new ExportBook().row("8400001").write(folder.resolve("e.xlsx"));
    connector
        .exports()
        .orElseThrow()
        .run(file, ExportOrder.BY_FOLDER, ExportImport.Progress.UNHEARD);
    long lines = store.verify(damage -> {}).rows().getOrDefault("lapor_audit", 0L);

    look();
    look();

    assertThat(store.verify(damage -> {}).rows().get("lapor_audit")).isEqualTo(lines);
    assertThat(names(folder)).containsExactly("done");
  }

  @Test
  void links_folders_and_half_files_are_left_alone() throws IOException {
    Path elsewhere = new ExportBook().row("8400001").write(dir.resolve("elsewhere.xlsx"));
    Files.createSymbolicLink(folder.resolve("link.xlsx"), elsewhere);
    Files.createDirectory(folder.resolve("arsip.xlsx"));
    Files.copy(elsewhere, folder.resolve("~$e.xlsx"));
    Files.copy(elsewhere, folder.resolve("e.xlsx.part"));
    Files.copy(elsewhere, folder.resolve(".e.xlsx"));

    look();
    look();
    look();

    assertThat(cases()).isZero();
    assertThat(names(folder)).hasSize(5);
  }

  @Test
  void one_that_cannot_be_put_away_is_not_imported_over_and_over() throws IOException {
    Files.writeString(folder.resolve("done"), "in the way");
    new ExportBook().row("8400001").write(folder.resolve("e.xlsx"));
    look();
    look();
    look();
    look();

    assertThat(cases()).isEqualTo(1);
    assertThat(opened).hasValue(1);
    assertThat(names(folder)).containsExactly("done", "e.xlsx");
  }

  @Test
  void one_that_finds_a_fault_of_ours_is_put_away_and_the_others_are_taken() throws IOException {
    new ExportBook().row("8400001").write(folder.resolve("e.xlsx"));
    fault = Optional.of(new StackOverflowError());
    look();
    look();
    fault = Optional.empty();
    new ExportBook().row("8400002").write(folder.resolve("f.xlsx"));
    look();
    look();

    assertThat(opened).hasValue(2);
    assertThat(cases()).isEqualTo(1);
    assertThat(names(folder)).containsExactly("done", "failed");
    assertThat(Files.readString(folder.resolve("failed/20261126T030000Z-e.xlsx.txt")))
        .contains("java.lang.StackOverflowError");
  }

  @Test
  void a_name_that_leaves_no_room_for_the_time_is_cut() throws IOException {
    new ExportBook().row("8400001").write(folder.resolve("n".repeat(250) + ".xlsx"));
    look();
    look();

    assertThat(names(folder)).containsExactly("done");
    assertThat(names(folder.resolve("done")))
        .containsExactly(
            "20261126T030000Z-" + "n".repeat(200), "20261126T030000Z-" + "n".repeat(200) + ".txt");
  }

  @Test
  void a_folder_that_is_not_there_is_waited_for() throws IOException {
    Files.delete(folder);
    look();
    Files.createDirectory(folder);
    new ExportBook().row("8400001").write(folder.resolve("e.xlsx"));

    look();
    look();

    assertThat(cases()).isEqualTo(1);
  }

  private void look() {
    connector.exportFolder().orElseThrow().lookOnce();
  }

  private long cases() {
    return store.read(tx -> store.complaints().count(tx));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
