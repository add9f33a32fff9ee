package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedCause;
import id.aduan.lapor.delivery.ParkedEntries.Held;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseAnswer.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts into a case's portal lane that it is to be with another institution there. Safe for use by
 * many threads.
 */
record GivingBack(CaseStore store, CoordinatorRules rules, Consumer<String> wake) {
  /** What stands beside a case that an agency reached by a forwarding gets: nothing of our own. */
  static final String PASSED_ON = "Diteruskan ke Instansi Tujuan";

  /** Why a request was taken back: a person has decided otherwise. */
  private static final String DECIDED_OTHERWISE = "forward.decided_otherwise";

  private static final Pattern INSTITUTION = Pattern.compile("[0-9]{1,12}");

  /** More than a portal lane ever has since a forwarding that is not settled. */
  private static final int LANE_ENTRIES_MAX = 50;

  /** Whether the portal can be asked for it from here. */
  boolean isPossible() {
    return rules.forwarding().filter(filer -> filer.ability().forwards()).isPresent();
  }

  /** What is wrong with an act whatever the case. */
  Optional<CaseAnswer> refusal(Optional<String> institution, Operator by) {
    if (by.reason().isEmpty()) {
      return Optional.of(CaseAnswer.refused(Refusal.NO_REASON));
    }
    if (institution.filter(it -> !INSTITUTION.matcher(it).matches()).isPresent()) {
      return Optional.of(CaseAnswer.refused(Refusal.BAD_INSTITUTION));
    }
    return isPossible() ? Optional.empty() : Optional.of(CaseAnswer.refused(Refusal.NO_FORWARDING));
  }

  static boolean isWith(CaseRecord record, String institution) {
    return disposition(record).equals(Optional.of(institution));
  }

  private static Optional<String> disposition(CaseRecord record) {
    return record.complaint().disposition().map(Institution::id).filter(id -> !id.isEmpty());
  }

  /** Who directed it to where it is, by the portal's own log; the latest who did. */
  Optional<String> cameFrom(Tx tx, CaseRecord record) {
    Optional<String> now = disposition(record);
    return store.portalEntries().told(tx, record.complaint().id()).stream()
        .map(PortalEntries.Told::entry)
        .filter(entry -> entry.kind() == PortalEntry.Kind.DISPOSITION)
        .filter(entry -> now.isPresent() && entry.to().map(Institution::id).equals(now))
        .flatMap(entry -> entry.from().stream())
        .map(Institution::id)
        .filter(id -> INSTITUTION.matcher(id).matches() && !id.equals(now.orElse("")))
        .reduce((earlier, later) -> later);
  }

  /**
   * Has the engine ask the portal.
   *
   * @param agency who has it here all the same; empty where nobody here has it any more then
   * @param explanation what stands beside it on the portal, for everybody to read
   * @return false if it is being asked for something already; then nothing changes
   */
  boolean ask(
      Tx tx,
      CaseRecord record,
      String institution,
      Optional<AgencyCode> agency,
      String explanation,
      Instant now) {
    Lane lane = lane(record.complaint().id());
    if (!pending(tx, lane).isEmpty()) {
      return false;
    }
    Forwarding wanted = new Forwarding(institution, disposition(record), explanation, agency);
    // One that was taken back in the same millisecond must not be taken for this one.
    String before = forwardings(tx, lane).map(entry -> entry.key().value()).findFirst().orElse("");
    IdempotencyKey key =
        IdempotencyKey.of(
            lane, PortalForwarding.FORWARD, institution + "|" + now.toEpochMilli() + "|" + before);
    boolean isNew =
        store
            .outbox()
            .enqueue(
                tx,
                new NewEntry(
                    lane,
                    PortalForwarding.FORWARD,
                    key,
                    ModelJson.write(wanted),
                    twin(institution, agency)),
                now);
    tx.afterCommit(() -> wake.accept(Targets.PORTAL));
    return isNew;
  }

  /** Whether the portal is to have a case there for this agency, and has not refused to. */
  boolean isAsked(Tx tx, TrackingId id, String institution, AgencyCode agency) {
    return store.outbox().twins(tx, lane(id), twin(institution, Optional.of(agency))).stream()
        .map(entry -> entry.standing())
        .anyMatch(entry -> !entry.isSettled() && entry.state() != State.PARKED);
  }

  /** Whether the portal is asked for something that it has not done, or waits parked. */
  static boolean isPending(CaseStore store, Tx tx, TrackingId id) {
    return !new GivingBack(store, CoordinatorRules.DEFAULT, target -> {})
        .pending(tx, lane(id))
        .isEmpty();
  }

  /** Whether it is asked for something that does not wait for a person. */
  boolean isUnderWay(Tx tx, TrackingId id) {
    return pending(tx, lane(id)).stream().anyMatch(entry -> entry.state() != State.PARKED);
  }

  /**
   * Takes back what the portal was to be asked, where surely nothing of it is there.
   *
   * @return why not; nothing was changed then
   */
  Optional<CaseAnswer> takeBack(Tx tx, TrackingId id, Operator by, Instant now) {
    Lane lane = lane(id);
    for (Standing entry : pending(tx, lane)) {
      if (entry.state() == State.PARKED) {
        Optional<Held> held = parked(tx, id);
        if (held.filter(it -> it.cause() == ParkedCause.NOTHING_THERE).isEmpty()) {
          String number = held.map(it -> Long.toString(it.id())).orElse("");
          return Optional.of(CaseAnswer.refused(Refusal.FORWARDING_PARKED, number));
        }
        store.parked().discard(tx, held.get(), now);
      } else if (!store.outbox().takeBack(tx, lane, entry.key(), DECIDED_OTHERWISE, now)) {
        return Optional.of(CaseAnswer.refused(Refusal.FORWARDING_UNDER_WAY));
      }
      String what = by.because(PortalForwarding.FORWARD + " " + Targets.PORTAL + ": taken back");
      store.audit().append(tx, new AuditEntry(now, by.actor(), Action.DISCARDED, id.value(), what));
      tx.afterCommit(() -> wake.accept(Targets.PORTAL));
    }
    return Optional.empty();
  }

  private Optional<Held> parked(Tx tx, TrackingId id) {
    return store.outboxView().entriesOf(tx, id).stream()
        .filter(row -> row.lane().equals(lane(id)) && row.state() == State.PARKED)
        .filter(row -> row.operation().equals(PortalForwarding.FORWARD))
        .map(OutboxView.Row::id)
        .findFirst()
        .flatMap(number -> store.parked().find(tx, number));
  }

  /** Those that are not settled; there is one at most. */
  private List<Standing> pending(Tx tx, Lane lane) {
    return forwardings(tx, lane).filter(entry -> !entry.isSettled()).toList();
  }

  private Stream<Standing> forwardings(Tx tx, Lane lane) {
    return store.outbox().youngest(tx, lane, LANE_ENTRIES_MAX).stream()
        .filter(entry -> entry.operation().equals(PortalForwarding.FORWARD));
  }

  private static String twin(String institution, Optional<AgencyCode> agency) {
    return "forward " + institution + agency.map(code -> " for " + code).orElse("");
  }

  /**
   * Whether a case is where it was given back to, or on its way there; what was discarded does not
   * count. The portal may have sent it to us again since.
   */
  static boolean isGiven(CaseStore store, Tx tx, CaseRecord record) {
    TrackingId id = record.complaint().id();
    return isPending(store, tx, id)
        || disposition(record)
            .map(institution -> twin(institution, Optional.empty()))
            .filter(
                twin ->
                    store.outbox().youngest(tx, lane(id), twin, LANE_ENTRIES_MAX).stream()
                        .anyMatch(entry -> entry.state() == State.DONE))
            .isPresent();
  }

  private static Lane lane(TrackingId id) {
    return new Lane(id, Targets.PORTAL);
  }
}
