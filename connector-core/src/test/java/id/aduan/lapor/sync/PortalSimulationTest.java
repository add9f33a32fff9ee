package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.MemoryFolder;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.PortalSimulation.Plant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens, nothing is lost and nothing is doubled (C3, C5, C6, F53 to F60). One seed
 * again: {@code -Dlapor.seed=N}; more of them: {@code make sim}, which runs 10,000.
 */
@Tag("C5")
@Tag("C6")
class PortalSimulationTest {
  private static final boolean THOROUGH = Boolean.getBoolean("lapor.thorough");
  private static final int SEEDS = Integer.getInteger("lapor.seeds", THOROUGH ? 1_000 : 150);
  private static final int SEEDS_TO_FIND_A_FAULT = 300;

  @Test
  @Tag("slow")
  void whatever_happens_both_sides_say_the_same_in_the_end() throws Exception {
    Long only = Long.getLong("lapor.seed");
    long first = only == null ? 1 : only;
    AtomicLong next = new AtomicLong(first);
    long last = only == null ? SEEDS : only;

    assertThat(failures(next, last, Plant.NOTHING, Integer.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
  void a_fault_that_is_planted_is_found(Plant plant) throws Exception {
    assertThat(failures(new AtomicLong(1), SEEDS_TO_FIND_A_FAULT, plant, 1)).isNotEmpty();
  }

  /** Runs the seeds on all processors; the failures, until there are so many. */
  private static List<String> failures(AtomicLong next, long last, Plant plant, int enough)
      throws Exception {
    List<String> failures = new ArrayList<>();
    Callable<Boolean> work =
        () -> {
          try (Ground ground = new Ground()) {
            for (long seed = next.getAndIncrement();
                seed <= last && !isEnough(failures, enough);
                seed = next.getAndIncrement()) {
              Optional<String> failure = ground.run(seed, plant);
              synchronized (failures) {
                failure.ifPresent(failures::add);
              }
            }
          }
          return true;
        };
    int workers = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        all.add(work);
      }
      for (Future<Boolean> done : executor.invokeAll(all)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      executor.shutdown();
    }
    return failures;
  }

  private static boolean isEnough(List<String> failures, int enough) {
    synchronized (failures) {
      return failures.size() >= enough;
    }
  }

  /** A store that is emptied between two runs, since making one takes longer than a run. */
  private static final class Ground implements AutoCloseable {
    private final Path dir;
    private final Path file;
    private final Mapping mapping;
    private final JdbcStore store;
    private final Connection broom;
    private final List<String> tables = new ArrayList<>();

    Ground() throws IOException, SQLException {
      dir = MemoryFolder.create("lapor-simulation");
      file = dir.resolve("lapor.db");
      Path yaml = Files.writeString(dir.resolve("m.yaml"), "version: \"1\"\ndefault: dishub\n");
      mapping = Mapping.load(yaml, Set.of("dishub"));
      store = JdbcStore.sqlite(file);
      broom = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
      for (String trigger : names("trigger")) {
        execute("drop trigger " + trigger);
      }
      for (String table : names("table")) {
        if (table.startsWith("lapor_")
            && !table.equals("lapor_schema_history")
            && !table.equals("lapor_key_check")) {
          tables.add(table);
        }
      }
    }

    private List<String> names(String type) throws SQLException {
      List<String> names = new ArrayList<>();
      try (Statement statement = broom.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select name from sqlite_master where type = '" + type + "'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = broom.createStatement()) {
        statement.execute(sql);
      }
    }

    Optional<String> run(long seed, Plant plant) throws SQLException {
      execute("begin immediate");
      for (String table : tables) {
        execute("delete from " + table);
      }
      execute("commit");
      try {
        new PortalSimulation(seed, store, mapping, plant).run();
        return Optional.empty();
      } catch (AssertionError e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void close() throws IOException, SQLException {
      broom.close();
      store.close();
      try (var files = Files.list(dir)) {
        for (Path left : files.toList()) {
          Files.delete(left);
        }
      }
      Files.delete(dir);
    }
  }
}
