package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields of a JSON object and collects what is wrong with them; a bad field reads as "". */
final class FieldReader {
  private final JsonNode object;
  private final String prefix;
  private final List<Fault> faults;

  FieldReader(JsonNode object) {
    this(object, "", new ArrayList<>());
  }

  private FieldReader(JsonNode object, String prefix, List<Fault> faults) {
    this.object = object;
    this.prefix = prefix;
    this.faults = faults;
  }

  /** Lengths count code points; a minimum above 0 makes the field required. */
  String text(String name, int lengthMin, int lengthMax) {
    var node = object.path(name);
    if (isAbsent(node)) {
      return lengthMin > 0 ? fault(name, "Wajib diisi.") : "";
    }
    if (!node.isTextual()) {
      return fault(name, "Harus berupa teks.");
    }
    var text = node.textValue();
    int length = text.codePointCount(0, text.length());
    if (length < lengthMin) {
      return fault(name, "Paling sedikit " + lengthMin + " karakter.");
    }
    return length > lengthMax ? fault(name, "Paling banyak " + lengthMax + " karakter.") : text;
  }

  String date(String name) {
    var text = text(name, 0, 10);
    try {
      return text.isEmpty() ? "" : LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      return fault(name, "Harus berupa tanggal, misalnya 2026-11-25.");
    }
  }

  String number(String name, int min, int max) {
    var node = object.path(name);
    if (isAbsent(node)) {
      return "";
    }
    if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
      return fault(name, "Harus berupa bilangan %d sampai %d.".formatted(min, max));
    }
    return Integer.toString(node.intValue());
  }

  /** A reader of an object inside this one, which reports to this one. */
  Optional<FieldReader> object(String name) {
    var node = object.path(name);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isObject()) {
      fault(name, "Harus berupa objek.");
      return Optional.empty();
    }
    return Optional.of(new FieldReader(node, prefix + name + ".", faults));
  }

  String fault(String name, String message) {
    faults.add(new Fault(prefix + name, message));
    return "";
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
