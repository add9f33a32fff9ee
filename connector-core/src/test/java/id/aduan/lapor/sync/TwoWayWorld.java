package id.aduan.lapor.sync;

import id.aduan.lapor.FakePortal;
import id.aduan.lapor.Samples;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.LegWork.By;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One complaint between its portal, two agencies and us, over a network that reorders, repeats and
 * loses: the same numbers lead through the same course.
 */
final class TwoWayWorld {
  static final AgencyCode DISHUB = new AgencyCode("dishub");
  static final AgencyCode KANTAH = new AgencyCode("kantah");
  static final List<String> WORDS = List.of("BARU", "PROSES", "SELESAI", "BUKAN WEWENANG");
  private static final Deadlines NATIONAL = Deadlines.national();
  private static final String STATUSES =
      """
          statuses:
            from: {BARU: received, PROSES: in_progress, SELESAI: done, BUKAN WEWENANG: returned, \
      TUTUP: unknown}
            to: {unverified: BARU, verified: BARU, waiting_for_reporter: PROSES, \
      in_progress: PROSES, reporter_replied: PROSES, closed: SELESAI, otherwise: TUTUP}
      """;
  private static final String WORDLESS =
      STATUSES.lines().filter(line -> !line.contains("to:")).collect(Collectors.joining("\n"))
          + "\n";

  /** What the agencies' systems are like. */
  enum Manner {
    /** They tell us our own writing, too. */
    TELLS_OURS,
    /** They tell us what officers do. */
    TELLS_OFFICERS,
    /** The same, in any order; and we write no status into them. */
    WORDLESS
  }

  static String mapping(Manner manner) {
    String statuses = manner == Manner.WORDLESS ? WORDLESS : STATUSES;
    return String.join(
        "\n",
        "version: \"1\"",
        "default: dishub",
        "institutions:",
        "  - {id: 1, agency: dishub}",
        "  - {id: 2, agency: kantah}",
        "agencies:",
        "  dishub:",
        statuses + "  kantah:",
        statuses);
  }

  private static final List<Status> PORTAL =
      List.of(
          new Status(Stage.VERIFIED, Actor.ADMIN, "Terverifikasi"),
          new Status(Stage.IN_PROGRESS, Actor.AGENCY, "Ditindaklanjuti"),
          new Status(Stage.REPORTER_REPLIED, Actor.REPORTER, "Ditanggapi"),
          new Status(Stage.CLOSED, Actor.SYSTEM, "Ditutup oleh Sistem"),
          new Status(Stage.CLOSED, Actor.ADMIN, "Ditutup oleh Admin"),
          new Status(Stage.ARCHIVED, Actor.ADMIN, "Diarsipkan"),
          new Status(Stage.UNKNOWN, Actor.UNKNOWN, "kata baru"));

  final TrackingId id;
  final CaseStore store;
  final Mapping mapping;
  final Map<AgencyCode, ModelAgency> agencies = new TreeMap<>();
  final FakePortal portal = new FakePortal();
  final Manner manner;
  private final Map<AgencyCode, List<TicketChange>> unheard = new LinkedHashMap<>();
  private final Map<AgencyCode, Integer> read = new LinkedHashMap<>();
  private final List<PortalState> underWay = new ArrayList<>();
  private final ComplaintIntake intake;
  private final AnswerIntake answers;
  private final LegWork legWork;
  private final SimEngine engine;
  private final List<PortalEntry> said = new ArrayList<>();
  private Complaint there;
  private long revision;
  private Instant now = Instant.parse("2026-11-23T04:00:00Z");
  private int occasions;

  TwoWayWorld(CaseStore store, Mapping mapping, String id, Manner manner) {
    this.store = store;
    this.mapping = mapping;
    this.id = new TrackingId(id);
    this.manner = manner;
    for (AgencyCode code : List.of(DISHUB, KANTAH)) {
      agencies.put(
          code,
          new ModelAgency(
              code.value().charAt(0) + id + "-", manner == Manner.TELLS_OURS, () -> now));
      unheard.put(code, new ArrayList<>());
      read.put(code, 0);
    }
    Timekeeper timekeeper = new Timekeeper(store, NATIONAL);
    CaseNotices notices = new CaseNotices(store, NATIONAL, Notifications.NONE, target -> {});
    Mappings mappings = Mappings.of(mapping);
    IntakeParts parts =
        new IntakeParts(
            portal,
            mappings,
            timekeeper,
            notices,
            code -> true,
            Unfamiliar.UNHEARD,
            target -> {},
            ComplaintFiles.NONE);
    intake = new ComplaintIntake(store, parts);
    legWork = new LegWork(store, parts);
    answers =
        new AnswerIntake(
            store, portal, notices, timekeeper, AnswerRules.DEFAULT.by(mappings), target -> {});
    Map<String, DeliveryTarget> targets = new LinkedHashMap<>();
    agencies.forEach(
        (code, agency) ->
            targets.put(
                code.value(),
                new AgencyDelivery(code, agency, store, answers, timekeeper, () -> now)));
    targets.put(Targets.PORTAL, new PortalDelivery(portal, store, timekeeper, () -> now));
    engine = new SimEngine(store, () -> now, targets);
    there = Samples.with(Samples.complaint(id, ""), visible(Flag.FALSE), PORTAL.get(0));
    tellsOf(there);
  }

  private static Visibility visible(Flag secret) {
    return new Visibility(Flag.FALSE, secret);
  }

  /** What the number stands for happens. */
  void step(int number) {
    int what = number % 16;
    int which = number / 16;
    switch (what) {
      case 0, 1, 2 -> status(which);
      case 3 -> disposed(Integer.toString(1 + which % 3));
      case 4 -> hidden();
      case 5, 6, 7 -> officer(which);
      case 8 -> assign(which);
      case 9, 10 -> hearPortal(which);
      case 11, 12 -> hearAgency(which);
      case 13 -> engine.work();
      case 14 -> trouble(which);
      default -> {
        if (which % 3 == 0) {
          replies("Balasan " + revision);
        } else {
          now = now.plusSeconds(which % 100);
        }
      }
    }
  }

  void status(int which) {
    becomes(there.visibility(), PORTAL.get(which % PORTAL.size()), there.disposition());
  }

  void disposed(String institution) {
    becomes(there.visibility(), there.status(), Optional.of(new Institution(institution, "")));
  }

  void hidden() {
    becomes(visible(Flag.TRUE), there.status(), there.disposition());
  }

  /** The reporter says something more. */
  void replies(String text) {
    said.add(
        new PortalEntry(
            Integer.toString(said.size() + 1),
            PortalEntry.Origin.LOG,
            PortalEntry.Kind.REPORTER_REPLY,
            Optional.of(now),
            Optional.empty(),
            Optional.empty(),
            "",
            text,
            Flag.FALSE,
            List.of(),
            Optional.empty(),
            Optional.empty()));
    revision++;
    underWay.add(state());
  }

  private void becomes(Visibility visibility, Status status, Optional<Institution> disposition) {
    tellsOf(
        new Complaint(
            there.id(),
            "Judul " + revision,
            there.content(),
            there.category(),
            there.classification(),
            there.channel(),
            visibility,
            there.receivedAt(),
            there.incidentOn(),
            there.location(),
            status,
            disposition,
            there.attachments(),
            there.reporter(),
            List.of()));
  }

  private void tellsOf(Complaint complaint) {
    there = complaint;
    revision++;
    underWay.add(state());
  }

  private PortalState state() {
    return new PortalState(
        there, OptionalLong.of(revision), Optional.empty(), true, List.copyOf(said), List.of());
  }

  /** An officer of one of the agencies writes into one of its tickets. */
  void officer(int which) {
    ModelAgency agency = List.copyOf(agencies.values()).get(which % 2);
    List<String> tickets = List.copyOf(agency.tickets.keySet());
    if (!tickets.isEmpty()) {
      String ticket = tickets.get(which / 2 % tickets.size());
      agency.officer(ticket, WORDS.get(which / 8 % 4), which / 32 % 2 == 0);
    }
  }

  /** A person gives the case to agencies, as the desk lets them: while it is open. */
  void assign(int which) {
    List<List<AgencyCode>> choices =
        List.of(List.of(DISHUB), List.of(KANTAH), List.of(DISHUB, KANTAH), List.of(KANTAH, DISHUB));
    List<AgencyCode> to = choices.get(which % choices.size());
    Assignment why = new Assignment(to.get(0), Assignment.PERSON, "operator:ani", "1");
    run(
        tx ->
            store
                .complaints()
                .find(tx, id)
                .filter(record -> CaseLegs.open(legWork.legs(tx, record)).size() > 0)
                .ifPresent(
                    record -> {
                      CaseRecord unused =
                          legWork.assign(tx, record, to, why, new By("operator:ani", ""), now);
                    }));
  }

  /** One callback comes, the same or an older one once more, or never. */
  void hearPortal(int which) {
    if (!underWay.isEmpty()) {
      PortalState heard = underWay.get(which % underWay.size());
      boolean stays = which / 7 % 3 == 0;
      boolean lost = which / 21 % 5 == 0;
      if (!stays) {
        underWay.remove(heard);
      }
      if (!lost) {
        hear(heard);
      }
    }
  }

  private void hear(PortalState state) {
    occasions++;
    run(tx -> intake.apply(tx, state, "callback " + occasions, now));
  }

  /** Changes come in any order, but where words of ours are among them. */
  void hearAgency(int which) {
    AgencyCode code = List.copyOf(agencies.keySet()).get(which % 2);
    List<TicketChange> pending = pending(code);
    if (!pending.isEmpty()) {
      TicketChange heard = pending.get(manner != Manner.WORDLESS ? 0 : which / 2 % pending.size());
      hear(code, heard);
      if (which / 5 % 3 > 0) {
        pending.remove(heard); // else it comes once more
      }
    }
  }

  private List<TicketChange> pending(AgencyCode code) {
    List<TicketChange> pending = unheard.getOrDefault(code, List.of());
    List<TicketChange> feed = agency(code).feed;
    pending.addAll(feed.subList(read.getOrDefault(code, 0), feed.size()));
    read.put(code, feed.size());
    return pending;
  }

  private void hear(AgencyCode code, TicketChange change) {
    agency(code).heard.add(change.id());
    run(tx -> answers.apply(tx, code, change, now));
  }

  ModelAgency agency(AgencyCode code) {
    return Optional.ofNullable(agencies.get(code)).orElseThrow();
  }

  private void trouble(int which) {
    ModelAgency agency = List.copyOf(agencies.values()).get(which % 2);
    if (which / 2 % 2 == 0) {
      agency.down = !agency.down;
    } else {
      agency.losesAnswer = true;
    }
  }

  void work() {
    engine.work();
  }

  /** The network is whole again, and what was lost is asked for. */
  void heals() {
    for (ModelAgency agency : agencies.values()) {
      agency.down = false;
      agency.losesAnswer = false;
    }
    now = now.plus(Duration.ofMinutes(10));
  }

  /** Each side is heard once, and what follows is delivered. */
  void round() {
    List.copyOf(underWay).forEach(this::hear);
    underWay.clear();
    hear(state());
    engine.work();
    for (AgencyCode code : agencies.keySet()) {
      List.copyOf(pending(code)).forEach(change -> hear(code, change));
      pending(code).clear();
    }
    engine.work();
  }

  private void run(Consumer<Tx> work) {
    store.inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  Complaint there() {
    return there;
  }

  CaseRecord ours() {
    return store.read(tx -> store.complaints().find(tx, id)).orElseThrow();
  }

  List<Leg> legs() {
    return store.read(tx -> new CaseLegs(store).of(tx, ours()));
  }
}
