package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The portal's few actions. Safe for threads: one action at a time, and its watchers are told
 * before the next begins, so that they see the changes in order; a watcher must be quick.
 */
public final class PortalDesk {
  /** How many complaints it keeps in memory. */
  public static final int COMPLAINTS_MAX = 200_000;

  private final PortalSettings settings;
  private final LedgerBook ledger;
  private final FileStore files;
  private final Faults faults;
  private final InstitutionList institutions;
  private final Complaints complaints = new Complaints();
  private final TrackingIds trackingIds = new TrackingIds();
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
  private int lastRowId = 9;

  public PortalDesk(PortalSettings settings, LedgerBook ledger, FileStore files, Faults faults) {
    this.settings = settings;
    this.ledger = ledger;
    this.files = files;
    this.faults = faults;
    this.institutions = new InstitutionList(settings.institutions());
  }

  public void watch(Consumer<Change> watcher) {
    watchers.add(watcher);
  }

  /** Takes a complaint with new files. */
  public Complaint file(NewComplaint complaint) {
    return file(complaint, files.keepAll(complaint.evidence()));
  }

  /**
   * Takes a complaint whose files were uploaded before.
   *
   * @throws IllegalArgumentException when its disposition is not in the master list
   * @throws IllegalStateException when it keeps as many as it can
   */
  public synchronized Complaint file(NewComplaint filed, List<StoredFile> evidence) {
    if (complaints.size() >= COMPLAINTS_MAX) {
      throw new IllegalStateException(COMPLAINTS_MAX + " complaints are kept; reset or restart");
    }
    Integer assignedTo = filed.dispositionId();
    Institution institution = assignedTo == null ? null : institutions.get(assignedTo);
    Status status = institution == null ? Status.UNVERIFIED : Status.VERIFIED;
    Instant now = now();
    var first =
        new LogEntry(
            nextRowId(), now, LogTexts.FILED, null, institution, Status.UNVERIFIED, status);
    var complaint =
        new Complaint(
            trackingIds.next(),
            1,
            filed,
            filed,
            evidence,
            now,
            now,
            status,
            institution,
            "",
            List.of(first),
            List.of());
    ledger.add(new OfferedComplaint(complaint.id(), now, filed));
    return commit(Kind.COMPLAINT_FILED, complaint, null);
  }

  /** Assigns it (disposisi) to an institution. */
  public synchronized Complaint assign(String id, int institutionId) {
    return move(id, Kind.COMPLAINT_ASSIGNED, Templates.DISPOSITION, institutionId, "");
  }

  /** Forwards it ("dilempar") to another government, where it is unverified again. */
  public synchronized Complaint forward(String id, int institutionId, String reason) {
    return move(id, Kind.COMPLAINT_FORWARDED, Templates.FORWARD, institutionId, reason);
  }

  /** Takes an agency's follow-up; the same one twice is taken twice. */
  public synchronized FollowUp answer(String id, AgencyAnswer answer) {
    Complaint before = get(id);
    List<StoredFile> kept = answer.files().stream().map(each -> files.keep(each.file())).toList();
    var entry =
        entry(
            before,
            LogTexts.ANSWERED,
            institutions.lenient(answer.field("institution_from_id")),
            null,
            Status.FOLLOWED_UP);
    var row =
        new FollowUp(
            entry.id(),
            entry.at(),
            Templates.forAnswer(answer.field("template_code")),
            answer.field("content"),
            entry.from(),
            institutions.lenient(answer.field("institution_to_id")),
            answer.field("is_secret").equals("1"),
            kept,
            entry.statusOld(),
            entry.statusNew());
    ReceivedFollowUp line = LedgerEntries.received(row, id, answer);
    ledger.add(line);
    commit(Kind.FOLLOW_UP_RECEIVED, before.with(entry).with(row), row);
    return row;
  }

  /** Takes a reply of the reporter (balasan pelapor). */
  public synchronized FollowUp reply(String id, String content, List<EvidenceFile> evidence) {
    Complaint before = get(id);
    var entry = entry(before, LogTexts.REPLIED, null, null, Status.ANSWERED_BY_REPORTER);
    var row =
        new FollowUp(
            entry.id(),
            entry.at(),
            Templates.REPORTER_REPLY,
            content,
            null,
            before.institution(),
            before.filed().secret(),
            files.keepAll(evidence),
            entry.statusOld(),
            entry.statusNew());
    commit(Kind.REPORTER_REPLIED, before.with(entry).with(row), row);
    return row;
  }

  /** Verifies it (verifikasi), without an assignment. */
  public Complaint verify(String id) {
    return change(id, Kind.COMPLAINT_CHANGED, LogTexts.VERIFIED, Status.VERIFIED, "");
  }

  /** Postpones it (tunda) until the reporter completes it. */
  public Complaint postpone(String id, String reason) {
    return change(id, Kind.COMPLAINT_CHANGED, LogTexts.POSTPONED, Status.POSTPONED, reason);
  }

  /** Opens it again. */
  public Complaint reopen(String id) {
    return change(id, Kind.COMPLAINT_CHANGED, LogTexts.REOPENED, Status.VERIFIED, "");
  }

  /** Closes, archives or blocks it. */
  public Complaint close(String id, Status closed) {
    return close(id, closed, "");
  }

  /** The same with a reason, which archived complaints have (portal-wire 4.3). */
  public Complaint close(String id, Status closed, String reason) {
    if (!closed.isClosed()) {
      throw new IllegalArgumentException("not a closing status: " + closed);
    }
    String text = "Laporan " + closed.publicName().toLowerCase(Locale.ROOT);
    return change(id, Kind.COMPLAINT_CLOSED, text, closed, reason);
  }

  /** An admin edits title and text. */
  public synchronized Complaint edit(String id, String title, String content) {
    return edit(id, get(id).filed().withText(title, content));
  }

  /** The flags change after it was filed. */
  public synchronized Complaint show(String id, boolean anonymous, boolean secret) {
    return edit(id, get(id).filed().withVisibility(anonymous, secret));
  }

  private Complaint edit(String id, NewComplaint edited) {
    Complaint before = get(id);
    var entry = entry(before, LogTexts.EDITED, null, null, before.status());
    return commit(Kind.COMPLAINT_CHANGED, before.with(entry, edited, before.reason()), null);
  }

  private synchronized Complaint change(
      String id, Kind kind, String text, Status next, String reason) {
    Complaint before = get(id);
    var entry = entry(before, text, null, null, next);
    return commit(kind, before.with(entry, before.filed(), reason), null);
  }

  /** It is gone: no list and no detail knows it any more. */
  public synchronized void remove(String id) {
    Complaint last = get(id);
    complaints.remove(id);
    tell(new Change(Kind.COMPLAINT_REMOVED, last, null));
  }

  /** Forgets all complaints; ids go on. */
  public synchronized void clear() {
    complaints.clear();
  }

  public synchronized Optional<Complaint> find(String id) {
    return complaints.find(id);
  }

  /** As {@link #find}, but missing is an {@link UnknownComplaintException}. */
  public synchronized Complaint get(String id) {
    return complaints.find(id).orElseThrow(() -> new UnknownComplaintException(id));
  }

  /** Complaints changed at {@code since} or later, or all, by updated_at and id. */
  public synchronized List<Complaint> changedSince(@Nullable Instant since) {
    return since == null ? complaints.all() : complaints.changedSince(since);
  }

  private Complaint move(String id, Kind kind, Template template, int target, String note) {
    Complaint before = get(id);
    Status next = kind == Kind.COMPLAINT_ASSIGNED ? Status.VERIFIED : Status.UNVERIFIED;
    String text = kind == Kind.COMPLAINT_ASSIGNED ? LogTexts.ASSIGNED : LogTexts.FORWARDED;
    Institution from = before.institution() == null ? LogTexts.NATIONAL : before.institution();
    var entry = entry(before, text, from, institutions.get(target), next);
    var row =
        new FollowUp(
            entry.id(),
            entry.at(),
            template,
            note,
            from,
            entry.to(),
            false,
            List.of(),
            entry.statusOld(),
            next);
    return commit(kind, before.with(entry).with(row), null);
  }

  private Complaint commit(Kind kind, Complaint after, @Nullable FollowUp row) {
    complaints.put(after);
    tell(new Change(kind, after, row));
    return after;
  }

  private void tell(Change change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  private LogEntry entry(
      Complaint before,
      String text,
      @Nullable Institution from,
      @Nullable Institution to,
      Status next) {
    return new LogEntry(nextRowId(), now(), text, from, to, before.status(), next);
  }

  private int nextRowId() {
    return ++lastRowId;
  }

  /** What the portal takes for the time, which need not be the time. */
  private Instant now() {
    Instant now = faults.time(settings.clock().instant(), Place.STAMP);
    Duration late =
        faults
            .hit(FaultKind.LATE_ROW, Place.STAMP, "")
            .map(it -> it.duration("by"))
            .orElse(Duration.ZERO);
    long seconds =
        faults
            .hit(FaultKind.SAME_SECOND, Place.STAMP, "")
            .map(it -> it.number("seconds"))
            .orElse(0);
    Instant stamp = now.minus(late);
    return seconds == 0
        ? stamp.truncatedTo(ChronoUnit.MILLIS)
        : Instant.ofEpochSecond(Math.floorDiv(stamp.getEpochSecond(), seconds) * seconds);
  }
}
