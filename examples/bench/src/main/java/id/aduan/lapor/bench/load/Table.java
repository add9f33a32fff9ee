package id.aduan.lapor.bench.load;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Rows of a Markdown table. */
public final class Table {
  private final PrintStream out;

  public Table(PrintStream out) {
    this.out = out;
  }

  public void row(String what, String form, Object... figures) {
    out.println("| " + what + " | " + String.format(Locale.ROOT, form, figures) + " |");
    out.flush();
  }

  static String percentiles(Histogram micros) {
    return micros.getTotalCount() == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms",
            millis(micros, 50),
            millis(micros, 99),
            millis(micros, 99.9));
  }

  static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1e3;
  }

  /** Answers by their status, such as {@code 202: 17, no answer: 3}. */
  static String answers(Map<Integer, Integer> answers) {
    return answers.isEmpty()
        ? "none"
        : answers.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> name(it.getKey()) + ": " + it.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String name(int status) {
    return switch (status) {
      case Sender.NO_ANSWER -> "no answer";
      case Sender.NOT_SENT -> "not sent";
      default -> Integer.toString(status);
    };
  }
}
