package id.aduan.lapor.documents.inspect;

import static id.aduan.lapor.documents.inspect.PictureSamples.bytes;
import static id.aduan.lapor.documents.inspect.PictureSamples.join;
import static id.aduan.lapor.documents.inspect.ZipSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.documents.convert.Converter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad file of docs/reference/bad-input.md, with what is found and what becomes of it. */
class BadFilesTest {
  private static final String LINK = "<text:p><text:a xlink:href='https://aduan.id/'/></text:p>";
  private static final String ENCRYPTION = "<manifest:encryption-data/>";
  private final FileInspector inspector = Inspectors.with(Converter.ABSENT);
  @TempDir private Path folder;

  @SuppressWarnings("ArrayRecordComponent")
  record Bad(String what, String name, byte[] bytes, Verdict verdict, String... findings) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad waits(String what, String name, byte[] bytes, String... findings) {
    return new Bad(what, name, bytes, Verdict.QUARANTINED, findings);
  }

  private static Bad told(String what, String name, byte[] bytes, String... findings) {
    return new Bad(what, name, bytes, Verdict.FLAGGED, findings);
  }

  static Stream<Bad> archives() throws IOException {
    return Stream.of(
        waits("a bomb by ratio", "a.zip", ZipSamples.bomb(20), "archive.ratio"),
        waits("a bomb by size", "a.zip", ZipSamples.bomb(1100), "archive.ratio", "archive.size"),
        waits("archives in archives", "a.zip", ZipSamples.nested(4), "archive.depth"),
        waits(
            "entries over each other",
            "a.zip",
            ZipSamples.overlapping(),
            "archive.lies",
            "archive.overlap"),
        waits("a size that lies", "a.zip", ZipSamples.lying(), "archive.lies"),
        waits("another name in the header", "a.zip", ZipSamples.otherName(), "archive.lies"),
        waits(
            "a long record that lies",
            "a.zip",
            ZipSamples.wideLie(),
            "archive.entries",
            "archive.lies"),
        waits("a name twice", "a.zip", ZipSamples.duplicate(), "archive.duplicate"),
        waits("a link", "a.zip", ZipSamples.link(), "archive.link"),
        waits("a password", "a.zip", ZipSamples.encrypted(), "archive.encrypted"),
        waits("a way out", "a.zip", zip("../../etc/passwd", "x"), "archive.path"),
        waits("a way out by \\", "a.zip", zip("a\\..\\..\\x", "x"), "archive.path"),
        waits("a root", "a.zip", zip("/etc/passwd", "x"), "archive.path"),
        waits("a drive", "a.zip", zip("C:x", "x"), "archive.path"),
        waits("a program", "a.zip", zip("foto.jpg", "MZ\u0090"), "archive.executable"),
        waits("a program by name", "a.zip", zip("foto.jpg.exe", "x"), "archive.executable"),
        waits("a tar in gzip", "a.gz", bytes("\u001f\u008b\b\0\0\0\0\0"), "archive.unlooked"),
        waits("a tar with a way out", "a.tar", tar("../../etc/passwd"), "archive.unlooked"),
        waits("a 7z", "a.7z", bytes("7z\u00bc\u00af'\u001c\0\4"), "archive.unlooked"),
        waits("a rar", "a.rar", bytes("Rar!\u001a\7\1\0"), "archive.unlooked"),
        waits("a rar in a zip", "a.zip", zip("a.dat", "Rar!\u001a\7\1\0"), "archive.unlooked"),
        waits("a tar in a zip", "a.zip", zip("a.tar", "isi"), "archive.unlooked"),
        told("a cut one", "a.zip", Arrays.copyOf(zip("a", "b"), 60), "archive.broken"));
  }

  static Stream<Bad> documents() throws IOException {
    String rels =
        "<Relationships><Relationship Type=\"http://x/%s\" TargetMode=\"External\"/></Relationships>";
    return Stream.of(
        waits(
            "ODF with macros", "a.odt", ZipSamples.odt("Basic/script-lc.xml", "<a/>"), "odf.macro"),
        waits(
            "ODF with entities",
            "a.odt",
            ZipSamples.odt("styles.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]>"),
            "odf.entities"),
        told(
            "ODF without a manifest",
            "a.odt",
            zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>"),
            "odf.invalid"),
        waits(
            "DOCX with macros",
            "a.docx",
            docx("word/vbaProject.bin", "x"),
            "converter.absent",
            "office.macro"),
        told(
            "DOCX with a far template",
            "a.docx",
            docx("word/_rels/a.rels", rels.formatted("attachedTemplate")),
            "converter.absent",
            "office.external"),
        new Bad(
            "DOCX with a link",
            "a.docx",
            docx("word/_rels/a.rels", rels.formatted("hyperlink")),
            Verdict.FIT,
            "converter.absent"),
        told(
            "RTF with an object",
            "a.rtf",
            bytes("{\\rtf1 {\\object\\objemb{\\*\\objdata 01}}}"),
            "converter.absent",
            "office.embedded"),
        new Bad("a signed PDF", "a.pdf", pdf("/ByteRange [0 1 2 3]"), Verdict.FIT, "pdf.signed"),
        told("a PDF with a script", "a.pdf", pdf("/JavaScript"), "pdf.action"),
        told("a PDF with a file", "a.pdf", pdf("/EmbeddedFile"), "pdf.embedded"));
  }

  static Stream<Bad> openDocuments() throws IOException {
    String far = "<draw:image xlink:href='http://127.0.0.1/a.png'/>";
    String basic = "<office:script script:language='ooo:Basic'>%s</office:script>";
    String libraries = "<ooo:libraries xmlns:ooo='http://openoffice.org/2004/office'>%s";
    String library = libraries.formatted("<ooo:library-embedded/>") + "</ooo:libraries>";
    return Stream.of(
        waits("a listener", "a.odt", odt("<script:event-listener/>"), "odf.macro"),
        waits("what is encrypted", "a.odt", encrypted(), "odf.encrypted"),
        waits(
            "too many cells",
            "a.odt",
            odt("<table:table-cell table:number-columns-repeated='1000000000'/>"),
            "odf.size"),
        told("a far picture", "a.odt", odt(far), "odf.external"),
        told("an object", "a.odt", odt("<draw:object-ole xlink:href='./A'/>"), "odf.embedded"),
        told("broken XML", "a.odt", odt("<text:p>"), "odf.invalid"),
        told("no content", "a.odt", ZipSamples.odtOf("<a/>"), "odf.invalid"),
        waits(
            "macros, and no type",
            "a.odt",
            zip("content.xml", "<a/>", "META-INF/manifest.xml", "<a/>", "Basic/a.xml", "<a/>"),
            "odf.invalid",
            "odf.macro"),
        told("a flat one's far picture", "a.fodt", ZipSamples.flat(far), "odf.external"),
        waits(
            "a flat one's macro", "a.fodt", ZipSamples.flat(basic.formatted(library)), "odf.macro"),
        waits(
            "a flat one's entities",
            "a.fodt",
            join(bytes("<!DOCTYPE a [<!ENTITY b 'c'>]>\n"), ZipSamples.flat("")),
            "odf.entities",
            "odf.invalid"),
        told("a broken flat one", "a.fodt", ZipSamples.flat("<text:p>"), "odf.invalid"),
        told("a sheet's name", "a.fods", ZipSamples.flat(""), "name.extension"));
  }

  private static byte[] odt(String inside) throws IOException {
    return ZipSamples.odtOf(ZipSamples.content(inside));
  }

  private static byte[] encrypted() throws IOException {
    return ZipSamples.odtOf("\u0001\u0002", "x.xml", ZipSamples.content(ENCRYPTION));
  }

  static Stream<Bad> others() throws IOException {
    byte[] jpeg = PictureSamples.encoded("jpg");
    return Stream.of(
        told("0 bytes", "a.pdf", new byte[0], "file.empty"),
        told("a wrong extension", "a.pdf", PictureSamples.encoded("png"), "name.extension"),
        told("a turned name", "foto\u202Egpj.pdf", pdf(""), "name.control"),
        told("a name with a line break", "a\n.pdf", pdf(""), "name.control"),
        new Bad("a name of 4 kB", "a".repeat(4096) + ".pdf", pdf(""), Verdict.FIT),
        waits(
            "a program",
            "a.bin",
            join(bytes("\u007fELF\2\1\1\0"), new byte[60]),
            "file.executable"),
        waits(
            "a program called PDF",
            "a.pdf",
            join(bytes("MZ\u0090\0"), new byte[60], bytes("%PDF-1.4")),
            "file.executable",
            "file.polyglot",
            "name.extension"),
        waits("a shell script", "a.txt", bytes("#!/bin/sh\nrm -rf /\n"), "file.executable"),
        waits("a shortcut", "a", bytes("[Desktop Entry]\nExec=sh\n"), "file.executable"),
        waits(
            "the scanners' test",
            "a.txt",
            bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
            "file.executable"),
        waits(
            "a page with a script",
            "a.html",
            bytes("<html><body><script>x()</script></body></html>"),
            "file.script"),
        waits(
            "a drawing with a script",
            "a.svg",
            bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
            "file.script"),
        waits(
            "a picture that is an archive",
            "a.jpg",
            join(jpeg, zip("a", "b")),
            "file.polyglot",
            "picture.trailing"),
        waits(
            "a picture that is a page",
            "a.jpg",
            join(jpeg, bytes("<html><script>")),
            "file.polyglot",
            "picture.trailing"),
        waits("a PDF that is an archive", "a.pdf", join(pdf(""), zip("a", "b")), "file.polyglot"));
  }

  @ParameterizedTest
  @MethodSource({"archives", "documents", "openDocuments", "others"})
  void isFoundAndJudged(Bad bad) throws IOException {
    Path file = Files.write(folder.resolve("file"), bad.bytes());

    Inspection inspection = inspector.inspect(file, bad.name());

    assertThat(inspection.findings()).containsExactly(bad.findings());
    assertThat(inspection.verdict()).isEqualTo(bad.verdict());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aLotOfEntriesIsNotReadAtAll() throws IOException {
    String[] parts = new String[2 * 10_001];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "f" + i;
      parts[i + 1] = "";
    }
    Path file = Files.write(folder.resolve("file"), zip(parts));

    assertThat(inspector.inspect(file, "a.zip").findings()).contains("archive.entries");
  }

  @Test
  void whatIsAsItShouldBeGoesOn() throws IOException {
    List<Bad> good =
        List.of(
            new Bad("", "a.zip", zip("a/b.txt", "isi"), Verdict.FIT),
            new Bad("", "a.zip", ZipSamples.nested(2), Verdict.FIT),
            new Bad("", "a.odt", ZipSamples.odt(), Verdict.FIT),
            new Bad("", "a.odt", odt(LINK), Verdict.FIT),
            new Bad("", "a.fodt", ZipSamples.flat(LINK), Verdict.FIT),
            new Bad("", "a.pdf", pdf(""), Verdict.FIT),
            new Bad("", "a.txt", bytes("Jalan rusak sejak Maret."), Verdict.FIT),
            new Bad("", "a.JPG", PictureSamples.encoded("jpg"), Verdict.FIT));

    for (Bad it : good) {
      Path file = Files.write(folder.resolve("file"), it.bytes());
      assertThat(inspector.inspect(file, it.name()).findings()).as(it.name()).isEmpty();
    }
  }

  private static byte[] tar(String name) {
    ByteBuffer tar = ByteBuffer.allocate(1536);
    tar.put(bytes(name)).position(100);
    tar.put(bytes("0000644")).position(257);
    return tar.put(bytes("ustar")).array();
  }

  private static byte[] pdf(String inside) {
    return ("%PDF-1.4\n1 0 obj<<" + inside + ">>endobj\ntrailer<<>>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] docx(String name, String content) throws IOException {
    return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<a/>", name, content);
  }
}
