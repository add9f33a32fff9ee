package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C11")
class PageWorkTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir private Path dir;
  private final List<String> setAside = new ArrayList<>();
  private JdbcStore store;

  @BeforeEach
  void openStore() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /**
   * Keeps each item under its own name; "poison" and "damaged" fail, "down" finds no store, "stop"
   * ends.
   */
  private PageWork<String> work() {
    return new PageWork<>(
        store,
        (tx, item) -> {
          switch (item) {
            case "poison" -> throw new IllegalStateException("bug");
            case "damaged" -> throw new CorruptRowException("lapor_case", "8123456");
            case "down" -> throw new StoreException("down");
            default -> store.cursors().set(tx, item, "kept", NOW);
          }
        },
        (tx, item) -> setAside.add(item),
        "an item");
  }

  private void run(String... items) {
    work().run(List.of(items), tx -> store.cursors().set(tx, "cursor", "moved", NOW));
  }

  private String kept(String name) {
    return store.read(tx -> store.cursors().get(tx, name));
  }

  @Test
  void a_page_is_kept_as_a_whole_with_its_cursor() {
    run("a", "b");
    assertThat(List.of(kept("a"), kept("b"), kept("cursor")))
        .containsExactly("kept", "kept", "moved");
  }

  @Test
  void an_item_that_cannot_be_applied_is_set_aside_and_costs_no_other() {
    run("a", "poison", "b");
    assertThat(List.of(kept("a"), kept("b"), kept("cursor")))
        .containsExactly("kept", "kept", "moved");
    assertThat(setAside).containsExactly("poison");
  }

  @Test
  @Tag("C20")
  void a_damaged_row_costs_only_the_item_that_needs_it() {
    run("a", "damaged", "b");
    assertThat(List.of(kept("a"), kept("b"), kept("cursor")))
        .containsExactly("kept", "kept", "moved");
    assertThat(setAside).containsExactly("damaged");
  }

  @Test
  void trouble_of_the_store_sets_nothing_aside() {
    assertThatThrownBy(() -> run("a", "down")).isInstanceOf(StoreException.class);
    assertThat(kept("a")).isEmpty();
    assertThat(setAside).isEmpty();
  }
}
