package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the body's expression over an invented complaint before start: whether it gives an object,
 * carries our reference where a search relies on it, and carries the whole text where it cuts.
 */
final class BodyTrial {
  private static final String REFERENCE = "731946205812";
  private static final AgencyComplaint.Facts FACTS =
      new AgencyComplaint.Facts(
          new TrackingId(REFERENCE),
          "Lampu jalan padam ".repeat(10),
          "Lampu jalan padam sejak Senin. ".repeat(100),
          Optional.of(new Category("1398", "PENERANGAN JALAN")),
          new Classification(
              Classification.Kind.ORDINARY_COMPLAINT, "Pengaduan tidak berkadar pengawasan"),
          "Website",
          Optional.of(Instant.parse("2026-01-05T02:00:00Z")),
          Optional.of(LocalDate.of(2026, 1, 4)),
          "Jalan Merdeka",
          false,
          List.of());

  private BodyTrial() {}

  static void run(RestConfig config, YamlScalar written) {
    Reporter reporter = new Reporter("Pelapor", "0812", "pelapor@example.com");
    AgencyComplaint identified = new AgencyComplaint.Identified(FACTS, reporter);
    AgencyComplaint withheld = new AgencyComplaint.Withheld(FACTS);
    ComplaintView whole = new ComplaintView(config.zone(), TextLimits.NONE);
    ComplaintView cut = new ComplaintView(config.zone(), config.limits());
    try {
      Expression body = Expression.compile(config.create().body());
      String made = text(body, whole.of(identified));
      if (!made.startsWith("{") || !text(body, whole.of(withheld)).startsWith("{")) {
        written.problem("this gives no object for an invented complaint", "");
      } else {
        checkReference(config, made, written);
        checkFullText(cut.of(identified), text(body, cut.of(identified)), written);
      }
    } catch (ExpressionFailure e) {
      written.problem("for an invented complaint this " + e.getMessage(), "");
    }
  }

  private static void checkReference(RestConfig config, String made, YamlScalar written) {
    if (config.find().isPresent() && !made.contains(REFERENCE)) {
      written.problem("this carries no trackingId, by which 'find' searches", "");
    }
  }

  private static void checkFullText(Map<String, Object> view, String made, YamlScalar written) {
    if (view.get("fullText") instanceof Map<?, ?> fullText
        && !made.contains(String.valueOf(fullText.get("base64")))) {
      written.problem(
          "'limits' cuts texts, and this carries no fullText",
          "send fullText.fileName and fullText.base64 as an attached file");
    }
  }

  private static String text(Expression body, Map<String, Object> view) throws ExpressionFailure {
    return new String(Json.write(body.evaluate(view)), StandardCharsets.UTF_8);
  }
}
