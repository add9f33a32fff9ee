package id.aduan.lapor.documents.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aduan.lapor.documents.odf.OdfValidatorTool;
import id.aduan.lapor.documents.odf.OdfVersion;
import id.aduan.lapor.documents.odf.OfficeTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedTemplatesTest {
  private static final String TITLE =
      "Jalan rusak parah di depan pasar induk sudah lebih dari enam bulan belum diperbaiki dan"
          + " menyebabkan banyak kecelakaan pada malam hari karena lampu penerangan padam total";
  private static final String ARABIC = "السلام عليكم، الطريق 12 مكسور (جدا)";
  private static final String NAUGHTY =
      "<b>&amp;]]></b> ${judul} #{1+1} [#if x] $!v #set($a=1) %{1} {{7*7}} \u0000\u0001\u202Egnp.exe"
          + " \uFFFE \uD800 \t dua  spasi   tiga \u2028 baris\r\nlain\n\n😀 zero\u200Bwidth";

  @Test
  void lettersOfEveryKindAreValidAndFitOnTheirPages(@TempDir Path folder) throws Exception {
    assertThat(TITLE).hasSize(169);
    String text =
        ("Kami melaporkan keadaan jalan yang rusak di beberapa titik. ".repeat(51) + "\n")
            .substring(0, 3000);
    List<Path> letters = new ArrayList<>();
    for (LetterKind kind : LetterKind.values()) {
      letters.add(write(folder, kind, "long", SampleLetter.with(TITLE, text, 3)));
      letters.add(write(folder, kind, "empty", LetterData.NOTHING));
      letters.add(
          write(
              folder,
              kind,
              "naughty",
              SampleLetter.with(NAUGHTY, NAUGHTY + "\n" + ARABIC + "\n" + "x".repeat(400), 200)));
      letters.add(write(folder, kind, "template", ShippedTemplates.odt(kind)));
    }

    assertThat(OdfValidatorTool.faults(letters.toArray(Path[]::new))).isEmpty();

    assumeTrue(OfficeTool.isThere(), "LibreOffice and poppler are not installed");
    for (Path pdf : OfficeTool.pdf(folder, letters.toArray(Path[]::new))) {
      String pages = OfficeTool.text(pdf);
      assertThat(pages).contains("Halaman 1 dari ");
      if (pdf.toString().contains("naughty") || pdf.toString().contains("long")) {
        assertThat(isSignedOnItsLastPage(pages)).as(pdf.toString()).isTrue();
        assertThat(linesBeforeTheSignature(pages)).as(pdf.toString()).isGreaterThanOrEqualTo(3);
      }
      if (pdf.toString().contains("naughty")) {
        assertThat(pages).contains("${judul}", "{{7*7}}");
      }
    }
    keep(folder);
  }

  @Test
  void aTemplateThatLibreOfficeHasSavedMakesValidLettersStill(@TempDir Path folder)
      throws Exception {
    assumeTrue(OfficeTool.isThere(), "LibreOffice and poppler are not installed");
    Path shipped = Files.createDirectory(folder.resolve("shipped"));
    Path saved = Files.createDirectory(folder.resolve("saved"));
    List<Path> templates = new ArrayList<>();
    for (LetterKind kind : LetterKind.values()) {
      templates.add(write(shipped, kind, "edited", ShippedTemplates.odt(kind)));
    }

    List<Path> letters = new ArrayList<>();
    for (Path template :
        OfficeTool.converted("odt", "odt", saved, templates.toArray(Path[]::new))) {
      byte[] letter =
          LetterTemplate.read(Files.readAllBytes(template))
              .letter(SampleLetter.with(TITLE, NAUGHTY, 2), SampleLetter.META, OdfVersion.V1_3);
      letters.add(Files.write(folder.resolve("" + template.getFileName()), letter));
    }

    assertThat(OdfValidatorTool.faults(letters.toArray(Path[]::new))).isEmpty();
  }

  /** The page with the signature is the last one: what follows it stands there too. */
  private static boolean isSignedOnItsLastPage(String pages) {
    String after = pages.substring(pages.indexOf("NAMA PEJABAT"));
    return after.indexOf('\f') == after.length() - 1;
  }

  /** On the page of the signature: what it is under, with the signatory's position. */
  private static long linesBeforeTheSignature(String pages) {
    String page =
        Stream.of(pages.split("\f"))
            .filter(it -> it.contains("NAMA PEJABAT"))
            .findFirst()
            .orElseThrow();
    return page.substring(0, page.indexOf("NAMA PEJABAT"))
        .lines()
        .filter(it -> !it.isBlank())
        .count();
  }

  /** The pages as pictures for eyes, where a folder is named for them. */
  private static void keep(Path folder) throws IOException, InterruptedException {
    String kept = System.getProperty("lapor.test.pages");
    if (kept != null) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.copy(file, Path.of(kept).resolve(file.getFileName().toString()));
        }
      }
    }
  }

  private static Path write(Path folder, LetterKind kind, String name, LetterData data)
      throws Exception {
    LetterTemplate template = LetterTemplate.read(ShippedTemplates.odt(kind));
    return write(folder, kind, name, template.letter(data, SampleLetter.META, OdfVersion.V1_2));
  }

  private static Path write(Path folder, LetterKind kind, String name, byte[] bytes)
      throws IOException {
    return Files.write(folder.resolve(kind.slug() + "-" + name + ".odt"), bytes);
  }
}
