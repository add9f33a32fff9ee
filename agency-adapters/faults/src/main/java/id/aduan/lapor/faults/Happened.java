package id.aduan.lapor.faults;

import java.util.regex.Pattern;

/**
 * Says on standard output how often a test has really seen its fault happen. {@code make faults}
 * reads these lines: a test of a fault that never happened proves nothing, and counts as failed
 * there. Safe for use by many threads.
 */
public final class Happened {
  private static final Pattern FAULT = Pattern.compile("F[1-9]\\d?");

  private Happened() {}

  /**
   * Says it, in a line of its own: {@code fault F13: 50 times: power cuts}.
   *
   * @param fault its number in the table of faults
   * @param times as counted where it happened, by the far end or the system: not how often it was
   *     wished for. Zero is said too
   * @param what in a few words on one line, with nothing from a test's data in it
   * @throws IllegalArgumentException if it is no number of a fault, or less than never
   */
  public static void times(String fault, long times, String what) {
    if (!FAULT.matcher(fault).matches() || times < 0) {
      throw new IllegalArgumentException("no count of a fault: '" + fault + "', " + times);
    }
    System.out.println(line(fault, times, what));
  }

  static String line(String fault, long times, String what) {
    return "fault " + fault + ": " + times + " times: " + what.replaceAll("\\s+", " ");
  }
}
