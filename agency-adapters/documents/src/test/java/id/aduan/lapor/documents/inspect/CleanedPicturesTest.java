package id.aduan.lapor.documents.inspect;

import static id.aduan.lapor.documents.inspect.PictureSamples.bytes;
import static id.aduan.lapor.documents.inspect.PictureSamples.join;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.documents.convert.Converter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out of a picture shows the same and tells nothing of who took it. */
class CleanedPicturesTest {
  private final FileInspector inspector = Inspectors.with(Converter.ABSENT);
  @TempDir private Path folder;

  @SuppressWarnings("ArrayRecordComponent")
  record Sample(String name, byte[] bytes, boolean shown) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() throws IOException {
    return Stream.of(
        new Sample("foto.jpg", PictureSamples.jpeg(6), true),
        new Sample("foto.jpeg", PictureSamples.jpeg(1), true),
        new Sample("layar.png", PictureSamples.png(8), true),
        new Sample("foto.webp", PictureSamples.webp(3), false),
        new Sample("gambar.gif", PictureSamples.gif(), true));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsNothingAndShowsTheSame(Sample sample) throws IOException {
    Path file = Files.write(folder.resolve("in"), sample.bytes());
    Path target = folder.resolve("out");

    Inspection inspection = inspector.inspect(file, sample.name());
    Optional<FileInspector.Made> made = inspector.cleaned(file, inspection, target);

    assertThat(inspection.verdict()).isEqualTo(Verdict.FIT);
    assertThat(inspection.findings()).containsExactly("metadata.removed");
    assertThat(made).map(FileInspector.Made::type).contains(inspection.type());
    byte[] clean = Files.readAllBytes(target);
    assertThat(text(clean)).doesNotContain(PictureSamples.SECRET, "GPS");
    if (sample.shown()) {
      assertThat(points(clean)).isEqualTo(points(sample.bytes()));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(sample.bytes());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isCleanTheSecondTime(Sample sample) throws IOException {
    Path file = Files.write(folder.resolve("in"), sample.bytes());
    Path target = folder.resolve("out");
    inspector.cleaned(file, inspector.inspect(file, ""), target);

    Inspection again = inspector.inspect(target, sample.name());

    assertThat(again.findings()).isEmpty();
    assertThat(inspector.cleaned(target, again, folder.resolve("twice"))).isEmpty();
    assertThat(folder.resolve("twice")).doesNotExist();
  }

  @Test
  void staysTheRightWayUpAndKeepsItsColours() throws IOException {
    Path file = Files.write(folder.resolve("in"), PictureSamples.profiled());
    Path target = folder.resolve("out");

    inspector.cleaned(file, inspector.inspect(file, ""), target);

    try (Bytes clean = Bytes.of(target)) {
      long notes = text(Files.readAllBytes(target)).indexOf("Exif\0\0") + 6L;
      assertThat(Tiff.at(clean, notes)).isEqualTo(new Tiff(6, false));
    }
    assertThat(text(Files.readAllBytes(target))).contains("ICC_PROFILE");
  }

  @Test
  void leavesOutWhatIsBehindThePicture() throws IOException {
    byte[] plain = PictureSamples.encoded("jpg");
    Path file = Files.write(folder.resolve("in"), join(plain, bytes(PictureSamples.SECRET)));
    Inspection inspection = inspector.inspect(file, "foto.jpg");

    inspector.cleaned(file, inspection, folder.resolve("out"));

    assertThat(inspection.findings()).containsExactly("picture.trailing");
    assertThat(folder.resolve("out")).hasBinaryContent(plain);
  }

  @Test
  void aCutPictureIsCleanedAsFarAsItGoes() throws IOException {
    byte[] whole = PictureSamples.jpeg(1);
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);
    Path file = Files.write(folder.resolve("in"), cut);
    Inspection inspection = inspector.inspect(file, "foto.jpg");

    inspector.cleaned(file, inspection, folder.resolve("out"));

    assertThat(inspection.verdict()).isEqualTo(Verdict.FLAGGED);
    assertThat(inspection.findings()).containsExactly("metadata.removed", "picture.broken");
    assertThat(text(Files.readAllBytes(folder.resolve("out"))))
        .doesNotContain(PictureSamples.SECRET);
  }

  @Test
  void onesThatTellTheirPlaceAndCannotBeCleanedGoToNobody() throws IOException {
    Path file = Files.write(folder.resolve("in"), PictureSamples.notes(1));

    Inspection inspection = inspector.inspect(file, "pindaian.tif");

    assertThat(inspection.verdict()).isEqualTo(Verdict.QUARANTINED);
    assertThat(inspection.findings()).containsExactly("metadata.place");
    assertThat(inspector.cleaned(file, inspection, folder.resolve("out"))).isEmpty();
  }

  @Test
  void aPlaceOnALaterPageIsFoundAndALoopOfPagesEnds() throws IOException {
    Path file = folder.resolve("in");

    Files.write(file, PictureSamples.pages(3, 3, 0x0100));
    assertThat(inspector.inspect(file, "a.tif").findings()).containsExactly("metadata.kept");

    Files.write(file, PictureSamples.pages(3, 3, 0x8825));
    assertThat(inspector.inspect(file, "a.tif").findings()).containsExactly("metadata.place");
  }

  /** Lists of notes may lie anywhere and point anywhere; each way there costs a read. */
  @Test
  void whatALookCostsDoesNotGrowWithTheNotesInAFile() throws IOException {
    Path file = folder.resolve("in");
    PictureSamples.manyNotes(file, 50 << 20);
    long whole = Files.size(file) / Bytes.WINDOW;

    try (Bytes bytes = Bytes.of(file)) {
      assertThat(Places.told(bytes)).as("what was not read may tell it").isTrue();
      assertThat(bytes.windows()).isLessThan(whole + 8 * Bytes.LISTS_MAX);
    }
    Files.write(file, PictureSamples.pages(100_000, 1, 0x0100));
    try (Bytes bytes = Bytes.of(file)) {
      assertThat(Tiff.at(bytes, 0).place()).isTrue();
      assertThat(bytes.windows()).isLessThan(8 * Bytes.LISTS_MAX);
    }
  }

  @Test
  void ofAHugePictureOnlyTheHeadIsRead() throws IOException {
    byte[] head = new byte[13];
    head[2] = 0x75;
    head[3] = 0x30;
    head[6] = 0x75;
    head[7] = 0x30;
    head[8] = 8;
    byte[] png =
        join(
            bytes("\u0089PNG\r\n\u001a\n"),
            PictureSamples.chunk("IHDR", head),
            PictureSamples.chunk("IDAT", new byte[10]),
            PictureSamples.chunk("IEND", new byte[0]));
    Path file = Files.write(folder.resolve("in"), png);

    assertThat(inspector.inspect(file, "a.png").findings()).containsExactly("picture.size");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] points(byte[] bytes) throws IOException {
    BufferedImage image = PictureSamples.decoded(bytes);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
