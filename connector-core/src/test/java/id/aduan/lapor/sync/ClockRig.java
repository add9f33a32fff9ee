package id.aduan.lapor.sync;

import id.aduan.lapor.FakePortal;
import id.aduan.lapor.Samples;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The clocks of cases on a real store, at a time that a test sets. */
final class ClockRig implements AutoCloseable {
  private final Path file;
  private final Mapping mapping;
  private final Notifications how;
  Deadlines deadlines;
  Instant now = Instant.parse("2026-11-23T05:00:00Z");
  JdbcStore store;
  Timekeeper timekeeper;
  CaseNotices notices;
  final FakePortal portal = new FakePortal();
  private ComplaintIntake intake;
  private long revision;

  ClockRig(Path dir, Deadlines deadlines) {
    this(dir, deadlines, Notifications.NONE);
  }

  ClockRig(Path dir, Deadlines deadlines, Notifications how) {
    this.how = how;
    this.file = dir.resolve("clocks.db");
    this.deadlines = deadlines;
    try {
      Path yaml = Files.writeString(dir.resolve("m.yaml"), "version: \"1\"\ndefault: dishub\n");
      this.mapping = Mapping.load(yaml, Set.of("dishub"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open();
  }

  private void open() {
    store = JdbcStore.sqlite(file);
    timekeeper = new Timekeeper(store, deadlines);
    notices = new CaseNotices(store, deadlines, how, target -> {});
    intake =
        new ComplaintIntake(
            store,
            new IntakeParts(
                portal,
                Mappings.of(mapping),
                timekeeper,
                notices,
                agency -> false,
                Unfamiliar.UNHEARD,
                target -> {},
                ComplaintFiles.NONE));
  }

  /** The same store, by these rules and calendars from now on. */
  void restart(Deadlines newDeadlines) {
    store.close();
    deadlines = newDeadlines;
    open();
  }

  Recount recount() {
    return new Recount(store, deadlines, timekeeper, () -> now);
  }

  DeadlineSweep sweep() {
    return new DeadlineSweep(store, deadlines, timekeeper, notices, () -> now);
  }

  /** One of a process that has just started. */
  DailyDigest digest() {
    return DailyDigest.of(store, deadlines, how.wording(), notices, () -> now);
  }

  /** The portal tells this of a complaint. */
  void told(Complaint complaint) {
    told(complaint, Optional.empty());
  }

  /** The same, with the time at which it says that this came about. */
  void told(Complaint complaint, Optional<Instant> updatedAt) {
    told(complaint, updatedAt, List.of());
  }

  /** The same, with entries of its log and follow-ups. */
  void told(Complaint complaint, Optional<Instant> updatedAt, List<PortalEntry> entries) {
    revision++;
    PortalState state =
        new PortalState(complaint, OptionalLong.of(revision), updatedAt, true, entries, List.of());
    boolean unused =
        store.inTransaction(
            tx -> {
              intake.apply(tx, state, "test", now);
              return true;
            });
  }

  static Complaint complaint(String id, Instant received, Classification.Kind kind, Status status) {
    return complaint(id, Optional.of(received), kind, status);
  }

  static Complaint withoutTime(String id, Classification.Kind kind, Status status) {
    return complaint(id, Optional.empty(), kind, status);
  }

  private static Complaint complaint(
      String id, Optional<Instant> received, Classification.Kind kind, Status status) {
    Complaint sample = Samples.with(Samples.complaint(id, "1398"), Visibility.UNKNOWN, status);
    return new Complaint(
        sample.id(),
        sample.title(),
        sample.content(),
        Optional.of(new Category("1398", "")),
        new Classification(kind, kind.name()),
        sample.channel(),
        sample.visibility(),
        received,
        sample.incidentOn(),
        sample.location(),
        status,
        sample.disposition(),
        sample.attachments(),
        sample.reporter(),
        sample.replies());
  }

  Optional<CaseClocks> clocks(String id) {
    return store.read(tx -> store.clocks().find(tx, new TrackingId(id)));
  }

  Clock clock(String id, String rule) {
    List<Clock> found =
        clocks(id).orElseThrow().clocks().stream()
            .filter(clock -> clock.rule().equals(rule))
            .toList();
    return found.get(found.size() - 1);
  }

  List<String> story(String id, AuditEntry.Action action) {
    return store.read(tx -> store.audit().about(tx, id)).stream()
        .filter(entry -> entry.action() == action)
        .map(AuditEntry::detail)
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
