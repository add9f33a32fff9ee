package id.aduan.lapor.bintan.front;

import static id.aduan.lapor.bintan.front.Html.escape;
import static java.util.stream.Collectors.joining;

import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.EntryKind;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.StatusWords;
import id.aduan.lapor.bintan.desk.Ticket;
import java.util.List;

/** The sections of the page of one ticket. */
final class TicketParts {

  private TicketParts() {}

  static String particulars(Ticket ticket, StatusWord status) {
    var fields =
        ticket.submission().fields().entrySet().stream()
            .map(field -> term(field.getKey(), field.getValue()))
            .collect(joining());
    return "<section aria-label=\"Data tiket\"><dl>\n"
        + term("Judul", ticket.subject())
        + term("Unit kerja", ticket.unit())
        + term("No. referensi", ticket.reference())
        + term("Status", status.label())
        + term("Diterima", LocalTimes.of(ticket.filedAt()))
        + fields
        + "</dl></section>\n";
  }

  private static String term(String label, String value) {
    return "<dt>%s</dt><dd class=\"teks\">%s</dd>\n".formatted(escape(label), escape(value));
  }

  static String history(List<Entry> entries) {
    var items = entries.stream().map(TicketParts::item).collect(joining());
    return """
        <section><h2>Riwayat</h2>
        <ol>
        %s</ol></section>
        """
        .formatted(items);
  }

  private static String item(Entry entry) {
    return """
        <li class="%s"><strong>%s</strong> oleh %s, %s (status %s)
        <div class="teks">%s</div></li>
        """
        .formatted(
            entry.isPublic() ? "publik" : "internal",
            label(entry.kind()),
            escape(entry.officer()),
            LocalTimes.of(entry.at()),
            escape(entry.status()),
            escape(entry.text()));
  }

  private static String label(EntryKind kind) {
    return switch (kind) {
      case ANSWER -> "Jawaban publik";
      case NOTE -> "Catatan internal";
      case STATUS -> "Perubahan status";
    };
  }

  static String forms(String path, String number, StatusWords words, StatusWord status) {
    var options =
        words.all().stream().map(word -> option(word, word.equals(status))).collect(joining());
    var statusField =
        "<p><label>Status <select name=\"status\">%s</select></label></p>".formatted(options);
    var textField =
        "<p><label>Isi <textarea name=\"isi\" required maxlength=\"8000\"></textarea></label></p>";
    return form(path, number, "jawab", "Jawaban publik", textField + statusField)
        + form(path, number, "catat", "Catatan internal", textField)
        + form(path, number, "status", "Ubah status", statusField);
  }

  private static String option(StatusWord word, boolean isSelected) {
    return "<option value=\"%s\"%s>%s</option>"
        .formatted(escape(word.code()), isSelected ? " selected" : "", escape(word.label()));
  }

  private static String form(
      String path, String number, String action, String heading, String fields) {
    return """
        <section><h2>%s</h2>
        <form method="post" action="%s">
        <input type="hidden" name="nomor" value="%s"><input type="hidden" name="aksi" value="%s">
        %s
        <p><label>Nama petugas <input name="petugas" required maxlength="100"></label></p>
        <p><button type="submit">Simpan</button></p>
        </form></section>
        """
        .formatted(escape(heading), path, escape(number), action, fields);
  }
}
