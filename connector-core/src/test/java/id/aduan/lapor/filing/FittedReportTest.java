package id.aduan.lapor.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reporter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of a report goes to the portal (portal-wire 2.5, 12 no. 4). */
class FittedReportTest {
  private static final String REFERENCE = "[Nomor Tiket loket: 7]. ";

  private static LocalReport report(String title, String content, boolean anonymous) {
    return new LocalReport(
        new AgencyCode("loket"),
        "7",
        title,
        content,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        anonymous,
        false,
        LocalReports.REPORTER,
        Optional.empty());
  }

  private static FilingSettings named() {
    FilingSettings usual = FilingSettings.DEFAULT;
    return new FilingSettings(
        usual.reference(),
        usual.titleCharactersMax(),
        usual.contentCharactersMax(),
        usual.filesMax(),
        usual.fileBytesMax(),
        true,
        usual.ownInstitution(),
        usual.explanation(),
        usual.clockSkewMax());
  }

  @Test
  void the_reference_stands_before_the_text_and_is_a_part_of_it() {
    FittedReport fitted =
        FittedReport.of(report("Lampu", " Lampu mati. ", false), FilingSettings.DEFAULT);

    assertThat(fitted.report().content()).isEqualTo(REFERENCE + "Lampu mati.");
    assertThat(fitted.report().content()).contains(fitted.report().reference());
    assertThat(fitted.contentCut() || fitted.titleCut()).isFalse();
  }

  @Test
  void who_reports_is_named_only_where_that_is_configured_and_never_in_the_text() {
    LocalReport open = report("Lampu", "Lampu mati.", false);

    assertThat(FittedReport.of(open, FilingSettings.DEFAULT).report().reporter())
        .isEqualTo(Reporter.NOBODY);
    assertThat(FittedReport.of(open, named()).report().reporter()).isEqualTo(LocalReports.REPORTER);
    assertThat(FittedReport.of(open, named()).report().content()).doesNotContain("ZZPII");
    assertThat(FittedReport.of(report("Lampu", "Mati.", true), named()).report().reporter())
        .isEqualTo(Reporter.NOBODY);
  }

  @Test
  void without_a_title_it_is_called_by_its_first_words() {
    String title =
        FittedReport.of(report("", "Lampu\n mati. " + "x ".repeat(200), false), named())
            .report()
            .title();

    assertThat(title).startsWith("Lampu mati. x x").endsWith("…").hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void what_does_not_fit_is_cut_after_the_reference_never_within_a_character_and_told() {
    Random chance = new Random(20261126);
    FilingSettings settings = FilingSettings.DEFAULT;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("x");
      int length = 2_900 + chance.nextInt(200);
      while (text.length() < length) {
        text.append(chance.nextInt(9) == 0 ? " " : chance.nextBoolean() ? "😀" : "a");
      }
      String title = "😀".repeat(i % 2) + "x".repeat(i % 3) + "😀".repeat(90);
      FittedReport fitted = FittedReport.of(report(title, text.toString(), false), settings);

      String content = fitted.report().content();
      assertThat(content).startsWith(REFERENCE);
      assertThat(content.length()).isLessThanOrEqualTo(3_000);
      assertThat(fitted.report().title().length()).isLessThanOrEqualTo(169);
      assertThat(isWhole(content) && isWhole(fitted.report().title())).as("run %d", i).isTrue();
      assertThat(fitted.contentCut())
          .isEqualTo(text.toString().strip().length() + REFERENCE.length() > 3_000);
      assertThat(fitted.contentCut()).isEqualTo(content.endsWith("… (dipotong)"));
      assertThat(fitted.titleCut()).isTrue();
    }
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(it -> Character.getType(it) == Character.SURROGATE);
  }

  @Test
  void a_report_of_another_form_is_refused_without_a_word_of_it() {
    assertThatThrownBy(() -> report("Lampu", " ", false)).hasMessage("content is not blank");
    assertThatThrownBy(() -> LocalReports.of("dishub", "nomor ZZPII", "isi", ""))
        .hasMessageContaining("number is")
        .hasMessageNotContaining("ZZPII");
    assertThatThrownBy(() -> LocalReports.of("dishub", "1", "isi", "Dinas ZZPII"))
        .hasMessageContaining("institution is")
        .hasMessageNotContaining("ZZPII");
    assertThat(LocalReports.report("1")).asString().doesNotContain("Rahmat", "Rambu");
  }
}
