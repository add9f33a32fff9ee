package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.bintan.desk.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request for a ticket, read and checked against the limits of this system. */
final class TicketForm {
  private final FieldReader reader;
  private final String subject;
  private final String reference;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private TicketForm(JsonNode body) {
    reader = new FieldReader(body);
    subject = reader.text("judul", 5, 100);
    reference = reader.text("no_referensi", 0, 40);
    keep("Uraian", reader.text("uraian", 20, 1000));
    keep("Lokasi", reader.text("lokasi", 0, 200));
    keep("Tanggal kejadian", reader.date("tanggal_kejadian"));
    keep("Kategori", reader.text("kategori", 0, 60));
    keep("Status di portal", reader.text("status_portal", 0, 100));
    keep("Prioritas", reader.number("prioritas", 1, 4));
    reader.object("pelapor").ifPresent(this::readReporter);
    keep("Lampiran", String.join(", ", Attachments.names(body.path("lampiran"), reader)));
  }

  static TicketForm read(JsonNode body) {
    return new TicketForm(body);
  }

  private void readReporter(FieldReader reporter) {
    keep("Nama pelapor", reporter.text("nama", 0, 100));
    keep("Telepon", reporter.text("telepon", 0, 20));
    keep("Surel", reporter.text("surel", 0, 100));
  }

  private void keep(String label, String value) {
    if (!value.isEmpty()) {
      fields.put(label, value);
    }
  }

  boolean isRefused() {
    return !faults().isEmpty();
  }

  List<Fault> faults() {
    return reader.faults();
  }

  String reference() {
    return reference;
  }

  Submission submission(String unit, String rawRequest) {
    return new Submission(unit, reference, subject, fields, rawRequest);
  }
}
