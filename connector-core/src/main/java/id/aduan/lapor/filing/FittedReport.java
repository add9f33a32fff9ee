package id.aduan.lapor.filing;

import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.portal.PortalFiler;

/**
 * A report in the form that goes to the portal. Pure: the same report and settings give the same
 * text each time, so that what was sent can be looked for.
 *
 * @param titleCut whether the title did not fit
 * @param contentCut whether the text did not fit
 */
public record FittedReport(PortalFiler.Report report, boolean titleCut, boolean contentCut) {
  private static final String ENDING = "… (dipotong)";
  private static final int MADE_TITLE_MAX = 80;
  private static final int WORD_MAX = 40;

  /** Puts the reference before the text, and cuts what does not fit after it. */
  public static FittedReport of(LocalReport local, FilingSettings settings) {
    String reference = settings.reference().of(local.source(), local.number());
    String title = local.title().isBlank() ? firstWords(local.content()) : local.title().strip();
    String fittedTitle = cut(title, settings.titleCharactersMax(), "…");
    String content = local.content().strip();
    String fitted = cut(content, settings.contentCharactersMax() - reference.length(), ENDING);
    boolean named = settings.namesReporter() && !local.anonymous();
    return new FittedReport(
        new PortalFiler.Report(
            fittedTitle,
            reference + fitted,
            reference.strip(),
            local.categoryId(),
            local.classificationId(),
            local.incidentOn(),
            local.anonymous(),
            local.secret(),
            named ? local.reporter() : Reporter.NOBODY),
        !fittedTitle.equals(title),
        !fitted.equals(content));
  }

  private static String firstWords(String content) {
    String line = content.strip().replaceAll("\\s+", " ");
    return cut(line, MADE_TITLE_MAX, "…");
  }

  /** Cuts between words where one ends near the limit, and never within a character. */
  private static String cut(String text, int charactersMax, String ending) {
    if (text.length() <= charactersMax) {
      return text;
    }
    int end = charactersMax - ending.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, wordEnd(text, end)).stripTrailing() + ending;
  }

  private static int wordEnd(String text, int end) {
    for (int i = end; i > Math.max(1, end - WORD_MAX); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return end;
  }
}
