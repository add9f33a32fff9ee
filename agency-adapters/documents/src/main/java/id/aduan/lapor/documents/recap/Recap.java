package id.aduan.lapor.documents.recap;

import id.aduan.lapor.sync.RecapRow;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A recap, before anybody has given it a form.
 *
 * @param rows is read more than once, and gives the same rows in the same order each time
 */
public record Recap(Head head, Names names, RecapFigures figures, Rows rows) {

  /**
   * What it is of.
   *
   * @param title of the period: {@code Oktober 2026}
   * @param to its last day
   * @param zone in which its days begin and its times are told
   * @param agency the name of the agency that it is of alone; empty for all
   * @param withSecret whether titles and places of secret cases stand in it
   */
  public record Head(
      String title,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Instant madeAt,
      String agency,
      boolean withSecret) {}

  /**
   * What people call things.
   *
   * @param authority whose recap it is
   * @param agencies names by code
   * @param rules names of clocks by the ids of their rules
   */
  public record Names(String authority, Map<String, String> agencies, Map<String, String> rules) {
    public Names {
      agencies = Map.copyOf(agencies);
      rules = Map.copyOf(rules);
    }

    String agency(String code) {
      return code.isEmpty() ? "(belum didisposisikan)" : agencies.getOrDefault(code, code);
    }

    String agencies(RecapRow row) {
      return row.agencies().stream().map(this::agency).collect(Collectors.joining(", "));
    }

    String rule(String id) {
      return rules.getOrDefault(id, id);
    }
  }

  /** The rows, in the order in which the portal received the cases. */
  @FunctionalInterface
  public interface Rows {
    /** Shows each in turn. */
    void each(Visitor visitor) throws IOException;

    /** Shows each that is overdue in turn. */
    default void overdue(Visitor visitor) throws IOException {
      each(
          row -> {
            if (row.overdue()) {
              visitor.row(row);
            }
          });
    }
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface Visitor {
    void row(RecapRow row) throws IOException;
  }
}
