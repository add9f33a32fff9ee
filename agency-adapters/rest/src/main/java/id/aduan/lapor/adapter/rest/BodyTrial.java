package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a body's expression over an invented complaint before start: whether it gives an object,
 * carries our reference where a search relies on it, and carries the whole text where it cuts. One
 * that updates a ticket must say which, and leave nothing out where the reporter is withheld (C24).
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
          Status.UNKNOWN,
          List.of(),
          List.of(),
          1,
          Map.of(),
          List.of());

  private static final String TICKET = "7319-46205-812";
  private static final Reporter REPORTER = new Reporter("Pelapor", "0812", "pelapor@example.com");

  private final RestConfig config;
  private final Expression body;
  private final String ticket;
  private final YamlScalar written;

  private BodyTrial(RestConfig config, String body, String ticket, YamlScalar written) {
    this.config = config;
    this.body = Expression.compile(body);
    this.ticket = ticket;
    this.written = written;
  }

  static void create(RestConfig config, YamlScalar written) {
    new BodyTrial(config, config.create().body(), "", written)
        .run(
            (named, withheld) -> {
              if (config.find().isPresent() && !named.text().contains(REFERENCE)) {
                written.problem("this carries no trackingId, by which 'find' searches", "");
              }
            });
  }

  static void update(RestConfig config, RestConfig.Update update, YamlScalar written) {
    new BodyTrial(config, update.body(), TICKET, written)
        .run(
            (named, withheld) -> {
              String sent = update.path() + named.text();
              if (Stream.of("{ticket}", "{reference}", TICKET, REFERENCE)
                  .noneMatch(sent::contains)) {
                written.problem("neither this nor 'path' says which ticket is meant", "");
              }
              leftOut(named.made(), withheld.made())
                  .ifPresent(
                      key ->
                          written.problem(
                              "where the reporter is withheld this leaves out '"
                                  + key
                                  + "', and what the system has there would stay",
                              "write null, or another text, such as: reporter ? reporter.name"
                                  + " : null"));
            });
  }

  /** What the body is for an invented complaint, as it goes out too. */
  private record Made(Map<?, ?> made, String text) {}

  /** What is looked at in the bodies for a named and for a withheld reporter. */
  private interface Check {
    void of(Made named, Made withheld);
  }

  private void run(Check check) {
    AgencyComplaint identified = new AgencyComplaint.Identified(FACTS, REPORTER);
    AgencyComplaint withheld = new AgencyComplaint.Withheld(FACTS);
    ComplaintView whole = new ComplaintView(config.zone(), TextLimits.NONE);
    ComplaintView cut = new ComplaintView(config.zone(), config.limits());
    try {
      Optional<Made> named = made(whole.of(identified));
      Optional<Made> unnamed = made(whole.of(withheld));
      if (named.isEmpty() || unnamed.isEmpty()) {
        written.problem("this gives no object for an invented complaint", "");
      } else {
        check.of(named.get(), unnamed.get());
        Map<String, Object> view = cut.of(identified);
        checkFullText(view, made(view).map(Made::text).orElse(""));
      }
    } catch (ExpressionFailure e) {
      written.problem("for an invented complaint this " + e.getMessage(), "");
    }
  }

  private void checkFullText(Map<String, Object> view, String made) {
    if (view.get("fullText") instanceof Map<?, ?> fullText
        && !made.contains(String.valueOf(fullText.get("base64")))) {
      written.problem(
          "'limits' cuts texts, and this carries no fullText",
          "send fullText.fileName and fullText.base64 as an attached file");
    }
  }

  private Optional<Made> made(Map<String, Object> view) throws ExpressionFailure {
    if (!ticket.isEmpty()) {
      view.put("ticket", ticket);
    }
    return body.evaluate(view) instanceof Map<?, ?> map
        ? Optional.of(new Made(map, new String(Json.write(map), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** The first key, at any depth, that one body has and the other has not. */
  private static Optional<String> leftOut(Map<?, ?> named, Map<?, ?> withheld) {
    for (Map.Entry<?, ?> entry : named.entrySet()) {
      if (!withheld.containsKey(entry.getKey())) {
        return Optional.of(String.valueOf(entry.getKey()));
      }
      if (entry.getValue() instanceof Map<?, ?> inner
          && withheld.get(entry.getKey()) instanceof Map<?, ?> other) {
        Optional<String> below = leftOut(inner, other);
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return Optional.empty();
  }
}
