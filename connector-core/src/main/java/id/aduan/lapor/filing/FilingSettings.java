package id.aduan.lapor.filing;

import java.time.Duration;
import java.util.Optional;

/**
 * How reports are filed. What the portal takes is not public, so all of it is configuration
 * (portal-wire 11).
 *
 * @param titleCharactersMax of the portal's title, in UTF-16 units as the strictest count
 * @param contentCharactersMax of its text, the reference included
 * @param filesMax of one report
 * @param fileBytesMax of one file
 * @param namesReporter whether the portal is told who reports, by its own fields and never in the
 *     text, where the report itself is not anonymous
 * @param ownInstitution the portal's number of the institution that files; what names it is not
 *     forwarded
 * @param explanation what stands beside a forwarding
 * @param clockSkewMax how far the portal's clock may be behind or misread when a complaint is
 *     looked for by the time it was filed
 */
public record FilingSettings(
    ReferenceForm reference,
    int titleCharactersMax,
    int contentCharactersMax,
    int filesMax,
    int fileBytesMax,
    boolean namesReporter,
    Optional<String> ownInstitution,
    String explanation,
    Duration clockSkewMax) {
  /** No portal's text is shorter: a reference and a sentence have to fit. */
  public static final int CONTENT_CHARACTERS_MIN = 300;

  public static final int TITLE_CHARACTERS_MIN = 20;

  public static final FilingSettings DEFAULT =
      new FilingSettings(
          ReferenceForm.SEEN,
          169,
          3_000,
          5,
          5 * 1024 * 1024,
          false,
          Optional.empty(),
          "Diteruskan ke Instansi Tujuan",
          Duration.ofDays(1));

  public FilingSettings {
    if (titleCharactersMax < TITLE_CHARACTERS_MIN
        || contentCharactersMax < CONTENT_CHARACTERS_MIN) {
      throw new IllegalArgumentException("a title has at least 20 characters, a text 300");
    }
  }

  /** The same with another own institution. */
  public FilingSettings ownInstitution(String number) {
    return new FilingSettings(
        reference,
        titleCharactersMax,
        contentCharactersMax,
        filesMax,
        fileBytesMax,
        namesReporter,
        Optional.of(number),
        explanation,
        clockSkewMax);
  }
}
