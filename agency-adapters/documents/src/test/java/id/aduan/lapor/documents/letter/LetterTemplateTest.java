package id.aduan.lapor.documents.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.documents.odf.OdfPackage;
import id.aduan.lapor.documents.odf.OdfTypes;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplateTest {
  private static final String HEAD =
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
          + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
          + " office:version=\"1.2\"><office:body><office:text>";
  private static final String TAIL = "</office:text></office:body></office:document-content>";

  @Test
  void aPlaceholderIsFoundHoweverTheEditorHasCutIt() throws Exception {
    assertThat(filled("<text:p>A ${ju<text:span>d</text:span>ul} B</text:p>", "judul", "x"))
        .contains("<text:p>A x<text:span></text:span> B</text:p>");
    assertThat(
            filled(
                "<text:p><text:text-input text:description=\"\">${judul}</text:text-input></text:p>",
                "judul",
                "x"))
        .contains("<text:p>x</text:p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${isi}",
        "${7*7}",
        "[#assign x=1]${x}",
        "#set($e=1)$e",
        "%{1+1}",
        "#{T(java.lang.Runtime)}",
        "<#if x>",
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}"
      })
  void whatAValueSaysIsTextAndIsNeverLookedAtAgain(String value) throws Exception {
    StringBuilder shown = new StringBuilder();
    Xml.escape(value, false, shown);

    assertThat(filled("<text:p>${judul} ${isi}</text:p>", "judul", value))
        .contains("<text:p>" + shown + " </text:p>");
  }

  @Test
  void linesTabsAndSpacesAreKept() throws Exception {
    assertThat(filled("<text:p>a ${judul}</text:p>", "judul", "b  c\td\r\ne"))
        .contains("<text:p>a b <text:s/>c<text:tab/>d<text:line-break/>e</text:p>");
  }

  @Test
  void aPlaceholderThatStandsAloneTakesAParagraphForEachLine() throws Exception {
    assertThat(filled("<text:p>${judul}</text:p><text:p/>", "judul", "a\n\nb"))
        .contains("<text:p>a</text:p><text:p>b</text:p><text:p/>");
    assertThat(filled("<text:p>${judul}</text:p><text:p/>", "judul", ""))
        .contains("<office:text><text:p/></office:text>");
  }

  @Test
  void whatXmlCannotHoldIsShownAndWhatTurnsALineEndsWithIt() throws Exception {
    assertThat(filled("<text:p>${judul}.</text:p>", "judul", "a\u0000\uFFFE\uD800\u202Eb"))
        .contains("<text:p>\u2068a\uFFFD\uFFFD\uFFFD\u202Eb\u202C\u2069.</text:p>");
    assertThat(filled("<text:p>${judul}.</text:p>", "judul", "a\u2069b"))
        .contains("<text:p>\u2068a\uFFFDb\u2069.</text:p>");
  }

  @Test
  void aRowIsThereOnceForEachItem() throws Exception {
    String row =
        "<table:table><table:table-column/><table:table-row><table:table-cell><text:p xml:id=\"a\">"
            + "${lampiran.nama} ${judul}</text:p></table:table-cell></table:table-row></table:table>";
    LetterData data =
        new LetterData(
            Map.of("judul", "J"),
            Map.of("lampiran", List.of(Map.of("nama", "${judul}"), Map.of("nama", "b"))));

    String content = content(template(row).letter(data, SampleLetter.META, OdfVersion.V1_2));

    assertThat(content).contains(">${judul} J</text:p>", "<text:p>b J</text:p>");
    assertThat(content.split("<table:table-row>", -1)).hasSize(3);
    assertThat(
            content(template(row).letter(LetterData.NOTHING, SampleLetter.META, OdfVersion.V1_2)))
        .contains(">- </text:p>");
    assertThat(content.split("xml:id", -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<text:p>${judl}</text:p> | nothing is called '${judl}' | did you mean '${judul}'?",
        "<text:p>${1+1}</text:p> | nothing is called '${1+1}' | did you mean '${isi}'?",
        "<text:p>${judul</text:p> | '${' begins a placeholder that does not end in its paragraph"
            + " | write it as ${name}, in one paragraph",
        "<text:p draw:name='${judul}'/> | a placeholder stands in 'draw:name', which is not text"
            + " | write it as text on the page",
        "<text:tracked-changes/> | the template has recorded changes"
            + " | in LibreOffice: Edit > Track Changes > Accept All, and stop recording",
        "<text:p>${lampiran.nama} ${batas.nomor}</text:p>"
            + " | one row has placeholders of several lists: batas, lampiran"
            + " | give each list a row of its own",
        "<text:p>a<loext:b>c</loext:b></text:p>"
            + " | 'loext:b' holds text, and only one program knows it"
            + " | write the text as a paragraph of its own",
        "<text:p><draw:frame><draw:object/></draw:frame></text:p>"
            + " | the template has an embedded object ('draw:object')"
            + " | replace it by a picture: in LibreOffice copy it, then Edit > Paste Special",
        "<text:p>${judul}<draw:frame><svg:desc>${judul}</svg:desc></draw:frame></text:p>"
            + " | a placeholder stands in 'svg:desc', which is not on the page"
            + " | write it as text on the page",
        "<table:table><table:table-row><table:table-cell table:number-rows-spanned='2'>"
            + "<text:p>${lampiran.nama}</text:p></table:table-cell></table:table-row></table:table>"
            + " | a row with placeholders of the list 'lampiran' has a cell that spans several rows"
            + " | split that cell: the row is there once for each item",
        "<table:table><table:table-row><table:covered-table-cell/><table:table-cell>"
            + "<text:p>${lampiran.nama}</text:p></table:table-cell></table:table-row></table:table>"
            + " | a row with placeholders of the list 'lampiran' has a cell that spans several rows"
            + " | split that cell: the row is there once for each item",
        "<office:scripts/><text:p/> | MACRO (content.xml)"
            + " | remove its macros and events: Tools > Macros > Organize Macros"
      })
  void whatIsWrongWithATemplateIsToldWithAHint(String inside, String what, String hint) {
    String body = inside.replace("<office:scripts/>", "<office:event-listeners/>");
    LetterTemplateException thrown =
        catchThrowableOfType(LetterTemplateException.class, () -> template(body));

    assertThat(thrown.problems()).contains(new TemplateProblem(what, hint));
  }

  @Test
  void whatIsNoTextDocumentOrTooLargeIsNoTemplate() {
    assertThatThrownBy(() -> LetterTemplate.read("PK nothing".getBytes(UTF_8)))
        .isInstanceOf(LetterTemplateException.class);
    assertThatThrownBy(() -> LetterTemplate.read(new byte[LetterTemplate.TEMPLATE_BYTES_MAX + 1]))
        .isInstanceOf(LetterTemplateException.class);
  }

  @Test
  void commentsAndWhatOnlyOneProgramKnowsAreLeftOut() throws Exception {
    String content =
        filled(
            "<text:p loext:a=\"1\">a<office:annotation><text:p>rahasia</text:p></office:annotation>"
                + "<loext:b loext:c=\"1\"/></text:p>",
            "judul",
            "");

    assertThat(content).contains("<text:p>a</text:p>").doesNotContain("rahasia");
  }

  @Test
  void theSameValuesGiveTheSameBytesInAnotherPlaceAndLanguage() throws Exception {
    String here = hash();
    Process elsewhere =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LetterHash.class.getName())
            .redirectErrorStream(true)
            .start();
    String there = new String(elsewhere.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(elsewhere.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(there).isEqualTo(here);
  }

  static String hash() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (LetterKind kind : LetterKind.values()) {
      digest.update(
          LetterTemplate.read(ShippedTemplates.odt(kind))
              .letter(SampleLetter.with("Judul", "Isi", 3), SampleLetter.META, OdfVersion.V1_2));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static LetterTemplate template(String inside)
      throws IOException, LetterTemplateException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OdfPackage odf = new OdfPackage(bytes, OdfTypes.TEXT, OdfVersion.V1_2)) {
      odf.part("content.xml", "text/xml", (HEAD + inside + TAIL).getBytes(UTF_8));
    }
    return LetterTemplate.read(bytes.toByteArray());
  }

  private static String filled(String inside, String name, String value) throws Exception {
    return content(
        template(inside)
            .letter(
                new LetterData(Map.of(name, value), Map.of()), SampleLetter.META, OdfVersion.V1_2));
  }

  private static String content(byte[] letter) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(letter))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("content.xml")) {
          return new String(zip.readAllBytes(), UTF_8);
        }
      }
    }
    throw new AssertionError("no content.xml");
  }
}
