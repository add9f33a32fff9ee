package id.aduan.lapor.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  private static final Reference OURS = Reference.of(new TrackingId("8123456"));

  @ParameterizedTest
  @CsvSource({
    "foto jalan.jpg,image/jpeg,8123456-1-foto-jalan.jpg",
    "surat.exe,application/pdf,8123456-1-surat.pdf",
    "surat.pdf,application/x-unknown,8123456-1-surat.bin",
    "../../etc/passwd,text/plain,8123456-1-passwd.txt",
    "C:\\Windows\\x.doc,application/msword,8123456-1-x.doc",
    ".htaccess,text/plain,8123456-1-htaccess.txt",
    "-rf,image/png,8123456-1-rf.png",
    "'',image/png,8123456-1-file.png",
    "...,image/png,8123456-1-file.png",
  })
  void aFileIsCalledByItsCaseAndItsContent(String given, String type, String expected) {
    assertThat(FileName.of(OURS, 1, given, type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "a\0.pdf",
        "\u202Efdp.exe",
        "a\r\nSet-Cookie: b",
        "%2e%2e%2f",
        "nama .",
        "\u0000",
        "\"; filename=\"x",
        "\ud800",
        "laporan\u2028x"
      })
  void noNameKeepsWhatCouldDoHarm(String given) {
    assertThat(FileName.of(OURS, 12, given, "image/jpeg"))
        .matches("8123456-12-[A-Za-z0-9_][A-Za-z0-9_-]*\\.jpg");
  }

  @ParameterizedTest
  @CsvSource({
    "CON,application/pdf,file-CON.pdf",
    "lpt1.txt,text/plain,file-lpt1.txt",
    "konsep surat.docx,application/vnd.oasis.opendocument.text,konsep-surat.odt",
    "../x.exe,application/pdf,x.pdf",
  })
  void aFileWithoutACaseOfOursIsNoDevice(String given, String type, String expected) {
    assertThat(FileName.of(given, type)).isEqualTo(expected);
  }

  @Test
  void aLongNameIsCutAndTwoFormsOfAnAccentAreOne() {
    assertThat(FileName.of(OURS, 1, "x".repeat(5000) + ".jpg", "image/jpeg").length())
        .isLessThanOrEqualTo(FileName.CHARS_MAX);
    assertThat(FileName.of(OURS, 1, "cafe\u0301.jpg", "image/jpeg"))
        .isEqualTo(FileName.of(OURS, 1, "caf\u00e9.jpg", "image/jpeg"));
  }

  @Test
  void aCopyInAnOpenFormatIsNotCalledAsItsOriginal() {
    assertThat(FileName.exchange("8123456-1-surat.odt")).isEqualTo("8123456-1-surat-odf.odt");
  }
}
