package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.faults.Happened;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file of a store is damaged or taken away. */
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
  @Tag("F20")
  void a_file_whose_end_is_missing_is_refused_or_found_by_verify() throws Exception {
    fill();
    store.close();
    truncate(4_096);

    assertThat(refusedByNameOrFound()).isTrue();
    Happened.times("F20", 1, "a file cut off");
  }

  @Test
  @Tag("C20")
  @Tag("F19")
  void a_bit_that_flips_in_the_file_is_found_and_its_row_is_named() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200002", "dishub", "1"));
    store.close();
    byte[] bytes = Files.readAllBytes(file());
    byte[] key = entry("9200002", "dishub", "1").key().value().getBytes(StandardCharsets.UTF_8);
    int flipped = 0;
    for (int at = 0; at + key.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
        bytes[at] ^= 1; // in the row, and in the index of its keys
        flipped++;
      }
    }
    Files.write(file(), bytes);

    store = stores.open();
    List<StoreDamage> damages = new ArrayList<>();
    StoreCheck check = store.verify(damages::add);

    assertThat(check.isSound()).isFalse();
    assertThat(damages).singleElement().asString().contains("lapor_outbox").contains("2");
    assertThat(claim("dishub", 9, NOW)).hasSize(1);
    Happened.times("F19", flipped, "bits flipped in a file");
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
  @Tag("F20")
  void an_empty_file_in_the_place_of_a_store_is_refused_with_the_mend() throws Exception {
    fill();
    store.close();
    truncate(Files.size(file()));

    assertThatThrownBy(() -> stores.open())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("bring back its backup");
    Happened.times("F20", 1, "a file emptied");
  }

  @Test
  @Tag("C1")
  @Tag("F20")
  void a_running_store_whose_directory_is_deleted_confirms_nothing_more() throws Exception {
    fill();
    deleteAll();

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> enqueue(entry("9200002", "dishub", "1")))
        .hasMessageContaining("open it anew");
    Happened.times("F20", 1, "a directory deleted");
  }

  @Test
  @Tag("C1")
  @Tag("F20")
  void a_running_store_whose_file_is_cut_off_confirms_nothing_more() throws Exception {
    fill();
    store.inTransaction(tx -> JdbcTx.of(tx).first("pragma wal_checkpoint", row -> row.getInt(1)));
    enqueue(entry("9200000", "dishub", "1"));
    truncate(4_096);

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
    Happened.times("F20", 1, "a file cut off while in use");
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
