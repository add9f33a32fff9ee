package id.aduan.lapor.documents.recap;

import id.aduan.lapor.documents.odf.OdfBounds;
import id.aduan.lapor.documents.odf.OdfPackage;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recap as a workbook by a template: row by row, so that memory does not grow with the
 * register, and with the same bytes for the same recap (ODF-13).
 */
public final class RecapSheets {
  /** So many rows of a list have a place; a sheet ends at 1,048,576. */
  public static final long ROWS_MAX = 1_000_000;

  /** What is looked through before it is handed out: as large as so many rows can be. */
  public static final OdfBounds BOUNDS = new OdfBounds(2_000, 32L << 30, 1_100, 200);

  static final String SHEETS = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String CHART = "application/vnd.oasis.opendocument.chart";
  private static final Pattern VERSION = Pattern.compile("office:version=\"[^\"]*\"");
  private static final Pattern SPACE = Pattern.compile("<text:(s|tab)/>");
  static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int BUFFER_CHARS = 64 * 1024;
  private final RecapTemplate template;
  private final OdfVersion version;

  public RecapSheets(RecapTemplate template, OdfVersion version) {
    this.template = template;
    this.version = version;
  }

  /**
   * Writes it.
   *
   * @param out is closed
   * @throws RecapTooLongException when a list has more than {@link #ROWS_MAX} rows; nothing was
   *     written
   */
  public void write(Recap recap, OutputStream out) throws IOException {
    RecapValues values = new RecapValues(recap);
    for (String list : RecapValues.LISTS.keySet()) {
      if (values.size(list) > ROWS_MAX) {
        out.close();
        throw new RecapTooLongException(values.size(list));
      }
    }
    try (OdfPackage odf = new OdfPackage(out, SHEETS, version)) {
      odf.part("meta.xml", "text/xml", meta(recap).getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, List<Piece>> part : template.filled().entrySet()) {
        folder(odf, part.getKey());
        try (OutputStream bytes = odf.part(part.getKey(), "text/xml")) {
          fill(part.getValue(), values, bytes);
        }
      }
      for (Map.Entry<String, byte[]> part : template.plain().entrySet()) {
        String type = RecapTemplate.mediaType(part.getKey());
        odf.part(
            part.getKey(), type, type.equals("text/xml") ? ours(part.getValue()) : part.getValue());
      }
    }
  }

  private static void folder(OdfPackage odf, String name) {
    int end = name.lastIndexOf('/');
    if (end > 0 && name.endsWith(RecapTemplate.CONTENT)) {
      odf.document(name.substring(0, end + 1), CHART);
    }
  }

  private byte[] ours(byte[] xml) {
    return versioned(new String(xml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private String versioned(String xml) {
    return VERSION.matcher(xml).replaceAll("office:version=\"" + version.text() + "\"");
  }

  private void fill(List<Piece> pieces, RecapValues values, OutputStream bytes) throws IOException {
    Writer out =
        new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_CHARS);
    StringBuilder xml = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Repeat repeat) {
        values.each(
            repeat.list(),
            row -> {
              xml.setLength(0);
              repeat.row().forEach(cell -> write(cell, values(repeat, row, values), xml));
              out.append(xml);
            });
      } else if (piece instanceof Piece.Verbatim verbatim) {
        out.append(template.layout().moved(versioned(verbatim.xml()), values));
      } else {
        xml.setLength(0);
        write(piece, values::single, xml);
        out.append(xml);
      }
    }
    out.flush();
  }

  /** In a row of a list its own places count, and beside them those of one value. */
  private static Function<String, @Nullable Cell> values(
      Piece.Repeat repeat, Function<String, @Nullable Cell> row, RecapValues values) {
    int prefix = repeat.list().length() + 1;
    return name ->
        name.startsWith(repeat.list() + ".")
            ? row.apply(name.substring(prefix))
            : values.single(name);
  }

  private static void write(
      Piece piece, Function<String, @Nullable Cell> values, StringBuilder xml) {
    if (piece instanceof Piece.Verbatim verbatim) {
      xml.append(verbatim.xml());
    } else if (piece instanceof Piece.Inline inline) {
      CellText.inline(plain(of(values, inline.name())), xml);
    } else if (piece instanceof Piece.Whole whole) {
      cell(of(values, whole.name()), whole, xml);
    }
  }

  private static Cell of(Function<String, @Nullable Cell> values, String name) {
    return Objects.requireNonNull(values.apply(name), "the template was checked for its places");
  }

  private static void cell(Cell cell, Piece.Whole whole, StringBuilder xml) {
    xml.append("<table:table-cell").append(whole.attributes()).append(" office:value-type=\"");
    if (cell instanceof Cell.Text) {
      xml.append("string\"");
    } else if (cell instanceof Cell.Count number) {
      xml.append("float\" office:value=\"").append(number.number()).append('"');
    } else if (cell instanceof Cell.Share share) {
      xml.append("percentage\" office:value=\"").append(share.part()).append('"');
    } else if (cell instanceof Cell.Moment moment) {
      xml.append("date\" office:date-value=\"").append(ISO.format(moment.at())).append('"');
    } else if (cell instanceof Cell.Day day) {
      xml.append("date\" office:date-value=\"").append(day.date()).append('"');
    }
    xml.append('>');
    CellText.paragraphs(plain(cell), whole.before(), whole.after(), xml);
    xml.append("</table:table-cell>");
  }

  /**
   * As people of Indonesia write it; of what has a type, a program shows it by the cell's style.
   */
  private static String plain(Cell cell) {
    if (cell instanceof Cell.Count number) {
      return Long.toString(number.number());
    }
    if (cell instanceof Cell.Share share) {
      return String.format(Locale.ROOT, "%.1f", share.part() * 100).replace('.', ',') + "%";
    }
    if (cell instanceof Cell.Moment moment) {
      return MINUTE.format(moment.at());
    }
    if (cell instanceof Cell.Day day) {
      return DATE.format(day.date());
    }
    return ((Cell.Text) cell).text();
  }

  private String meta(Recap recap) {
    StringBuilder title = new StringBuilder();
    CellText.inline("Rekapitulasi pengaduan " + recap.head().title(), title);
    StringBuilder creator = new StringBuilder();
    CellText.inline(recap.names().authority(), creator);
    String at = ISO.format(LocalDateTime.ofInstant(recap.head().madeAt(), recap.head().zone()));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
         xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"\
         xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="%s"><office:meta>\
        <meta:generator>lapor</meta:generator><dc:title>%s</dc:title><dc:creator>%s</dc:creator>\
        <meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date>\
        <dc:language>id-ID</dc:language></office:meta></office:document-meta>
        """
        .formatted(
            version.text(),
            SPACE.matcher(title).replaceAll(" "),
            SPACE.matcher(creator).replaceAll(" "),
            at,
            at);
  }
}
