package id.aduan.lapor.portal.export;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.PortalExport.Row;
import id.aduan.lapor.portal.PortalExport.Told;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.profile.Words.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands a row below the header. Of the two texts the reporter's own is the complaint's: an
 * administrator's edits are mostly of letters' case, and an agency answers the reporter; the other
 * one is kept with the row (portal-wire 4.3). Immutable.
 */
final class RowReader {
  private static final Pattern MARKS = Pattern.compile("[|,;/]");

  private final Header header;
  private final boolean from1904;
  private final ExportSettings settings;

  RowReader(Header header, boolean from1904, ExportSettings settings) {
    this.header = header;
    this.from1904 = from1904;
    this.settings = settings;
  }

  /** What makes a row unusable. */
  private static final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Column column;
    private final String what;

    BadCell(Column column, String what) {
      super(what);
      this.column = column;
      this.what = what;
    }
  }

  Row read(SheetRow row) {
    for (Cell cell : row.cells()) {
      Optional<String> fault = fault(cell);
      if (fault.isPresent()) {
        return new Bad(row.number(), column(cell), fault.get());
      }
    }
    try {
      return told(row);
    } catch (BadCell e) {
      return new Bad(row.number(), e.column.title(), e.what);
    }
  }

  private static Optional<String> fault(Cell cell) {
    return switch (cell.kind()) {
      case FORMULA -> Optional.of("holds a formula, which is not worked out here");
      case ERROR -> Optional.of("holds an error of a spreadsheet program");
      case NUMBER -> Optional.empty();
      case TEXT -> isWritable(cell.text()) ? Optional.empty() : Optional.of("holds U+0000");
    };
  }

  private static boolean isWritable(String text) {
    return text.indexOf(0) < 0;
  }

  /** A name of the file's own is not repeated: what stands there is anybody's. */
  private String column(Cell cell) {
    return Column.named(header.name(cell.column()))
        .map(Column::title)
        .orElseGet(() -> "column " + Cell.letters(cell.column()));
  }

  private Told told(SheetRow row) throws BadCell {
    Optional<Institution> institution = institution(row);
    Status status = status(row);
    Classification classification =
        settings.words().classification(text(row, Column.CLASSIFICATION));
    String content = text(row, Column.FIRST_TEXT);
    Complaint complaint =
        new Complaint(
            trackingId(row),
            text(row, Column.TITLE),
            content.isEmpty() ? text(row, Column.LAST_TEXT) : content,
            category(row),
            classification,
            text(row, Column.CHANNEL),
            visibility(text(row, Column.TYPE)),
            Optional.of(receivedAt(row)),
            Optional.empty(),
            location(row),
            status,
            institution,
            List.of(),
            reporter(row),
            List.of());
    PortalState state =
        new PortalState(
            complaint,
            OptionalLong.empty(),
            Optional.empty(),
            !complaint.content().isEmpty(),
            List.of(),
            unfamiliar(status, classification));
    boolean unnamed = institution.filter(it -> it.id().isEmpty()).isPresent();
    return new Told(row.number(), state, whole(row), rest(row, complaint), unnamed);
  }

  private List<String> unfamiliar(Status status, Classification classification) {
    return Stream.concat(
            settings.words().unfamiliar(status).stream(),
            settings.words().unfamiliar(classification).stream())
        .toList();
  }

  private TrackingId trackingId(SheetRow row) throws BadCell {
    String text = text(row, Column.TRACKING_ID);
    try {
      return TrackingId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadCell(
          Column.TRACKING_ID, text.isEmpty() ? "is empty" : "is not a number of 5 to 15 digits");
    }
  }

  private Status status(SheetRow row) throws BadCell {
    String text = text(row, Column.STATUS);
    if (text.isEmpty()) {
      throw new BadCell(Column.STATUS, "is empty");
    }
    return settings.words().status(Vocabulary.EXPORT, text);
  }

  private Instant receivedAt(SheetRow row) throws BadCell {
    Optional<Cell> dayCell = header.cell(row, Column.DAY);
    LocalDate day =
        dayCell
            .flatMap(cell -> ExportTimes.day(cell, from1904))
            .orElseThrow(() -> new BadCell(Column.DAY, "is not a day such as 29 May 2023"));
    LocalTime time =
        header
            .cell(row, Column.TIME)
            .flatMap(ExportTimes::time)
            .orElseThrow(() -> new BadCell(Column.TIME, "is not a time such as 04:05:34"));
    return day.atTime(time).atZone(settings.zone()).toInstant();
  }

  private Optional<Category> category(SheetRow row) {
    String id = text(row, Column.CATEGORY_ID);
    return id.isEmpty() || id.equals("0")
        ? Optional.empty()
        : Optional.of(new Category(id, text(row, Column.CATEGORY)));
  }

  private Optional<Institution> institution(SheetRow row) {
    String id = text(row, Column.INSTITUTION_ID);
    String name = text(row, Column.INSTITUTION);
    if (!id.isEmpty() && !id.equals("0")) {
      return Optional.of(new Institution(id, name));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(settings.institutions().named(name));
  }

  /** What is empty is neither; a word that nobody knows may say either (portal-wire 4.2, C14). */
  private static Visibility visibility(String text) {
    boolean anonymous = false;
    boolean secret = false;
    for (String word : MARKS.split(Column.plain(text), -1)) {
      switch (word.strip()) {
        case "" -> {}
        case "anonim" -> anonymous = true;
        case "rahasia" -> secret = true;
        default -> {
          return Visibility.UNKNOWN;
        }
      }
    }
    return new Visibility(Flag.of(anonymous), Flag.of(secret));
  }

  private String location(SheetRow row) {
    return Stream.of(Column.VILLAGE, Column.DISTRICT, Column.CITY, Column.PROVINCE)
        .map(column -> text(row, column))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Reporter reporter(SheetRow row) {
    String name = text(row, Column.REPORTER);
    return name.isEmpty() ? Reporter.NOBODY : new Reporter(name, "", "");
  }

  private String text(SheetRow row, Column column) {
    return header.cell(row, column).map(RowReader::text).orElse("");
  }

  /** Blanks around a text are nobody's words; those in it stay as they are. */
  private static String text(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER ? Numbers.plain(cell.text()) : stripped(cell.text());
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return character == '\u00a0' || Character.isWhitespace(character);
  }

  private byte[] whole(SheetRow row) {
    StringBuilder text = new StringBuilder();
    for (Cell cell : row.cells()) {
      text.append(header.name(cell.column())).append('\0').append(plain(cell)).append('\0');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] rest(SheetRow row, Complaint complaint) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Cell cell : row.cells()) {
      String text = plain(cell);
      Optional<Column> known = header.known(cell.column());
      if (known.isEmpty() || !known.get().isHeld(text, complaint)) {
        String name = header.name(cell.column());
        if (columns.putIfAbsent(name, text) != null) {
          columns.put(name + " " + Cell.letters(cell.column()), text);
        }
      }
    }
    return ModelJson.write(columns);
  }

  private static String plain(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER ? Numbers.plain(cell.text()) : cell.text();
  }
}
