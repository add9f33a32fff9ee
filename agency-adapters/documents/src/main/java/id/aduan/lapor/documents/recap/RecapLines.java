package id.aduan.lapor.documents.recap;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the register of a recap as CSV by RFC 4180, in UTF-8. A text that a spreadsheet would take
 * for a formula has an apostrophe before it (ASVS 1.2.10). Memory does not grow with the register.
 */
public final class RecapLines {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private RecapLines() {}

  /** Writes it; the stream is flushed and stays open. */
  public static void write(Recap recap, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    lines
        .append(RecapColumns.REGISTER.stream().map(Column::name).collect(Collectors.joining(",")))
        .append("\r\n");
    StringBuilder line = new StringBuilder();
    new RecapValues(recap)
        .each(
            "register",
            row -> {
              line.setLength(0);
              for (Column<?> column : RecapColumns.REGISTER) {
                line.append(line.length() == 0 ? "" : ",")
                    .append(field(Objects.requireNonNull(row.apply(column.name()))));
              }
              lines.append(line).append("\r\n");
            });
    lines.flush();
  }

  private static String field(Cell cell) {
    if (cell instanceof Cell.Count number) {
      return Long.toString(number.number());
    }
    if (cell instanceof Cell.Moment moment) {
      return RecapSheets.ISO.format(moment.at());
    }
    if (cell instanceof Cell.Day day) {
      return day.date().toString();
    }
    String text = cell instanceof Cell.Text it ? it.text() : "";
    String inert = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted =
        inert.chars().anyMatch(at -> at == ',' || at == '"' || at == '\r' || at == '\n');
    return quoted ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
  }
}
