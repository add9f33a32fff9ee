package id.aduan.lapor.sync;

import id.aduan.lapor.filing.Filing;
import java.util.Locale;

/** What became of a report that was handed in. */
public sealed interface FilingAnswer {

  /**
   * It is kept, and goes on from here by itself.
   *
   * @param again whether it was known before, to the last character; then nothing was changed
   * @param titleCut whether the portal's title holds less
   * @param contentCut whether the portal's text holds less
   */
  record Taken(Filing filing, boolean again, boolean titleCut, boolean contentCut)
      implements FilingAnswer {}

  /** It is not kept, and nothing was changed. */
  record Refused(Reason reason) implements FilingAnswer {}

  /** Why a report is not taken. */
  enum Reason {
    /** Another report has this number of this source (C4). */
    NUMBER_TAKEN("this number of this source is another report's; what is kept stays as it is"),
    TOO_MANY_FILES("it has more files than the portal takes of one report"),
    FILE_TOO_BIG("a file is bigger than the portal takes"),
    FILE_EMPTY("a file is empty"),
    NO_FILES("the portal's wire takes no files; leave them out"),
    NO_FORWARDING("the portal's wire forwards nothing; leave the institution out");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Stable, for programs. */
    public String code() {
      return "filing." + name().toLowerCase(Locale.ROOT);
    }

    /** In one line for people; nothing of the report is in it. */
    public String text() {
      return text;
    }
  }
}
