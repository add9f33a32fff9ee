package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseAnswer.Done;
import id.aduan.lapor.sync.CaseAnswer.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the coordinator (admin koordinator) does with cases: says which agencies have one, confirms
 * what the rules propose, gives one back on the portal (CMP-07, D13). Each act is one transaction
 * with its person and reason in the audit trail.
 *
 * <p>Refuses by its answer and changes nothing then, also where the case has changed meanwhile.
 * Fails with {@link id.aduan.lapor.failure.StoreException} when the store cannot keep it. Done
 * twice, the second time changes nothing. Safe for use by many threads.
 */
public final class CaseDesk {
  /** The most agencies that have a case at once. */
  public static final int AGENCIES_MAX = 10;

  private final CaseStore store;
  private final Assigning assigning;
  private final GivingBack givingBack;
  private final InstantSource time;

  /**
   * Makes it.
   *
   * @param agencies those that there are
   */
  public CaseDesk(
      CaseStore store,
      IntakeParts parts,
      CoordinatorRules rules,
      Set<AgencyCode> agencies,
      InstantSource time) {
    this.store = store;
    this.givingBack = new GivingBack(store, rules, parts.wake());
    this.assigning = new Assigning(store, parts, rules, Set.copyOf(agencies), givingBack);
    this.time = time;
  }

  /** What waits. */
  public CaseQueue.Page list(CaseQueue.Filter filter) {
    return store.read(tx -> new CaseQueue(store).list(tx, filter));
  }

  /**
   * Gives a case to exactly these agencies; what others have of it they have no more.
   *
   * @param to the first leads; empty as {@link #confirm} that was shown nothing
   */
  public CaseAnswer assign(TrackingId id, List<AgencyCode> to, Operator by) {
    if (to.isEmpty()) {
      return confirm(id, Optional.empty(), by);
    }
    List<AgencyCode> wanted = to.stream().distinct().toList();
    Optional<AgencyCode> stranger = assigning.stranger(wanted);
    if (stranger.isPresent()) {
      return CaseAnswer.refused(Refusal.UNKNOWN_AGENCY, stranger.get().value());
    }
    if (wanted.size() > AGENCIES_MAX) {
      return CaseAnswer.refused(Refusal.TOO_MANY_AGENCIES, Integer.toString(AGENCIES_MAX));
    }
    return with(id, (tx, record) -> assigning.give(tx, record, wanted, by, time.instant()));
  }

  /**
   * Sends a case where it was shown that the rules propose; where nothing is proposed, leaves it
   * where it is. What nobody has seen does not go out.
   *
   * @param shown {@link CaseQueue.Item#proposal} as it was listed
   */
  public CaseAnswer confirm(TrackingId id, Optional<String> shown, Operator by) {
    return with(id, (tx, record) -> assigning.confirm(tx, record, shown, by, time.instant()));
  }

  /**
   * Has the portal take a case back, or pass it on to another institution; there that is one call
   * (portal-wire 2.6). It is asked for by the engine, and the agencies that have it here keep it
   * until the portal has done so, and for what it waits it waits until then.
   *
   * @param institution the portal's number of it; empty for the one that the case came from
   * @param by with a reason, which stands on the portal beside it
   */
  public CaseAnswer giveBack(TrackingId id, Optional<String> institution, Operator by) {
    Optional<CaseAnswer> refusal = givingBack.refusal(institution, by);
    return refusal.isPresent()
        ? refusal.get()
        : with(id, (tx, record) -> giveBack(tx, record, institution, by, time.instant()));
  }

  /** Does something with a case. */
  @FunctionalInterface
  private interface Act {
    CaseAnswer on(Tx tx, CaseRecord record);
  }

  private CaseAnswer with(TrackingId id, Act act) {
    return store.inTransaction(
        tx -> {
          try {
            Optional<CaseRecord> found = store.complaints().find(tx, id);
            return found
                .flatMap(record -> refusal(tx, record))
                .orElseGet(
                    () ->
                        found
                            .map(record -> act.on(tx, record))
                            .orElseGet(() -> CaseAnswer.refused(Refusal.UNKNOWN)));
          } catch (CorruptRowException | SealException e) {
            return CaseAnswer.refused(Refusal.DAMAGED);
          }
        });
  }

  private Optional<CaseAnswer> refusal(Tx tx, CaseRecord record) {
    Complaint complaint = record.complaint();
    if (Following.isMarked(store, tx, complaint.id())) {
      return Optional.of(CaseAnswer.refused(Refusal.GONE));
    }
    return StatusEvents.ends(complaint.status())
        ? Optional.of(CaseAnswer.refused(Refusal.ENDED, complaint.status().stage().name()))
        : Optional.empty();
  }

  private CaseAnswer giveBack(
      Tx tx, CaseRecord record, Optional<String> named, Operator by, Instant now) {
    TrackingId id = record.complaint().id();
    Optional<String> institution = named.or(() -> givingBack.cameFrom(tx, record));
    if (institution.isEmpty()) {
      return CaseAnswer.refused(Refusal.NO_INSTITUTION);
    }
    if (GivingBack.isWith(record, institution.get())) {
      return CaseAnswer.refused(Refusal.ALREADY_THERE, institution.get());
    }
    // Read before anything is written: of a damaged case nothing must be.
    List<Leg> unused = new CaseLegs(store).of(tx, record);
    if (givingBack.isUnderWay(tx, id)) {
      return CaseAnswer.refused(Refusal.ALREADY_ASKED);
    }
    Optional<CaseAnswer> kept = givingBack.takeBack(tx, id, by, now);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (!givingBack.ask(tx, record, institution.get(), Optional.empty(), by.reason(), now)) {
      return CaseAnswer.refused(Refusal.ALREADY_ASKED);
    }
    String what = by.because(institution.get());
    store.audit().append(tx, new AuditEntry(now, by.actor(), Action.GIVEN_BACK, id.value(), what));
    return CaseAnswer.of(Done.ASKED_PORTAL, institution.get());
  }
}
