package id.aduan.lapor.runner.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.portal.PortalFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a local report from JSON, strictly and within bounds (S8): UTF-8, no unknown key, none
 * twice, nothing of another type, at most {@link #FILES_MAX} files of {@link #FILE_BYTES_MAX}. What
 * it must look like is {@code local-report.schema.json}.
 */
public final class ReportReader {
  /** The most bytes of a report with its files, which are a third longer in JSON. */
  public static final int BYTES_MAX = 36 * 1024 * 1024;

  /** However much the configuration lets through. */
  public static final int FILES_MAX = 10;

  public static final int FILE_BYTES_MAX = 10 * 1024 * 1024;
  private static final int NAME_CHARACTERS_MAX = 200;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxNumberLength(20)
                  .maxNameLength(100)
                  .maxStringLength(FILE_BYTES_MAX / 3 * 4 + 4)
                  .build())
          .build();

  private final JsonParser in;

  private ReportReader(JsonParser in) {
    this.in = in;
  }

  /**
   * Reads one.
   *
   * @throws ReportFault for the first thing that is wrong with it
   */
  public static HandedIn read(byte[] json) {
    if (json.length > BYTES_MAX) {
      throw new ReportFault("a report with its files has at most " + BYTES_MAX + " bytes");
    }
    InputStreamReader text =
        new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder());
    try (JsonParser in = JSON.createParser(text)) {
      return new ReportReader(in).report();
    } catch (CharacterCodingException e) {
      throw new ReportFault("the report is not UTF-8");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ReportFault(
          "line %d, column %d: this is no JSON, or a key twice, or more than is taken"
              .formatted(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
    } catch (IOException e) {
      throw new ReportFault("the report could not be read");
    }
  }

  private HandedIn report() throws IOException {
    in.nextToken();
    Fields top =
        object(
            "a report",
            List.of("source", "number", "title", "content", "category", "classification"),
            List.of("incidentOn", "anonymous", "secret", "reporter", "institution", "files"));
    if (in.nextToken() != null) {
      throw fault("something stands behind the report");
    }
    for (String key : List.of("source", "number", "content", "anonymous", "secret")) {
      if (!top.has(key)) {
        throw new ReportFault("the report has no '" + key + "'");
      }
    }
    try {
      return new HandedIn(
          new LocalReport(
              source(top.text("source")),
              top.text("number"),
              top.text("title"),
              top.text("content"),
              top.optional("category"),
              top.optional("classification"),
              top.optional("incidentOn").map(ReportReader::day),
              top.flag("anonymous"),
              top.flag("secret"),
              top.reporter,
              top.optional("institution")),
          top.files);
    } catch (IllegalArgumentException e) {
      throw new ReportFault(String.valueOf(e.getMessage()));
    }
  }

  private static AgencyCode source(String text) {
    try {
      return new AgencyCode(text);
    } catch (IllegalArgumentException e) {
      throw new ReportFault("source is 1 to 32 lower-case letters, digits and hyphens");
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ReportFault("incidentOn is a day, as 2026-11-20");
    }
  }

  /** What was read of one object. */
  private static final class Fields {
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Boolean> flags = new TreeMap<>();
    private final List<PortalFile> files = new ArrayList<>();
    private Reporter reporter = Reporter.NOBODY;
    private byte[] bytes = new byte[0];

    boolean has(String key) {
      return texts.containsKey(key) || flags.containsKey(key);
    }

    String text(String key) {
      return texts.getOrDefault(key, "");
    }

    Optional<String> optional(String key) {
      return Optional.of(text(key)).filter(it -> !it.isEmpty());
    }

    boolean flag(String key) {
      return flags.getOrDefault(key, true);
    }
  }

  private Fields object(String what, List<String> known, List<String> more) throws IOException {
    if (!in.hasToken(JsonToken.START_OBJECT)) {
      throw fault(what + " is a JSON object");
    }
    Fields fields = new Fields();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      if (!known.contains(key) && !more.contains(key)) {
        throw fault("a key of " + what + " is not known; known are " + known + more);
      }
      in.nextToken();
      field(key, fields);
    }
    return fields;
  }

  private void field(String key, Fields fields) throws IOException {
    switch (key) {
      case "anonymous", "secret" -> fields.flags.put(key, truth(key));
      case "category", "classification", "institution" -> fields.texts.put(key, number(key));
      case "reporter" -> fields.reporter = reporter();
      case "files" -> files(fields.files);
      case "base64" -> fields.bytes = bytes();
      default -> fields.texts.put(key, text(key));
    }
  }

  private Reporter reporter() throws IOException {
    Fields person = object("the reporter", List.of("name", "phone", "email"), List.of());
    return new Reporter(person.text("name"), person.text("phone"), person.text("email"));
  }

  private void files(List<PortalFile> files) throws IOException {
    if (!in.hasToken(JsonToken.START_ARRAY)) {
      throw fault("'files' is a list");
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Fields file = object("a file", List.of("name", "type", "base64"), List.of());
      if (files.size() == FILES_MAX) {
        throw fault("a report has at most " + FILES_MAX + " files");
      }
      if (file.text("type").isEmpty()) {
        throw fault("a file has no 'type'");
      }
      try {
        files.add(attached(file.text("name"), file.text("type"), file.bytes));
      } catch (IllegalArgumentException e) {
        throw fault(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * A file of a report. What its name says of folders is left away.
   *
   * @throws IllegalArgumentException for a name or type of another form
   */
  public static PortalFile attached(String name, String type, byte[] bytes) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (last.isBlank() || last.length() > NAME_CHARACTERS_MAX || hasControls(last)) {
      throw new IllegalArgumentException("the name of a file is a line of 1 to 200 characters");
    }
    if (!type.matches("[a-z]+/[a-z0-9.+-]{1,100}")) {
      throw new IllegalArgumentException("the type of a file is one such as image/jpeg");
    }
    return new PortalFile(last, type, bytes);
  }

  private static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.SURROGATE);
  }

  private boolean truth(String key) throws IOException {
    if (!in.currentToken().isBoolean()) {
      throw fault("'" + key + "' is true or false");
    }
    return in.getBooleanValue();
  }

  private String number(String key) throws IOException {
    return in.hasToken(JsonToken.VALUE_NUMBER_INT) ? in.getText() : text(key);
  }

  private String text(String key) throws IOException {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      throw fault("'" + key + "' is text");
    }
    return in.getText();
  }

  private byte[] bytes() throws IOException {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      throw fault("'base64' is text");
    }
    try {
      return in.getBinaryValue();
    } catch (JsonProcessingException e) {
      throw fault("'base64' is no Base64");
    }
  }

  private ReportFault fault(String what) {
    var at = in.currentTokenLocation();
    return new ReportFault(
        "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what));
  }
}
