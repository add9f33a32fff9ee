package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseAnswer.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Puts into a case's portal lane that it is to be with another institution there. Safe for use by
 * many threads.
 */
record GivingBack(CaseStore store, CoordinatorRules rules, Consumer<String> wake) {
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
   * @return false if it is being asked for already
   */
  boolean ask(
      Tx tx,
      CaseRecord record,
      String institution,
      Optional<AgencyCode> agency,
      Operator by,
      Instant now) {
    Lane lane = lane(record.complaint().id());
    if (isPending(store, tx, lane)) {
      return false;
    }
    String explanation = by.reason().isEmpty() ? "Diteruskan ke Instansi Tujuan" : by.reason();
    Forwarding wanted = new Forwarding(institution, disposition(record), explanation, agency);
    IdempotencyKey key =
        IdempotencyKey.of(lane, PortalForwarding.FORWARD, institution + "|" + now.toEpochMilli());
    boolean isNew =
        store
            .outbox()
            .enqueue(
                tx,
                new NewEntry(
                    lane, PortalForwarding.FORWARD, key, ModelJson.write(wanted), to(institution)),
                now);
    tx.afterCommit(() -> wake.accept(Targets.PORTAL));
    return isNew;
  }

  private static boolean isPending(CaseStore store, Tx tx, Lane lane) {
    return store.outbox().youngest(tx, lane, LANE_ENTRIES_MAX).stream()
        .anyMatch(
            entry -> entry.operation().equals(PortalForwarding.FORWARD) && !entry.isSettled());
  }

  /**
   * Whether a case is where it was given back to, or on its way there; what was discarded does not
   * count. The portal may have sent it to us again since.
   */
  static boolean isGiven(CaseStore store, Tx tx, CaseRecord record) {
    Lane lane = lane(record.complaint().id());
    return isPending(store, tx, lane)
        || disposition(record)
            .filter(
                institution ->
                    store.outbox().youngest(tx, lane, to(institution), LANE_ENTRIES_MAX).stream()
                        .anyMatch(entry -> entry.state() == State.DONE))
            .isPresent();
  }

  /** Marks the entries by where the case is to go. */
  private static String to(String institution) {
    return "to institution " + institution;
  }

  private static Lane lane(TrackingId id) {
    return new Lane(id, Targets.PORTAL);
  }
}
