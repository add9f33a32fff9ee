package id.aduan.lapor.documents.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileInspector.Made;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.documents.inspect.Inspectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document that names a file of this machine gets nothing of it into the copy (ODF-13). */
@Tag("ODF-13")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FileFenceTest {
  private static final String CANARY = "ZZPIIkenari";
  @TempDir private Path folder;
  private ConverterSettings settings = ConverterSettings.of(Path.of("soffice"), Path.of("work"));
  private Path secret = Path.of("secret.txt");

  @BeforeEach
  void findsTheOffice() throws IOException {
    Optional<Path> found = OfficeConverter.find(System.getenv("PATH"));
    assumeThat(found).as("soffice is installed").isPresent();
    settings = ConverterSettings.of(found.orElseThrow(), folder.resolve("work"));
    Files.createDirectories(folder.resolve("private"));
    secret = Files.writeString(folder.resolve("private/secret.txt"), CANARY + "\n");
    Files.writeString(folder.resolve("private/secret.csv"), CANARY + ",1\n");
    ImageIO.write(
        new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("private/secret.png").toFile());
  }

  /** Whether the canary is in a copy; none where none was made. */
  private static boolean holdsCanary(Path copy) throws IOException {
    if (!Files.exists(copy)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      for (var entry : zip.stream().toList()) {
        if (entry.getName().startsWith("Pictures/")) {
          return true; // none of them has a picture of its own
        }
        try (var in = zip.getInputStream(entry)) {
          if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(CANARY)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Without the fence the canary is taken in: else the next test would show nothing. */
  @Test
  void withoutAFenceTheOfficeTakesInWhatADocumentNames() throws IOException {
    Converter open = OfficeConverter.open(settings, Fence.NONE).orElseThrow();
    Thief thief = Thief.RTF_PICTURE;

    open.convert(thief.write(folder, secret), thief.type(), folder.resolve("copy"));

    assertThat(holdsCanary(folder.resolve("copy"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"RTF_PICTURE", "XLSX_LINK"})
  void withTheFenceTheCanaryIsInNoCopy(Thief thief) throws IOException {
    assertHeld(thief);
  }

  @Tag("nightly")
  @ParameterizedTest
  @EnumSource(
      names = {"RTF_PICTURE", "XLSX_LINK"},
      mode = EnumSource.Mode.EXCLUDE)
  void norByAnyOtherWay(Thief thief) throws IOException {
    assertHeld(thief);
  }

  private void assertHeld(Thief thief) throws IOException {
    Converter held = OfficeConverter.open(settings).orElseThrow();
    assumeThat(held.seesOnlyTheDocument()).as("mount namespaces are allowed here").isTrue();
    Path target = folder.resolve("copy");

    Optional<Made> made = held.convert(thief.write(folder, secret), thief.type(), target);

    assertThat(made).as("the rest of the document is converted").isPresent();
    assertThat(holdsCanary(target)).isFalse();
    assertThat(held.describe()).contains("other files out of sight");
  }

  @Test
  void whereThereIsNoFenceSuchADocumentIsNotGivenToTheOffice() throws IOException {
    Converter open = OfficeConverter.open(settings, Fence.NONE).orElseThrow();
    FileInspector inspector = Inspectors.with(open);
    for (Thief thief : Thief.values()) {
      Path source = thief.write(folder, secret);
      Inspection inspection = inspector.inspect(source, source.getFileName().toString());

      assertThat(inspection.findings()).as("%s", thief).contains("converter.refused");
      assertThat(inspector.exchanged(source, inspection, folder.resolve("copy"))).isEmpty();
      assertThat(folder.resolve("copy")).doesNotExist();
    }
    assertThat(open.describe()).contains("files of this machine NOT out of sight");
  }

  @Test
  void whereThereIsNoFenceADocumentThatNamesNothingIsConverted() throws IOException {
    Converter open = OfficeConverter.open(settings, Fence.NONE).orElseThrow();
    FileInspector inspector = Inspectors.with(open);
    for (Path source : List.of(Thief.plainText(folder), Thief.plainSheet(folder))) {
      Inspection inspection = inspector.inspect(source, source.getFileName().toString());

      assertThat(inspection.findings()).isEmpty();
      assertThat(inspector.exchanged(source, inspection, folder.resolve("copy"))).isPresent();
      Files.delete(folder.resolve("copy"));
    }
  }

  @Test
  void behindTheFenceThereIsNothingOfThisMachineAndOneFolderToWriteTo() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Fence fence = Fence.probe(own, settings.office());
    assumeThat(fence.files()).as("mount namespaces are allowed here").isTrue();
    String look =
        """
        ls "$0" /etc/passwd /proc/self /old/etc > seen 2>/dev/null
        touch /usr/x /x 2>/dev/null
        test ! -e /usr/x && test ! -e /x && test ! -s seen && echo closed > said
        """;

    List<String> command = List.of("sh", "-c", look, secret.toString());
    assertThat(BoundedProcess.run(fence.around(command, own, settings), own, settings.deadline()))
        .isTrue();

    assertThat(own.resolve("said")).content().isEqualTo("closed\n");
  }
}
