package id.aduan.lapor.documents.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversion by a real office, which is needed on the machine (ODF-11). */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OfficeConverterTest {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  @TempDir private Path folder;
  private Path office = Path.of("soffice");
  private Path work = Path.of("work");

  @BeforeEach
  void findsTheOffice() {
    Optional<Path> found = OfficeConverter.find(System.getenv("PATH"));
    assumeThat(found).as("soffice is installed").isPresent();
    office = found.orElseThrow();
    work = folder.resolve("work");
  }

  private Converter converter() {
    return OfficeConverter.open(ConverterSettings.of(office, work)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "xls"})
  void makesAnOpenDocumentThatIsValid(String extension) throws Exception {
    assertMakesAnOpenDocument(extension);
  }

  /** The other formats that it takes over. */
  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"doc", "rtf", "xlsx"})
  void makesOneOfTheOthersToo(String extension) throws Exception {
    assertMakesAnOpenDocument(extension);
  }

  private void assertMakesAnOpenDocument(String extension) throws Exception {
    Path source = sample(extension);
    byte[] before = Files.readAllBytes(source);
    FileInspector inspector = Inspectors.with(converter());
    Inspection inspection = inspector.inspect(source, "surat." + extension);
    Path target = folder.resolve("copy");

    Optional<Made> made = inspector.exchanged(source, inspection, target);

    assertThat(inspection.findings()).isEmpty();
    assertThat(made).map(Made::by).hasValueSatisfying(it -> assertThat(it).contains("LibreOffice"));
    assertThat(content(target)).contains("Jalan rusak", "office:version=\"1.2\"");
    assertThat(validator(target)).isZero();
    assertThat(source).hasBinaryContent(before);
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatTakesTooLongIsEndedAndTheNextOneIsConverted() throws IOException {
    Path slow =
        executable(
            """
            #!/bin/sh
            case "$*" in *--version*) echo Office 1; exit;; esac
            sleep 600 &
            wait
            """);
    ConverterSettings settings =
        new ConverterSettings(slow, work, Duration.ofSeconds(2), 1L << 30, 1 << 20);
    Converter converter = OfficeConverter.open(settings).orElseThrow();

    assertThat(converter.convert(docx("x"), WORD, folder.resolve("copy"))).isEmpty();
    assertThat(converter.convert(docx("x"), WORD, folder.resolve("copy"))).isEmpty();

    assertThat(folder.resolve("copy")).doesNotExist();
    assertThat(
            ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().commandLine().orElse("").contains("sleep 600")))
        .isEmpty();
    assertThat(converter().convert(docx("Jalan"), WORD, folder.resolve("copy"))).isPresent();
  }

  @Test
  void anOfficeThatNeedsMoreMemoryThanItMayMakesNothing() throws IOException {
    ConverterSettings settings =
        new ConverterSettings(office, work, Duration.ofSeconds(30), 64L << 20, 1 << 20);
    Converter narrow = OfficeConverter.open(settings).orElseThrow();

    assertThat(narrow.convert(docx("x"), WORD, folder.resolve("copy"))).isEmpty();
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  @Test
  void aResultThatGrowsTooLargeIsNotTaken() throws IOException {
    ConverterSettings settings =
        new ConverterSettings(office, work, Duration.ofSeconds(30), 1L << 30, 1024);
    Converter narrow = OfficeConverter.open(settings).orElseThrow();

    assertThat(narrow.convert(docx("x"), WORD, folder.resolve("copy"))).isEmpty();
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  @Test
  void whatTheOfficeCannotReadIsNotPassedOverInSilence() throws IOException {
    Path file = Files.writeString(folder.resolve("surat.rtf"), "{\\rtf1 isi}");
    Path none = executable("#!/bin/sh\necho Office 1\n");
    Converter empty = OfficeConverter.open(ConverterSettings.of(none, work)).orElseThrow();
    FileInspector inspector = Inspectors.with(empty);
    Inspection inspection = inspector.inspect(file, "surat.rtf");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> inspector.exchanged(file, inspection, folder.resolve("copy")))
        .withMessageContaining("made nothing");
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  /** A picture of this machine that a field names must not go out with the copy. */
  @ParameterizedTest
  @ValueSource(strings = {"rtf", "docx"})
  void aPictureOfThisMachineIsNotTakenIn(String extension) throws Exception {
    Path secret = folder.resolve("secret.png");
    ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "png", secret.toFile());
    String field = "INCLUDEPICTURE \"" + secret.toUri() + "\"";
    Path source =
        extension.equals("rtf")
            ? Files.writeString(
                folder.resolve("surat.rtf"),
                "{\\rtf1 isi {\\field{\\*\\fldinst " + field + "}{\\fldrslt x}}}")
            : docx(
                "</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
                    + field
                    + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>");
    FileInspector inspector = Inspectors.with(converter());
    Path target = folder.resolve("copy");

    Optional<Made> made;
    try {
      made = inspector.exchanged(source, inspector.inspect(source, "surat"), target);
    } catch (IOException e) {
      made = Optional.empty();
    }

    if (made.isPresent()) {
      try (ZipFile zip = new ZipFile(target.toFile())) {
        assertThat(zip.stream().map(ZipEntry::getName))
            .noneMatch(name -> name.startsWith("Pictures/"));
      }
    }
  }

  @Test
  void isCutOffFromTheNetworkWhereTheSystemAllowsIt() {
    assertThat(converter().describe())
        .contains("LibreOffice", "network cut off", "other files out of sight", "memory limited");
  }

  @Test
  void aProgramThatIsNoOfficeIsNone() {
    assertThat(OfficeConverter.open(ConverterSettings.of(folder.resolve("none"), work))).isEmpty();
  }

  private Path sample(String extension) throws IOException, InterruptedException {
    if (extension.equals("docx")) {
      return docx("Jalan rusak");
    }
    boolean sheet = extension.startsWith("xls");
    Path source = sheet ? folder.resolve("document.csv") : folder.resolve("document.txt");
    Files.writeString(source, "Jalan rusak\n");
    Process process =
        new ProcessBuilder(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                extension,
                "--outdir",
                folder.toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return folder.resolve("document." + extension);
  }

  private Path docx(String text) throws IOException {
    Path file = folder.resolve("surat.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
              + "relationships+xml'/><Override PartName='/word/document.xml' ContentType='"
              + WORD
              + ".main+xml'/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='a' Target='word/document.xml' Type='http://schemas."
              + "openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
              + "</Relationships>");
      part(
          zip,
          "word/document.xml",
          "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
              + "<w:body><w:p><w:r><w:t>"
              + text
              + "</w:t></w:r></w:p></w:body></w:document>");
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Path executable(String script) throws IOException {
    Path file = folder.resolve("slow-office");
    Files.writeString(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static String content(Path document) throws IOException {
    try (ZipFile zip = new ZipFile(document.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("content.xml")).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int validator(Path document) throws IOException, InterruptedException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "odfvalidator.jar").toAbsolutePath().toString(),
                document.toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("validator").toFile())
        .start()
        .waitFor();
  }
}
