package id.aduan.lapor.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileVaultTest {
  private static final Sealer SEALER = KeysetSealer.ofJson(KeysetSealer.newKeyset());
  private static final int SEGMENT = SealedFile.SEGMENT_BYTES;
  private static final int HEAD = 8;

  @TempDir private Path parent;
  private Path directory = Path.of("");
  private FileVault vault;

  @BeforeEach
  void open() throws IOException {
    directory = parent.resolve("files");
    vault = FileVault.open(directory, SEALER, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 7})
  void what_is_kept_comes_back_byte_for_byte(int length) throws IOException {
    byte[] bytes = bytes(length);

    StoredFile kept = keep(bytes);

    assertThat(kept.bytes()).isEqualTo(length);
    assertThat(read(kept)).isEqualTo(bytes);
    vault.verify(kept);
  }

  @Test
  void the_same_bytes_are_kept_once_and_nobody_else_can_read_them() throws IOException {
    StoredFile first = keep(bytes(100));
    StoredFile second = keep(bytes(100));

    assertThat(second).isEqualTo(first);
    assertThat(sealedFiles()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed(first))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            new String(
                Files.readAllBytes(sealed(first)), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(
            new String(bytes(100), 0, 16, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_file_that_was_cut_at_any_place_does_not_open() throws IOException {
    StoredFile kept = keep(bytes(2 * SEGMENT + 100));
    byte[] whole = Files.readAllBytes(sealed(kept));
    List<Integer> ends = new ArrayList<>(List.of(0, 1, HEAD - 1, HEAD, HEAD + 1, HEAD + 4));
    segments(whole).forEach(segment -> ends.add(segment.end()));
    ends.remove(Integer.valueOf(whole.length));

    for (int end : ends) {
      Files.write(sealed(kept), Arrays.copyOf(whole, end));

      assertThatThrownBy(() -> read(kept)).as("cut at " + end).isInstanceOf(IOException.class);
    }
  }

  @Test
  void segments_that_were_swapped_repeated_or_brought_from_elsewhere_do_not_open()
      throws IOException {
    StoredFile kept = keep(bytes(3 * SEGMENT));
    StoredFile other = keep(new byte[3 * SEGMENT]);
    byte[] whole = Files.readAllBytes(sealed(kept));
    byte[] foreign = Files.readAllBytes(sealed(other));
    List<Segment> all = segments(whole);
    List<List<byte[]>> wrong = new ArrayList<>();
    List<byte[]> swapped = parts(whole, all);
    Collections.swap(swapped, 0, 1);
    wrong.add(swapped);
    List<byte[]> repeated = parts(whole, all);
    repeated.add(1, repeated.get(0));
    wrong.add(repeated);
    List<byte[]> joined = parts(whole, all);
    joined.addAll(parts(foreign, segments(foreign)));
    wrong.add(joined);
    List<byte[]> mixed = parts(whole, all);
    mixed.set(1, parts(foreign, segments(foreign)).get(1));
    wrong.add(mixed);

    for (List<byte[]> parts : wrong) {
      write(sealed(kept), Arrays.copyOf(whole, HEAD), parts);

      assertThatThrownBy(() -> read(kept)).isInstanceOf(IOException.class);
    }
    write(sealed(kept), Arrays.copyOf(whole, HEAD), parts(whole, all));
    vault.verify(kept);
  }

  @Test
  void a_damaged_file_is_told_and_mended_by_the_same_bytes() throws IOException {
    byte[] bytes = bytes(SEGMENT * 2);
    StoredFile kept = keep(bytes);
    byte[] damaged = Files.readAllBytes(sealed(kept));
    damaged[damaged.length - 3] ^= 1;
    Files.write(sealed(kept), damaged);
    assertThatThrownBy(() -> vault.verify(kept))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged at its segment 1");

    keep(bytes);

    assertThat(read(kept)).isEqualTo(bytes);
  }

  @Test
  void another_length_than_was_noted_is_seen() throws IOException {
    StoredFile kept = keep(bytes(500));

    assertThatThrownBy(() -> read(new StoredFile(kept.sha256(), 499, "")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(new StoredFile(kept.sha256(), 501, "")))
        .isInstanceOf(IOException.class);
  }

  @Test
  @Tag("F71")
  void below_the_reserve_there_is_no_room() throws IOException {
    try (FileVault full = FileVault.open(directory, SEALER, Long.MAX_VALUE)) {
      assertThatThrownBy(full::temporary).isInstanceOf(NoRoomException.class);
    }
    Happened.times("F71", 1, "a disk below its reserve");
  }

  @Test
  void temporary_files_go_with_their_process_and_no_sooner() throws IOException {
    Path mine = vault.temporary();
    Files.writeString(mine, "x");
    Path left = Files.createDirectory(directory.resolve("tmp").resolve("dead"));
    Files.writeString(left.resolve("a"), "x");
    Files.writeString(directory.resolve("tmp").resolve("dead.lock"), "");

    FileVault second = FileVault.open(directory, SEALER, 0);

    assertThat(left).doesNotExist();
    assertThat(mine).exists();
    second.close();
    assertThat(mine).exists();
    vault.close();
    assertThat(mine).doesNotExist();
  }

  @Test
  void a_name_that_is_no_hash_reaches_no_path() {
    assertThatThrownBy(() -> vault.holds("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Segment(int begin, int end) {}

  private static List<Segment> segments(byte[] whole) {
    List<Segment> segments = new ArrayList<>();
    int at = HEAD;
    while (at < whole.length) {
      int end = at + 4 + ByteBuffer.wrap(whole).getInt(at);
      segments.add(new Segment(at, end));
      at = end;
    }
    return segments;
  }

  private static List<byte[]> parts(byte[] whole, List<Segment> segments) {
    List<byte[]> parts = new ArrayList<>();
    segments.forEach(it -> parts.add(Arrays.copyOfRange(whole, it.begin(), it.end())));
    return parts;
  }

  private static void write(Path file, byte[] head, List<byte[]> parts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      for (byte[] part : parts) {
        out.write(part);
      }
    }
  }

  private List<Path> sealedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> !it.startsWith(directory.resolve("tmp")))
          .toList();
    }
  }

  private Path sealed(StoredFile file) {
    return directory.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
  }

  private StoredFile keep(byte[] bytes) throws IOException {
    Path plain = vault.temporary();
    try (OutputStream out = vault.write(plain)) {
      out.write(bytes);
    }
    StoredFile kept = vault.keep(plain, "text/plain");
    Files.delete(plain);
    return kept;
  }

  private byte[] read(StoredFile file) throws IOException {
    try (InputStream in = vault.content(file).open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
