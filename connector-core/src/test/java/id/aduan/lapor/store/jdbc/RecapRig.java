package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.RecapReading;
import id.aduan.lapor.sync.RecapReading.Asked;
import id.aduan.lapor.sync.RecapReading.Page;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A store with cases for recaps. */
abstract class RecapRig extends StoreRig {
  static final String FIRST_FOLLOW_UP = "sp4n.first_followup";
  static final Instant FROM = NOW.minus(Duration.ofDays(30));
  static final Asked ALL = new Asked(FROM, NOW, Optional.empty(), false);

  static CaseRecord record(String id, Instant received, Stage stage, Flag secret) {
    return record(id, received, stage, secret, "Jalan rusak");
  }

  static CaseRecord record(String id, Instant received, Stage stage, Flag secret, String title) {
    Complaint complaint =
        new Complaint(
            new TrackingId(id),
            title,
            "ZZPII isi",
            Optional.empty(),
            Classification.UNKNOWN,
            "Website",
            new Visibility(Flag.FALSE, secret),
            Optional.of(received),
            Optional.empty(),
            "Bintan",
            new Status(stage, Actor.UNKNOWN, ""),
            Optional.empty(),
            List.of(),
            new Reporter("ZZPII nama", "ZZPII", "zzpii@example.invalid"),
            List.of());
    return new CaseRecord(
        complaint,
        OptionalLong.empty(),
        Optional.of(received.plusSeconds(60)),
        received,
        Optional.of(new Assignment(new AgencyCode("dishub"), "CATEGORY", "mapping.yaml:7", "1")));
  }

  void save(List<CaseRecord> records) {
    boolean unused =
        store.inTransaction(
            tx -> {
              records.forEach(it -> store.complaints().save(tx, it));
              return true;
            });
  }

  List<RecapRow> all(Asked asked) {
    List<RecapRow> rows = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      Page page = new RecapReading(store, Deadlines.national()).page(asked, after.get(), NOW);
      rows.addAll(page.rows());
      after = page.last();
    }
    return rows;
  }

  static Leg leg(String agency, boolean lead, Leg.State state, Instant since) {
    return leg(
        agency,
        lead,
        state,
        since,
        state == Leg.State.ACTIVE ? Optional.of(since.plusSeconds(500)) : Optional.empty());
  }

  static Leg leg(
      String agency, boolean lead, Leg.State state, Instant since, Optional<Instant> answered) {
    return leg(agency, lead, state, since, answered, Handling.UNKNOWN);
  }

  static Leg leg(
      String agency,
      boolean lead,
      Leg.State state,
      Instant since,
      Optional<Instant> answered,
      Handling handling) {
    return new Leg(
        new TrackingId("9000001"),
        new AgencyCode(agency),
        1,
        state,
        lead,
        new Assignment(new AgencyCode(agency), "CATEGORY", "mapping.yaml:7", "1"),
        handling,
        "",
        Optional.empty(),
        since,
        Optional.empty(),
        answered,
        "");
  }

  static Asked of(String agency) {
    return new Asked(FROM, NOW, Optional.of(new AgencyCode(agency)), false);
  }

  static Timing timing(RecapRow row, String rule) {
    return row.clocks().stream().filter(it -> it.rule().equals(rule)).findFirst().orElseThrow();
  }

  void save(List<Leg> legs, List<Occurrence> events) {
    TrackingId id = new TrackingId("9000001");
    Deadlines deadlines = Deadlines.national();
    CaseClocks clocks =
        new Clockwork(deadlines.rules(), deadlines.offices(), deadlines.steps())
            .compute(
                id,
                new CaseFacts(
                    Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.empty()),
                events,
                List.of());
    boolean unused =
        store.inTransaction(
            tx -> {
              legs.forEach(it -> store.legs().save(tx, it));
              if (!events.isEmpty()) {
                store.clocks().save(tx, clocks);
              }
              return true;
            });
  }
}
