package id.aduan.lapor.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes what lets a reporter in from texts of reports by SMS 1708: the name and password of the
 * account that the portal sends (SMS-03), and the code to read a follow-up (SMS-04). A text may
 * hold them, since reporters paste what they were sent. Pure.
 *
 * <p>A word that says what follows must stand there; in doubt, what follows is removed. A secret
 * that no such word precedes cannot be told from other words.
 */
public final class SmsSecrets {
  /** What stands in its place. */
  public static final String REMOVED = "***";

  private static final String SPACE = "[\\s\\h]";
  private static final String GAP = SPACE + "{1,3}";
  private static final String ACCOUNT =
      "user[ _-]?(?:name|id)|nama" + GAP + "(?:pengguna|akun)|id" + GAP + "pengguna";
  private static final String PASSWORD =
      "pass[ _-]?(?:word|code)|kata" + GAP + "(?:sandi|kunci)|sandi|pwd";
  private static final String CODE =
      "kode"
          + GAP
          + "(?:unik|akses|verifikasi|rahasia|otp|laporan)|(?:unique|access)"
          + GAP
          + "code|otp|pin";
  private static final String WORD =
      "(?:" + ACCOUNT + "|" + PASSWORD + "|" + CODE + ")(?![\\p{L}\\p{N}])";

  // A secret may hold any sign, so that it ends at a space, or where the next one is announced.
  // What
  // repeats without a bound is possessive, so that no text takes long.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])("
              + WORD
              + ")((?:"
              + GAP
              + "(?:anda|saudara|login|akun|sp4n|lapor|baru|nya|tsb)){0,3})("
              + SPACE
              + "{0,3}(?:[:=]|adalah|ialah|yaitu|is)?"
              + SPACE
              + "{0,3}[\"'(]?)((?:(?![,;/|&(]"
              + WORD
              + "|[^\\p{L}\\p{N}]"
              + WORD
              + SPACE
              + "{0,3}[:=])[^\\s\\h])++)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SAID =
      Pattern.compile(
          ".*(?:[:=]|adalah|ialah|yaitu|is).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ACCOUNT_WORD = Pattern.compile(ACCOUNT, Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_WORD = Pattern.compile(PASSWORD, Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE_LIKE = Pattern.compile("[A-Z0-9]{4,}|.*\\d.*");
  private static final Pattern CLOSING = Pattern.compile("[.,;:!?)\\]}\"']{1,4}$");

  private SmsSecrets() {}

  /** Whether reports of this channel come by SMS 1708. */
  public static boolean isSms(String channel) {
    String word = channel.strip();
    return word.regionMatches(true, 0, "sms", 0, 3) || word.equals("1708");
  }

  /** The text without them. */
  public static String removed(String text) {
    boolean account = ACCOUNT_WORD.matcher(text).find() && PASSWORD_WORD.matcher(text).find();
    return SECRET.matcher(text).replaceAll(match -> replacement(match, account));
  }

  private static String replacement(MatchResult match, boolean account) {
    String value = match.group(4);
    boolean meant =
        account
            || SAID.matcher(match.group(3)).matches()
            || CODE_LIKE.matcher(CLOSING.matcher(value).replaceFirst("")).matches();
    if (!meant) {
      return Matcher.quoteReplacement(match.group());
    }
    String end = value.length() > 1 && CLOSING.matcher(value).find() ? lastOf(value) : "";
    return Matcher.quoteReplacement(
        match.group(1) + match.group(2) + match.group(3) + REMOVED + end);
  }

  private static String lastOf(String value) {
    return value.substring(CLOSING.matcher(value).replaceFirst("").length());
  }
}
