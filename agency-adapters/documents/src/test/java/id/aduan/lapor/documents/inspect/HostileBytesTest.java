package id.aduan.lapor.documents.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.documents.convert.Converter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, a look ends soon and with findings, never with an exception. */
class HostileBytesTest {
  private static final Duration EACH = Duration.ofSeconds(60);
  private static final int MUTANTS = 100;

  /** Cut at each of so many bytes at either end, where formats say most. */
  private static final int ENDS = 48;

  private static final int CUTS = 32;
  private final FileInspector inspector = Inspectors.with(Converter.ABSENT);
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        PictureSamples.jpeg(6),
        PictureSamples.png(6),
        PictureSamples.webp(6),
        PictureSamples.gif(),
        ZipSamples.odt("styles.xml", "<a/>"),
        ZipSamples.flat("<text:p>isi</text:p>"),
        ZipSamples.nested(2),
        ZipSamples.wideLie());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cutAtEitherEndAndByChance(byte[] seed) {
    long number = new Random().nextLong();
    Random chance = new Random(number);
    IntStream lengths =
        IntStream.concat(
            IntStream.concat(
                IntStream.range(0, ENDS), IntStream.range(seed.length - ENDS, seed.length)),
            chance.ints(CUTS, ENDS, seed.length));
    assertTimeoutPreemptively(
        EACH,
        () -> {
          for (int length : lengths.toArray()) {
            look(Arrays.copyOf(seed, length));
          }
        },
        () -> "seed " + number);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changedByChance(byte[] seed) {
    long number = new Random().nextLong();
    Random chance = new Random(number);
    assertTimeoutPreemptively(
        EACH,
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = seed.clone();
            for (int flips = 1 + chance.nextInt(8); flips > 0; flips--) {
              mutant[chance.nextInt(mutant.length)] = (byte) chance.nextInt(256);
            }
            look(mutant);
          }
        },
        () -> "seed " + number);
  }

  private void look(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    Path target = folder.resolve("target");
    Inspection inspection = inspector.inspect(file, "a.bin");
    boolean made = inspector.cleaned(file, inspection, target).isPresent();
    assertThat(Files.exists(target)).isEqualTo(made);
    Files.deleteIfExists(target);
  }

  /** Sparse, so that it takes no room. */
  private Path twoGigabytes(String head) throws IOException {
    Path file = Files.write(folder.resolve("large"), PictureSamples.bytes(head));
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(2L << 30);
    }
    return file;
  }

  @Test
  void aFileOfTwoGigabytesIsLookedAtAsFarAsTheBoundAndThatIsTold() throws IOException {
    Path file = twoGigabytes("%PDF-1.4\n");

    assertThat(inspector.inspect(file, "a.pdf").findings()).containsExactly("file.partly");
  }

  @Test
  void ofAPictureOfTwoGigabytesNoMoreIsReadThanTheBound() throws IOException {
    try (Bytes bytes = Bytes.of(twoGigabytes("II*\0"))) {
      assertThat(Places.told(bytes)).isFalse();
      assertThat(bytes.windows())
          .isBetween(
              TikaInspector.LOOKED_BYTES / Bytes.WINDOW / 2,
              2 * TikaInspector.LOOKED_BYTES / Bytes.WINDOW);
    }
  }
}
