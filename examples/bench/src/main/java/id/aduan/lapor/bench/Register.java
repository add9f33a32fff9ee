package id.aduan.lapor.bench;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Leg;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A SQLite store with as many cases as asked, spread over the months of a year, each with its
 * clocks and one or two legs; two of three are answered, half of them have ended, one in twenty is
 * secret.
 */
final class Register {
  private static final int CASES_PER_COMMIT = 1000;
  private static final int FIRST_ID = 8_000_000;
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int MINUTES = 364 * 24 * 60;
  private static final List<AgencyCode> AGENCIES =
      List.of(new AgencyCode("dishub"), new AgencyCode("pupr"), new AgencyCode("dinkes"));
  private static final Classification.Kind[] KINDS = Classification.Kind.values();

  private final Random chance;
  private final Clockwork clockwork;

  Register(long seed) {
    Deadlines deadlines = Deadlines.national();
    this.chance = new Random(seed);
    this.clockwork = new Clockwork(deadlines.rules(), deadlines.offices(), deadlines.steps());
  }

  /** Makes it, or fills one that is there. */
  void write(Path file, int cases) {
    try (JdbcStore store =
        JdbcStore.sqlite(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)))) {
      for (int done = 0; done < cases; done += CASES_PER_COMMIT) {
        int first = done;
        int unused =
            store.inTransaction(
                tx -> {
                  int last = Math.min(cases, first + CASES_PER_COMMIT);
                  for (int i = first; i < last; i++) {
                    save(store, tx, i);
                  }
                  return last;
                });
      }
    }
  }

  private void save(JdbcStore store, Tx tx, int number) {
    TrackingId id = new TrackingId(Integer.toString(FIRST_ID + number));
    Instant received = FIRST.plus(Duration.ofMinutes(chance.nextInt(MINUTES)));
    AgencyCode agency = AGENCIES.get(chance.nextInt(AGENCIES.size()));
    Instant routed = received.plus(Duration.ofHours(chance.nextInt(100)));
    Instant answered = routed.plus(Duration.ofHours(1 + chance.nextInt(400)));
    boolean isAnswered = chance.nextInt(3) > 0;
    boolean isClosed = isAnswered && chance.nextInt(4) > 0;
    Complaint complaint = complaint(id, number, received, isAnswered, isClosed);
    CaseRecord.Assignment why =
        new CaseRecord.Assignment(agency, "CATEGORY", "mapping.yaml:4", "bench");
    store
        .complaints()
        .save(
            tx,
            new CaseRecord(
                complaint, OptionalLong.empty(), Optional.empty(), received, Optional.of(why)));
    store.legs().save(tx, leg(id, true, why, routed, isAnswered, answered));
    if (chance.nextInt(5) == 0) {
      AgencyCode other = AGENCIES.get((AGENCIES.indexOf(agency) + 1) % AGENCIES.size());
      CaseRecord.Assignment also =
          new CaseRecord.Assignment(other, "CATEGORY", "mapping.yaml:5", "bench");
      store.legs().save(tx, leg(id, false, also, routed, false, answered));
    }
    List<Occurrence> events = new ArrayList<>();
    events.add(Occurrence.of(CaseEvent.RECEIVED, received));
    events.add(Occurrence.of(CaseEvent.ARRIVED, received.plusSeconds(30)));
    events.add(Occurrence.of(CaseEvent.ROUTED, routed, agency));
    if (isAnswered) {
      events.add(Occurrence.of(CaseEvent.ANSWERED, answered, agency));
    }
    if (isClosed) {
      events.add(Occurrence.of(CaseEvent.CLOSED, answered.plus(Duration.ofDays(10))));
    }
    store
        .clocks()
        .save(
            tx,
            clockwork.compute(
                id,
                new CaseFacts(
                    complaint.classification().kind(), complaint.visibility(), Optional.of(agency)),
                events,
                List.of()));
  }

  private Complaint complaint(
      TrackingId id, int number, Instant received, boolean answered, boolean closed) {
    Status.Stage stage =
        closed
            ? Status.Stage.CLOSED
            : answered ? Status.Stage.IN_PROGRESS : Status.Stage.UNVERIFIED;
    return new Complaint(
        id,
        "Lampu jalan padam di simpang pasar sudah tiga minggu, nomor " + number,
        "Mohon segera diperbaiki, warga desa kesulitan melintas pada malam hari. ".repeat(6),
        Optional.of(new Category("1398", "Penerangan Jalan")),
        new Classification(KINDS[chance.nextInt(KINDS.length)], ""),
        number % 3 == 0 ? "SMS" : "Website",
        new Visibility(Flag.FALSE, chance.nextInt(20) == 0 ? Flag.TRUE : Flag.FALSE),
        Optional.of(received),
        Optional.empty(),
        "Kecamatan Bintan Timur, Kabupaten Bintan",
        new Status(stage, Status.Actor.UNKNOWN, ""),
        Optional.empty(),
        List.of(),
        new Reporter("Nama " + number, "0812" + number, "bench" + number + "@example.invalid"),
        List.of());
  }

  private static Leg leg(
      TrackingId id,
      boolean lead,
      CaseRecord.Assignment why,
      Instant since,
      boolean isAnswered,
      Instant answered) {
    return new Leg(
        id,
        why.agency(),
        1,
        Leg.State.ACTIVE,
        lead,
        why,
        Handling.IN_PROGRESS,
        "diproses",
        Optional.empty(),
        since,
        Optional.empty(),
        isAnswered ? Optional.of(answered) : Optional.empty(),
        "");
  }
}
