package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.sync.Catalogues.Kept;
import id.aduan.lapor.sync.Catalogues.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal's list of categories, as commands tell of it while no connector runs. */
class MappingCategoriesCommandTest {
  private static final Instant READ = Instant.parse("2026-12-20T19:30:00Z");
  private static final Entry TOPIC = new Entry("10", "Jalan", Set.of());
  private static final Entry LAMP = new Entry("1398", "Penerangan Jalan", Set.of("Jalan"));
  private static final Entry LAMP_NOW = new Entry("1398", "Lampu Jalan", Set.of("Jalan"));

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() {
    sample = SampleConfig.in(folder);
    store = ParkedFixture.in(folder);
    store.park(1, "dishub", "LC-REFUSED");
  }

  private void keep(State state, Entry... entries) {
    boolean unused =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      Catalogue list = Catalogue.of(List.of(entries));
                      it.catalogues().put(tx, new Kept("masters", READ, state, list, "engine"));
                      return true;
                    }));
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private void mapping(String text) throws IOException {
    var unused = Files.writeString(folder.resolve("mapping.yaml"), text);
  }

  @Test
  void what_ships_counts_while_none_was_read() {
    assertThat(run("mapping", "categories", "--lang", "en")).isZero();

    assertThat(shell.out()).startsWith("The list that counts: shipped, read -, ").hasLineCount(1);
    assertThat(run("mapping", "categories", "--accept", READ.toString(), "--reason", "x"))
        .isEqualTo(65);
    assertThat(shell.err()).contains("error[mapping.nothing_held]");
  }

  @Test
  void a_change_is_named_and_a_held_list_with_the_lines_that_it_would_leave_alone() {
    keep(State.BEFORE, TOPIC, LAMP);
    keep(State.COUNTS, TOPIC, LAMP_NOW);
    keep(State.HELD, TOPIC);
    assertThat(run("mapping", "apply")).isZero();

    assertThat(run("mapping", "categories", "--lang", "en")).isZero();

    assertThat(shell.out())
        .isEqualTo(
            """
            The list that counts: masters, read 2026-12-21 02:30 WIB, 2 topics and categories
              Renamed: 1
                  1398  JALAN > PENERANGAN JALAN -> JALAN > LAMPU JALAN
            Held, since too much of it is not what it was: masters, read 2026-12-21 02:30 WIB, 1 topics and categories.
              Gone: 1
                  1398  JALAN > LAMPU JALAN
            'lapor mapping categories --accept 2026-12-20T19:30:00Z' lets the held list count.
            Lines of the mapping that name a category which is gone:
              1398  mapping.yaml:4
            """);
  }

  @Test
  void a_held_list_is_accepted_by_name_and_for_a_reason() {
    keep(State.HELD, TOPIC);

    assertThat(run("mapping", "categories", "--accept", READ.toString())).isEqualTo(64);
    assertThat(run("mapping", "categories", "--accept", "now", "--reason", "x")).isEqualTo(64);
    String other = READ.minusSeconds(1).toString();
    assertThat(run("mapping", "categories", "--accept", other, "--reason", "x")).isEqualTo(65);
    assertThat(shell.err()).contains("error[mapping.other_held]");
    assertThat(
            run(
                "mapping",
                "categories",
                "--accept",
                READ.toString(),
                "--reason",
                "ditata ulang",
                "--lang",
                "en"))
        .isZero();

    assertThat(shell.out()).isEqualTo("The list that was held counts from now on.\n");
    assertThat(run("mapping", "categories", "--json")).isZero();
    assertThat(shell.out()).contains("\"entries\" : 1", "\"decidedBy\" : \"operator:");
  }

  @Test
  void a_mapping_is_held_against_the_list_that_was_read_and_not_the_one_that_ships()
      throws Exception {
    keep(State.COUNTS, TOPIC, LAMP_NOW);
    String named =
        """
        version: "2"
        default: dishub
        categories:
          - agency: dishub
            ids: [{id: 1398, name: %s}]
        """;

    mapping(named.formatted("Lampu Jalan"));
    assertThat(run("validate")).isZero();
    assertThat(run("mapping", "apply")).isZero();

    keep(State.COUNTS, TOPIC, LAMP);
    assertThat(run("mapping", "categories", "--lang", "en")).isZero();
    assertThat(shell.out())
        .contains("Lines of the mapping that counts which do not fit the list that counts: 1")
        .contains("  mapping.yaml:5:");
    assertThat(run("mapping", "categories", "--json")).isZero();
    assertThat(shell.out()).contains("\"unfit\" : 1");
    keep(State.COUNTS, TOPIC, LAMP_NOW);

    mapping(named.formatted("Penerangan Jalan").replace("\"2\"", "\"3\""));
    assertThat(run("validate")).isEqualTo(78);
    assertThat(run("mapping", "apply")).isEqualTo(78);
    assertThat(shell.err()).contains("mapping.yaml:5:");
  }
}
