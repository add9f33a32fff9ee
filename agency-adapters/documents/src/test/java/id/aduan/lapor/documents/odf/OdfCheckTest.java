package id.aduan.lapor.documents.odf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdfCheckTest {
  private static final String HEAD =
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\">";
  private static final String TAIL = "</office:document-content>";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String MANIFEST_HEAD =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
          + " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\""
          + " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>";
  private static final OdfCheck CHECK = new OdfCheck(OdfBounds.INCOMING);

  @Test
  void ourOwnPackageIsFit(@TempDir Path folder) throws IOException {
    byte[] bytes = withContent(HEAD + TAIL);
    Path file = Files.write(folder.resolve("a.odt"), bytes);

    OdfVerdict verdict = CHECK.check(file);

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isFit()).isTrue();
    assertThat(verdict.mediaType()).contains(OdfTypes.TEXT);
    assertThat(verdict.version()).contains("1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "of:=SUM([.A1:.A9])",
        "of:=['Sheet #1'.A1]",
        "of:=['it''#s'.A1]+['b#'.A1]",
        "of:=IF([.A1]=&quot;it's 'x'# DDE(&quot;;1;2)"
      })
  void aFormulaOfTheDocumentsOwnCellsIsNoLink(String formula) throws IOException {
    assertThat(
            check(
                    withContent(
                        HEAD + "<table:table-cell table:formula=\"" + formula + "\"/>" + TAIL))
                .findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MACRO | <office:scripts><office:script/></office:scripts>",
        "MACRO | <script:event-listener/>",
        "MACRO | <office:event-listeners/>",
        "FOREIGN_OBJECT | <draw:object-ole xlink:href='./Object 1'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='http://127.0.0.1/a.png'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='file:///etc/passwd'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='../../etc/passwd'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='//host/a'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='..'/>",
        "EXTERNAL_LINK | <draw:image xlink:href='%2e%2e/a'/>",
        "EXTERNAL_LINK | <text:section-source xlink:href='vnd.sun.star.script:x'/>",
        "EXTERNAL_LINK | <office:dde-source/>",
        "EXTERNAL_LINK | <text:a xlink:href='vnd.sun.star.script:x'/>",
        "EXTERNAL_LINK | <text:a xlink:href='file:///etc/passwd'/>",
        "HYPERLINK | <text:a xlink:href='https://aduan.id/'/>",
        "EXTERNAL_LINK | <table:table-cell table:formula='of:=WEBSERVICE(\"http://a\")'/>",
        "EXTERNAL_LINK | <table:table-cell table:formula=\"of:=['http://a/b.ods'#$A.A1]\"/>",
        "EXTERNAL_LINK | <table:table-cell table:formula=\"of:=['file:///b.ods'#$A.A1]\"/>",
        "EXTERNAL_LINK | <table:table-cell table:formula=\"of:=SUM(['b.ods'#$'A B'.A1:.A2])\"/>",
        "EXTERNAL_LINK | <table:named-expression table:expression=\"of:=['a.ods'#$A.A1]\"/>",
        "HYPERLINK | <table:table-cell table:formula='of:=HYPERLINK(\"http://a\")'/>",
        "TOO_LARGE | <table:table-cell table:number-columns-repeated='1000000000'/>",
        "XML_BROKEN | <text:p>",
        "XML_BROKEN | &#1;",
        "XML_BROKEN | <text:p>&nix;</text:p>"
      })
  void whatMayNotLeaveIsFound(OdfFault fault, String inside) throws IOException {
    OdfVerdict verdict = check(withContent(HEAD + inside + TAIL));

    assertThat(verdict.findings()).containsExactly(new OdfFinding(fault, "content.xml"));
    assertThat(verdict.isFit()).isFalse();
  }

  @Test
  void placesAndPartsOfTheDocumentAreNoExternalLinks() throws IOException {
    String inside =
        "<text:a xlink:href='#bab'/><draw:image xlink:href='Pictures/a.png'/>"
            + "<draw:object xlink:href='./Object 1'/>";

    assertThat(check(withContent(HEAD + inside + TAIL)).isFit()).isTrue();
  }

  @Test
  void aDocumentTypeDeclarationIsNeitherFollowedNorTaken() throws IOException {
    String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    OdfVerdict verdict = check(withContent(bomb + HEAD + "&x;" + TAIL));

    assertThat(verdict.has(OdfFault.XML_DTD)).isTrue();
  }

  @Test
  void aVersionThatNobodyKnowsIsTold() throws IOException {
    OdfVerdict verdict = check(withContent(HEAD.replace("\"1.2\"", "\"9\"") + TAIL));

    assertThat(verdict.has(OdfFault.VERSION_UNKNOWN)).isTrue();
  }

  @Test
  void deepNestingEndsAtTheBound() throws IOException {
    OdfVerdict verdict =
        check(withContent(HEAD + "<text:p>".repeat(300) + "</text:p>".repeat(300) + TAIL));

    assertThat(verdict.findings())
        .containsExactly(new OdfFinding(OdfFault.XML_TOO_DEEP, "content.xml"));
  }

  @Test
  void theMimetypeComesFirstAndPlain() throws IOException {
    assertThat(check(zip(false, "content.xml", HEAD + TAIL, MANIFEST, manifest("content.xml"))))
        .matches(it -> it.has(OdfFault.MIMETYPE_NOT_FIRST));
    assertThat(
            check(
                zip(
                    false,
                    "mimetype",
                    OdfTypes.TEXT,
                    "content.xml",
                    HEAD + TAIL,
                    MANIFEST,
                    manifest("content.xml"))))
        .matches(it -> it.has(OdfFault.MIMETYPE_NOT_PLAIN));
  }

  @Test
  void theManifestNamesExactlyTheParts() throws IOException {
    OdfVerdict verdict =
        check(
            zip(
                true,
                "mimetype",
                OdfTypes.TEXT,
                "content.xml",
                HEAD + TAIL,
                "Pictures/a.png",
                "x",
                MANIFEST,
                manifest("content.xml", "styles.xml")));

    assertThat(verdict.findings())
        .containsExactlyInAnyOrder(
            new OdfFinding(OdfFault.PART_NOT_IN_MANIFEST, "Pictures/a.png"),
            new OdfFinding(OdfFault.PART_MISSING, "styles.xml"));
  }

  @Test
  void encryptionMacrosAndNamesThatLeadOutAreFound() throws IOException {
    String encrypted =
        MANIFEST_HEAD
            + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"\">"
            + "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>";

    assertThat(
            check(
                    zip(
                        true,
                        "mimetype",
                        OdfTypes.TEXT,
                        "content.xml",
                        HEAD + TAIL,
                        "../../a.xml",
                        "<a/>",
                        "Basic/script-lc.xml",
                        "<a/>",
                        MANIFEST,
                        encrypted))
                .findings()
                .stream()
                .map(OdfFinding::fault))
        .contains(OdfFault.ENCRYPTED, OdfFault.PART_NAME_UNSAFE, OdfFault.MACRO);
  }

  @Test
  void aZipBombStopsAtItsRatio() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OdfPackage odf = new OdfPackage(bytes, OdfTypes.TEXT, OdfVersion.V1_2);
        OutputStream part = odf.part("Pictures/a.png", "image/png")) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 50; i++) {
        part.write(zeros);
      }
    }

    assertThat(check(bytes.toByteArray()).findings())
        .containsExactly(new OdfFinding(OdfFault.TOO_COMPRESSED, ""));
  }

  @Test
  void aPackageThatIsCutOffIsBroken() throws IOException {
    byte[] whole = withContent(HEAD + TAIL);
    byte[] half = java.util.Arrays.copyOf(whole, 150);

    assertThat(check(half).has(OdfFault.BROKEN_PACKAGE)).isTrue();
  }

  @Test
  void aDirectoryThatNamesOtherPartsIsFound(@TempDir Path folder) throws IOException {
    byte[] bytes = withContent(HEAD + TAIL);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int last = text.lastIndexOf("content.xml");
    bytes[last] = 'k';
    Path file = Files.write(folder.resolve("a.odt"), bytes);

    assertThat(CHECK.check(file).has(OdfFault.DIRECTORY_DIFFERS)).isTrue();
  }

  @Test
  void aFlatDocumentIsReadAsOne() throws IOException {
    String flat =
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\"/>";

    OdfVerdict verdict = check(flat.getBytes(UTF_8));

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.mediaType()).contains(OdfTypes.TEXT);
    assertThat(check("<a/>".getBytes(UTF_8)).has(OdfFault.NOT_A_DOCUMENT)).isTrue();
    assertThat(check(new byte[0]).isFit()).isFalse();
  }

  private static OdfVerdict check(byte[] bytes) throws IOException {
    return CHECK.check(new ByteArrayInputStream(bytes));
  }

  private static byte[] withContent(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OdfPackage odf = new OdfPackage(bytes, OdfTypes.TEXT, OdfVersion.V1_2)) {
      odf.part("content.xml", "text/xml", content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String manifest(String... parts) {
    StringBuilder xml = new StringBuilder(MANIFEST_HEAD);
    for (String part : parts) {
      xml.append("<manifest:file-entry manifest:full-path=\"")
          .append(part)
          .append("\" manifest:media-type=\"text/xml\"/>");
    }
    return xml.append("</manifest:manifest>").toString();
  }

  private static byte[] zip(boolean storedFirst, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
        if (i == 0 && storedFirst) {
          java.util.zip.CRC32 sum = new java.util.zip.CRC32();
          sum.update(text);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(text.length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(text);
      }
    }
    return bytes.toByteArray();
  }
}
