package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.CountedDay;
import java.util.List;

/**
 * Why a clock ends when it ends.
 *
 * @param lines to be read, the answer first
 * @param days each day from the start to the due day, and what it did; none for hours and minutes
 * @param legs the shares of the agencies
 */
public record Explanation(List<String> lines, List<CountedDay> days, List<Leg> legs) {
  public Explanation {
    lines = List.copyOf(lines);
    days = List.copyOf(days);
    legs = List.copyOf(legs);
  }

  /** The lines as one text, each with its end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
