package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.portal.profile.Words;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gathers what could be read but is not known (F63), each once: names of fields and words, never a
 * text of somebody. Not for use by several threads.
 */
final class V3Unfamiliar {
  private static final int NOTES_MAX = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");
  private final Words words;
  private final Set<String> notes = new LinkedHashSet<>();

  V3Unfamiliar(Words words) {
    this.words = words;
  }

  void note(String note) {
    if (notes.size() < NOTES_MAX) {
      notes.add(note);
    }
  }

  /** The names at the top of an object that are not among these. */
  void fields(JsonNode object, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        note("field: " + (NAME.matcher(name).matches() ? name : "(a name of another form)"));
      }
    }
  }

  /** A time that was read; one that is there and could not be is told by its field. */
  <T> Optional<T> time(Enum<?> field, String text, Optional<T> read) {
    if (read.isEmpty() && !text.isBlank()) {
      note("time: " + field.name());
    }
    return read;
  }

  Status told(Status status) {
    words.unfamiliar(status).ifPresent(this::note);
    return status;
  }

  Classification told(Classification classification) {
    words.unfamiliar(classification).ifPresent(this::note);
    return classification;
  }

  List<String> list() {
    return List.copyOf(notes);
  }
}
