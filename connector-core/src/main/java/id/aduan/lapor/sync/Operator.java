package id.aduan.lapor.sync;

import java.util.regex.Pattern;

/**
 * The person who acts on what waits for one, or on a target, as the audit trail names them.
 *
 * @param who an account of the machine or of the caller's own; 1 to 64 visible characters
 * @param reason at most 200 characters on one line, without characters that control or reorder it;
 *     empty where none is needed
 */
public record Operator(String who, String reason) {
  /** What {@code who} looks like. */
  public static final Pattern WHO = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@\\\\-]{0,63}");

  private static final int REASON_MAX = 200;

  public Operator {
    if (!WHO.matcher(who).matches()) {
      throw new IllegalArgumentException("who acts is 1 to 64 letters, digits, dots and hyphens");
    }
    if (reason.length() > REASON_MAX || !reason.codePoints().allMatch(Operator::isShown)) {
      throw new IllegalArgumentException(
          "a reason has at most " + REASON_MAX + " characters on one line, none that reorders it");
    }
    reason = reason.strip();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** How the audit trail names them; nothing that acts by itself is called so. */
  public String actor() {
    return "operator:" + who;
  }

  /** What was done and, if it was said, why. */
  String because(String what) {
    return reason.isEmpty() ? what : what + "; reason: " + reason;
  }
}
