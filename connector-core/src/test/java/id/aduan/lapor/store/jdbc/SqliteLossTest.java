package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file of a store is damaged or taken away. */
@Tag("F20")
class SqliteLossTest extends SqliteRig {
  private void fill() {
    for (int i = 0; i < 300; i++) {
      enqueue(entry("93" + (10_000 + i), "dishub", "1"));
    }
  }

  private void truncate(long bytesLess) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytesLess);
    }
  }

  @Test
  void a_file_whose_end_is_missing_is_refused_or_found_by_verify() throws Exception {
    fill();
    store.close();
    truncate(4_096);

    assertThat(refusedByNameOrFound()).isTrue();
  }

  private boolean refusedByNameOrFound() {
    try {
      store = stores.open();
      return !store.verify(damage -> {}).isSound();
    } catch (LaporException e) {
      return String.valueOf(e.getMessage()).contains(file().toString());
    }
  }

  @Test
  void an_empty_file_in_the_place_of_a_store_is_refused_with_the_mend() throws Exception {
    fill();
    store.close();
    truncate(Files.size(file()));

    assertThatThrownBy(() -> stores.open())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("bring back its backup");
  }

  @Test
  @Tag("C1")
  void a_running_store_whose_directory_is_deleted_confirms_nothing_more() throws Exception {
    fill();
    deleteAll();

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> enqueue(entry("9200002", "dishub", "1")))
        .hasMessageContaining("open it anew");
  }

  @Test
  @Tag("C1")
  void a_running_store_whose_file_is_cut_off_confirms_nothing_more() throws Exception {
    fill();
    store.inTransaction(tx -> JdbcTx.of(tx).first("pragma wal_checkpoint", row -> row.getInt(1)));
    enqueue(entry("9200000", "dishub", "1"));
    truncate(4_096);

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
  }

  private void deleteAll() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(dir)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
