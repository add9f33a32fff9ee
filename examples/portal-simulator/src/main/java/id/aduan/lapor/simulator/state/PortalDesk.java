package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.ReceivedFollowUp;
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
  private final PortalSettings settings;
  private final LedgerBook ledger;
  private final FileStore files;
  private final Complaints complaints = new Complaints();
  private final TrackingIds trackingIds = new TrackingIds();
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
  private int lastRowId = 9;

  public PortalDesk(PortalSettings settings, LedgerBook ledger, FileStore files) {
    this.settings = settings;
    this.ledger = ledger;
    this.files = files;
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
   */
  public synchronized Complaint file(NewComplaint filed, List<StoredFile> evidence) {
    Integer assignedTo = filed.dispositionId();
    Institution institution = assignedTo == null ? null : institution(assignedTo);
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
            evidence,
            now,
            now,
            status,
            institution,
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
            lenient(answer.field("institution_from_id")),
            null,
            Status.FOLLOWED_UP);
    var row =
        new FollowUp(
            entry.id(),
            entry.at(),
            Templates.forAnswer(answer.field("template_code")),
            answer.field("content"),
            entry.from(),
            lenient(answer.field("institution_to_id")),
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

  /** Closes or archives it. */
  public synchronized Complaint close(String id, Status closed) {
    if (!closed.isClosed()) {
      throw new IllegalArgumentException("not a closing status: " + closed);
    }
    Complaint before = get(id);
    String text = "Laporan " + closed.publicName().toLowerCase(Locale.ROOT);
    return commit(
        Kind.COMPLAINT_CLOSED, before.with(entry(before, text, null, null, closed)), null);
  }

  public synchronized Optional<Complaint> find(String id) {
    return complaints.find(id);
  }

  /** As {@link #find}, but missing is an {@link UnknownComplaintException}. */
  public synchronized Complaint get(String id) {
    return complaints.find(id).orElseThrow(() -> new UnknownComplaintException(id));
  }

  /** Complaints changed at {@code since} or later, by updated_at and id. */
  public synchronized Slice<Complaint> changedSince(@Nullable Instant since, int page) {
    return complaints.slice(since, page, settings.pageSizes().complaints());
  }

  private Complaint move(String id, Kind kind, Template template, int target, String note) {
    Complaint before = get(id);
    Status next = kind == Kind.COMPLAINT_ASSIGNED ? Status.VERIFIED : Status.UNVERIFIED;
    String text = kind == Kind.COMPLAINT_ASSIGNED ? LogTexts.ASSIGNED : LogTexts.FORWARDED;
    Institution from = before.institution() == null ? LogTexts.NATIONAL : before.institution();
    var entry = entry(before, text, from, institution(target), next);
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
    var change = new Change(kind, after, row);
    watchers.forEach(watcher -> watcher.accept(change));
    return after;
  }

  private LogEntry entry(
      Complaint before,
      String text,
      @Nullable Institution from,
      @Nullable Institution to,
      Status next) {
    return new LogEntry(nextRowId(), now(), text, from, to, before.status(), next);
  }

  private Institution institution(int id) {
    return settings.institutions().stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no institution with id " + id));
  }

  /** Follow-ups may name institutions that the master list does not know. */
  private @Nullable Institution lenient(String id) {
    return settings.institutions().stream()
        .filter(each -> String.valueOf(each.id()).equals(id))
        .findFirst()
        .orElseGet(() -> id.matches("\\d{1,9}") ? LogTexts.unnamed(Integer.parseInt(id)) : null);
  }

  private int nextRowId() {
    return ++lastRowId;
  }

  private Instant now() {
    return settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
