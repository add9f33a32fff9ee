package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** A case that a test knows all of, so that it can count without the code that it tests. */
record RecapCase(
    String id,
    Instant received,
    Stage stage,
    Classification.Kind kind,
    String channel,
    List<String> agencies,
    boolean moved,
    boolean secret,
    boolean gone,
    Kept verification,
    Kept followUp,
    Optional<Instant> answered,
    Optional<Instant> closed) {
  static final String VERIFICATION = "sp4n.verify_forward";
  static final String FOLLOW_UP = "sp4n.first_followup";

  /** Where the case went first, and has been taken from again. */
  static final String FORMER = "dinkes";

  private static final List<List<String>> AGENCIES =
      List.of(List.of(), List.of("dishub"), List.of("pupr"), List.of("pupr", "dishub"));
  private static final List<Stage> STAGES =
      List.of(
          Stage.UNVERIFIED,
          Stage.WAITING_FOR_REPORTER,
          Stage.IN_PROGRESS,
          Stage.REPORTER_REPLIED,
          Stage.UNKNOWN);
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** How a clock stands on the day of {@link Shell#NOW}. */
  enum Kept {
    MET(Clock.State.MET, LocalDate.of(2026, 11, 20)),
    MISSED(Clock.State.MISSED, LocalDate.of(2026, 11, 20)),
    DROPPED(Clock.State.DROPPED, LocalDate.of(2026, 11, 20)),
    RUNNING(Clock.State.RUNNING, LocalDate.of(2026, 12, 30)),
    OVERDUE(Clock.State.RUNNING, LocalDate.of(2026, 12, 1)),
    PAUSED(Clock.State.PAUSED, LocalDate.of(2026, 12, 1)),
    NONE(Clock.State.REPLACED, LocalDate.of(2026, 11, 20));

    private final Clock.State state;
    private final LocalDate due;

    Kept(Clock.State state, LocalDate due) {
      this.state = state;
      this.due = due;
    }
  }

  boolean isOverdue() {
    return !gone && (verification == Kept.OVERDUE || followUp == Kept.OVERDUE);
  }

  boolean isOpen() {
    return !gone && closed.isEmpty() && stage != Stage.UNKNOWN;
  }

  /** Where it stands in the figures. */
  String standing() {
    return gone ? "GONE" : stage.name();
  }

  /** When it had nothing more to do with anybody. */
  Optional<Instant> ended() {
    return closed.or(() -> gone ? Optional.of(received) : Optional.empty());
  }

  /** A clock that ran when the portal had the case no more ended with it. */
  Kept standing(Kept kept) {
    return switch (kept) {
      case RUNNING, OVERDUE, PAUSED -> gone ? Kept.DROPPED : kept;
      case MET, MISSED, DROPPED, NONE -> kept;
    };
  }

  /** Any case, received at this moment. */
  static RecapCase any(int number, Instant received, Random chance) {
    boolean isAnswered = chance.nextInt(3) > 0;
    Optional<Instant> answered =
        isAnswered
            ? Optional.of(received.plusSeconds(86_400L * (1 + chance.nextInt(20))))
            : Optional.empty();
    Optional<Instant> closed =
        answered.filter(at -> chance.nextBoolean()).map(at -> at.plusSeconds(86_400L * 10));
    Stage stage = closed.isPresent() ? Stage.CLOSED : STAGES.get(chance.nextInt(STAGES.size()));
    // A case that has ended has no clock that runs.
    int states = closed.isPresent() ? 3 : Kept.values().length;
    List<String> agencies = AGENCIES.get(chance.nextInt(AGENCIES.size()));
    return new RecapCase(
        String.valueOf(8_500_000 + number),
        received,
        stage,
        List.of(Classification.Kind.values()).get(chance.nextInt(5)),
        List.of("Website", "SMS", "Mobile", "").get(chance.nextInt(4)),
        agencies,
        !agencies.isEmpty() && chance.nextInt(4) == 0,
        chance.nextInt(10) == 0,
        chance.nextInt(25) == 0,
        Kept.values()[chance.nextInt(states)],
        Kept.values()[chance.nextInt(states)],
        answered,
        closed);
  }

  void save(CaseStore store, Tx tx) {
    TrackingId tracking = new TrackingId(id);
    store
        .complaints()
        .save(
            tx,
            new CaseRecord(
                complaint(tracking),
                OptionalLong.empty(),
                Optional.empty(),
                received,
                agencies.stream().findFirst().map(RecapCase::why)));
    for (String agency : agencies) {
      boolean lead = agency.equals(agencies.get(0));
      store.legs().save(tx, leg(tracking, agency, Leg.State.ACTIVE, lead));
    }
    if (moved) {
      store.legs().save(tx, leg(tracking, FORMER, Leg.State.MOVED, false));
    }
    if (gone) {
      Follow follow =
          new Follow(
              tracking, Follow.Phase.GONE, Follow.NEVER, Duration.ZERO, Optional.of(received));
      store.follows().save(tx, follow);
    }
    List<Occurrence> events = new ArrayList<>();
    events.add(Occurrence.of(CaseEvent.RECEIVED, received));
    answered.ifPresent(at -> events.add(Occurrence.of(CaseEvent.ANSWERED, at)));
    closed.ifPresent(at -> events.add(Occurrence.of(CaseEvent.CLOSED, at)));
    CaseFacts facts = new CaseFacts(kind, Visibility.UNKNOWN, Optional.empty());
    List<Clock> clocks =
        List.of(
            clock(VERIFICATION, Duty.COORDINATOR, verification),
            clock(FOLLOW_UP, Duty.AGENCY, followUp));
    store.clocks().save(tx, new CaseClocks(tracking, facts, events, clocks, "basis"));
  }

  private static Assignment why(String agency) {
    return new Assignment(new AgencyCode(agency), "CATEGORY", "mapping.yaml:4", "1");
  }

  private Leg leg(TrackingId tracking, String agency, Leg.State state, boolean lead) {
    return new Leg(
        tracking,
        new AgencyCode(agency),
        1,
        state,
        lead,
        why(agency),
        Handling.UNKNOWN,
        "",
        Optional.empty(),
        received,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private Complaint complaint(TrackingId tracking) {
    return new Complaint(
        tracking,
        "Lampu padam di jalan nomor " + id,
        "ZZPII isi",
        Optional.of(new Category("1398", "Penerangan Jalan")),
        new Classification(kind, ""),
        channel,
        new Visibility(Flag.FALSE, secret ? Flag.TRUE : Flag.FALSE),
        Optional.of(received),
        Optional.empty(),
        "Bintan Timur",
        new Status(stage, Status.Actor.UNKNOWN, ""),
        Optional.empty(),
        List.of(),
        new Reporter("ZZPII nama", "ZZPII", "zzpii@example.invalid"),
        List.of());
  }

  private Clock clock(String rule, Duty duty, Kept kept) {
    Instant end = kept.due.atTime(23, 59, 59).atZone(WIB).toInstant();
    return new Clock(
        rule,
        duty,
        "v~1",
        1,
        kept.state,
        received,
        new Limit(5, Limit.Unit.WORKING_DAY),
        new DueDate(kept.due, end, WIB, Certainty.FINAL, "id~1"),
        List.of(),
        Set.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }
}
