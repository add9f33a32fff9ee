package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.Twin;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.EntryEvents.Dated;
import id.aduan.lapor.sync.PortalEntries.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps what the portal tells of a case's log and follow-ups, each entry once, in the transaction
 * of the state that told it. What we published ourselves is recognised (C13); what the reporter
 * adds goes to the agency that has the case. Costs one read for each state that has entries, and
 * writes for what is new. Safe for use by many threads.
 */
final class EntryIntake {
  private static final String ACTOR = "portal";
  private static final int ID_CHARACTERS_MAX = 100;

  private final CaseStore store;
  private final PortalWriter portal;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final LegWork legs;
  private final Publication publication;
  private final Consumer<String> wake;
  private final ComplaintFiles files;

  EntryIntake(CaseStore store, IntakeParts parts, LegWork legs) {
    this.store = store;
    this.portal = parts.portal();
    this.timekeeper = parts.timekeeper();
    this.notices = parts.notices();
    this.legs = legs;
    this.publication = new Publication(store, timekeeper);
    this.wake = parts.wake();
    this.files = parts.files();
  }

  /** Keeps the entries that are new, and gives the case as it is then. */
  CaseRecord apply(Tx tx, CaseRecord record, List<PortalEntry> entries, Instant now) {
    if (entries.isEmpty()) {
      return record;
    }
    TrackingId id = record.complaint().id();
    List<Known> known = new ArrayList<>(store.portalEntries().known(tx, id));
    Set<String> names = new HashSet<>();
    known.forEach(each -> names.add(Known.repeats(each)));
    List<Said> foreign = new ArrayList<>();
    for (PortalEntry entry : entries) {
      Known fresh = recognised(tx, id, entry, known, now);
      if (names.add(Known.repeats(fresh))) {
        known.add(fresh);
        store.portalEntries().add(tx, id, fresh, entry);
        tell(tx, id, entry, fresh, now);
        if (fresh.echoOf().isEmpty()) {
          foreign.add(new Said(fresh, entry));
        }
      }
    }
    return foreign.isEmpty() ? record : said(tx, record, foreign, now);
  }

  /** Something that others said or did. */
  private record Said(Known known, PortalEntry entry) {}

  private Known recognised(
      Tx tx, TrackingId id, PortalEntry entry, List<Known> known, Instant now) {
    String twin = entry.text().isBlank() ? "" : Digests.of(portal.twin(entry.text()));
    Known plain = new Known(entry.origin(), idOf(entry), entry.kind(), now, twin, "");
    boolean told = known.stream().anyMatch(each -> isSame(each, plain));
    if (told || twin.isEmpty()) {
      return plain;
    }
    Optional<String> ours =
        portal.mayBeOurs(entry)
            ? echo(tx, id, plain, known, now).map(answer -> answer.standing().key().value())
            : Optional.empty();
    return ours.or(() -> EchoLedger.repeated(plain.origin(), twin, known).map(Known::repeats))
        .map(of -> new Known(plain.origin(), plain.id(), plain.kind(), now, twin, of))
        .orElse(plain);
  }

  private static boolean isSame(Known one, Known other) {
    return one.origin() == other.origin() && one.id().equals(other.id());
  }

  private Optional<Twin> echo(Tx tx, TrackingId id, Known entry, List<Known> known, Instant now) {
    Lane lane = new Lane(id, Targets.PORTAL);
    Optional<Twin> answer =
        EchoLedger.echo(entry.origin(), store.outbox().twins(tx, lane, entry.twin()), known);
    answer
        .filter(twin -> EchoLedger.isParked(twin.standing()))
        .ifPresent(twin -> settle(tx, twin.id(), entry.id(), now));
    return answer;
  }

  /** It waits for a person to look whether it stands there, and the portal has just told so. */
  private void settle(Tx tx, long outboxId, String entryId, Instant now) {
    store
        .parked()
        .find(tx, outboxId)
        .filter(held -> held.sound().isPresent())
        .ifPresent(
            held -> {
              store.parked().accept(tx, held, entryId, now);
              byte[] payload = held.sound().orElseThrow().payload();
              publication.stands(tx, ModelJson.read(payload, FollowUp.class), now);
              tx.afterCommit(() -> wake.accept(Targets.PORTAL));
            });
  }

  /** An id that is none, or longer than any portal's, is replaced by a digest of the whole. */
  static String idOf(PortalEntry entry) {
    String id = entry.id().strip();
    return id.isEmpty() || id.length() > ID_CHARACTERS_MAX
        ? "sha256-" + Digests.of(ModelJson.write(entry))
        : id;
  }

  private CaseRecord said(Tx tx, CaseRecord record, List<Said> foreign, Instant now) {
    List<ReporterReply> replies = foreign.stream().flatMap(said -> reply(said).stream()).toList();
    for (Said said : foreign) {
      if (said.entry().kind() == Kind.REPORTER_REPLY) {
        files.told(tx, record.complaint().id(), said.entry().attachments(), now);
      }
    }
    CaseRecord after = record;
    if (!replies.isEmpty()) {
      after = record.with(record.complaint().replied(replies));
      store.complaints().save(tx, after);
      pass(tx, record, after, replies, now);
    }
    keepTime(tx, after, foreign, now);
    return after;
  }

  private static Optional<ReporterReply> reply(Said said) {
    PortalEntry entry = said.entry();
    int files = entry.attachments().size();
    if (entry.kind() != Kind.REPORTER_REPLY || (entry.text().isBlank() && files == 0)) {
      return Optional.empty();
    }
    String text =
        entry.text().isBlank() ? "(Pelapor menambahkan " + files + " lampiran.)" : entry.text();
    return Optional.of(
        new ReporterReply(entry.origin() + " " + said.known().id(), entry.at(), text.strip()));
  }

  /** To each agency that has the case, by its ticket, or else by a word to its office. */
  private void pass(
      Tx tx, CaseRecord before, CaseRecord after, List<ReporterReply> replies, Instant now) {
    List<AgencyCode> untold =
        legs.changed(tx, legs.legs(tx, before), before.complaint(), after.complaint(), now);
    for (AgencyCode agency : untold) {
      for (ReporterReply reply : replies) {
        int told = notices.replied(tx, after, agency, reply.entryId(), now);
        audit(
            tx,
            after.complaint().id(),
            Action.REPLY_NOT_PASSED_ON,
            agency
                + ": its system cannot be updated; "
                + (told > 0 ? "its office was told" : "nobody there could be told"),
            now);
      }
    }
  }

  private void keepTime(Tx tx, CaseRecord record, List<Said> foreign, Instant now) {
    List<Dated> dated =
        foreign.stream()
            .flatMap(said -> EntryEvents.dated(said.entry(), isOurs(said.entry())).stream())
            .toList();
    if (dated.isEmpty()) {
      return;
    }
    List<Occurrence> events =
        EntryEvents.of(
            dated,
            timekeeper.events(tx, record, now),
            record.assigned().map(CaseRecord.Assignment::agency),
            OpeningEvents.start(record).at(),
            now);
    if (!events.isEmpty()) {
      timekeeper.happened(tx, record, events, now);
    }
  }

  /** Whether the portal names our institution; where it names none, nothing is guessed. */
  private boolean isOurs(PortalEntry entry) {
    return entry.from().filter(from -> !from.id().isEmpty()).isPresent() && portal.mayBeOurs(entry);
  }

  private void tell(Tx tx, TrackingId id, PortalEntry entry, Known fresh, Instant now) {
    String who =
        entry.kind() == Kind.REPORTER_REPLY
            ? ""
            : entry.from().map(from -> ", institution " + shown(from.id())).orElse("");
    String whose =
        fresh.isOurs() ? ", ours" : fresh.isRepeated() ? ", told in the other list, too" : "";
    audit(tx, id, Action.PORTAL_ENTRY, entry.kind() + who + whose, now);
  }

  /** A number is nobody's name; anything else is not shown. */
  private static String shown(String institution) {
    return institution.matches("\\d{1,12}") ? institution : "without a number";
  }

  private void audit(Tx tx, TrackingId id, Action action, String detail, Instant now) {
    store.audit().append(tx, new AuditEntry(now, ACTOR, action, id.value(), detail));
  }
}
