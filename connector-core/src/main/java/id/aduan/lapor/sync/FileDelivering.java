package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.FileDeliveries.Load;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has files go to agencies as soon as a file is here and its case has a ticket there, whichever
 * comes first. Told of the same twice it does nothing more; what ended since its case or its bytes
 * were not here goes out when they are. What is above a limit of the agency is refused when it
 * falls due, in one unit of work with the count, so that files under way at once cannot pass it.
 * Safe for use by many threads.
 */
public final class FileDelivering implements FileKept {
  static final String ATTACH = "attach";

  /** Why an entry ended that goes out later: its file is not here. */
  static final String NOT_HERE = "file.not-here";

  private static final Set<String> ENDED_FOR_NOW =
      Set.of(NOT_HERE, Withdrawn.GONE, TicketUpdates.MOVED, TicketUpdates.WITHHELD);

  private final CaseStore store;
  private final Map<AgencyCode, AgencyFileLimits> agencies;
  private final LegGate gate;
  private final FileTelling telling;
  private final FileAlerts alerts;
  private final Consumer<String> wake;

  /**
   * Makes it.
   *
   * @param agencies those that take files, with their limits
   * @param telling tells agencies of what does not go out
   * @param alerts tells a person of it
   * @param wake called after a commit with the target to which something is to go
   */
  public FileDelivering(
      CaseStore store,
      Map<AgencyCode, AgencyFileLimits> agencies,
      FileTelling telling,
      FileAlerts alerts,
      Consumer<String> wake) {
    this.store = store;
    this.telling = telling;
    this.alerts = alerts;
    this.agencies = Map.copyOf(agencies);
    this.gate = new LegGate(store);
    this.wake = wake;
  }

  @Override
  public void kept(Tx tx, CaseFile file, Instant now) {
    alerts.kept(tx, file, now);
    telling.kept(tx, file, now);
    if (file.state() != CaseFile.State.HERE) {
      return;
    }
    for (Links.Linked linked : store.links().of(tx, file.complaint())) {
      Reference leg = new Reference(file.complaint(), linked.leg());
      AgencyCode agency = linked.ticket().agency();
      if (mayHave(tx, agency, leg)) {
        deliver(tx, agency, leg, file, now);
      }
    }
  }

  @Override
  public void noRoom(Instant now) {
    alerts.noRoom(now);
  }

  /** An agency has opened a ticket: what is here of its case goes there. */
  public void opened(Tx tx, AgencyCode agency, Reference leg, Instant now) {
    telling.opened(tx, agency, leg, now);
    if (!mayHave(tx, agency, leg)) {
      return;
    }
    for (CaseFile file : store.files().of(tx, leg.complaint())) {
      if (file.state() == CaseFile.State.HERE) {
        deliver(tx, agency, leg, file, now);
      }
    }
  }

  /**
   * Sends once more what an agency did not take.
   *
   * @return false where it is above a limit still, or there is nothing to send or nobody to get it;
   *     nothing was sent then
   */
  boolean again(Tx tx, FileDelivery refused, CaseFile file, Instant now) {
    if (file.state() != CaseFile.State.HERE || !mayHave(tx, refused.agency(), refused.leg())) {
      return false;
    }
    Optional<FileOrder> order =
        FileOrder.of(refused.leg(), file).stream()
            .filter(it -> it.form() == refused.form())
            .findFirst();
    StoredFile stored = order.flatMap(it -> FileOrder.stored(file, it.form())).orElse(null);
    if (stored == null || rule(tx, refused.agency(), order.get(), stored).isPresent()) {
      return false;
    }
    boolean isSent = enqueue(tx, refused.agency(), order.get(), true, now);
    telling.tell(tx, refused.agency(), refused.leg(), now);
    return isSent;
  }

  private boolean mayHave(Tx tx, AgencyCode agency, Reference leg) {
    return agencies.containsKey(agency)
        && gate.over(tx, agency, leg).isEmpty()
        && !Following.isMarked(store, tx, leg.complaint());
  }

  private void deliver(Tx tx, AgencyCode agency, Reference leg, CaseFile file, Instant now) {
    for (FileOrder order : FileOrder.of(leg, file)) {
      boolean isOver =
          store
              .files()
              .deliveries()
              .find(tx, agency, leg, order.place(), order.form())
              .filter(it -> it.sha256().equals(order.sha256()))
              .filter(it -> it.state() != FileDelivery.State.DUE)
              .isPresent();
      if (isOver) {
        continue;
      }
      Optional<String> rule =
          rule(tx, agency, order, FileOrder.stored(file, order.form()).orElseThrow());
      if (rule.isPresent()) {
        notTaken(tx, agency, order, rule.get(), now);
      } else {
        boolean unused = enqueue(tx, agency, order, false, now);
      }
    }
  }

  private Optional<String> rule(Tx tx, AgencyCode agency, FileOrder order, StoredFile file) {
    Load load =
        store.files().deliveries().load(tx, agency, order.reference(), order.place(), order.form());
    return agencies
        .getOrDefault(agency, AgencyFileLimits.DEFAULT)
        .refusal(file.type(), file.bytes(), load.files(), load.bytes());
  }

  /** What went out before and ended has the same key, and needs another one to go out again. */
  private boolean enqueue(
      Tx tx, AgencyCode agency, FileOrder order, boolean byPerson, Instant now) {
    Lane lane = order.lane(agency);
    String version =
        order.place() + "/" + String.join("/", order.leg(), order.form().name(), order.sha256());
    IdempotencyKey first = IdempotencyKey.of(lane, ATTACH, version);
    boolean isNew = enqueue(tx, lane, first, first, order, now);
    if (!isNew) {
      Optional<Standing> last = store.outbox().youngest(tx, lane, 1).stream().findFirst();
      isNew =
          last.filter(it -> byPerson ? it.isSettled() : mayEnd(it)).isPresent()
              && enqueue(
                  tx,
                  lane,
                  IdempotencyKey.of(lane, ATTACH, version + " after " + last.get().key().value()),
                  first,
                  order,
                  now);
    }
    if (isNew) {
      save(tx, agency, order, FileDelivery.State.DUE, "", now);
      tx.afterCommit(() -> wake.accept(lane.target()));
    }
    return isNew;
  }

  /** What is under way may be ending at this moment; should it arrive, the next one ends itself. */
  private static boolean mayEnd(Standing last) {
    return last.isUnderWay()
        || (last.state() == State.DISCARDED && ENDED_FOR_NOW.contains(last.code()));
  }

  private boolean enqueue(
      Tx tx, Lane lane, IdempotencyKey key, IdempotencyKey twin, FileOrder order, Instant now) {
    return store
        .outbox()
        .enqueue(tx, new NewEntry(lane, ATTACH, key, order.payload(), twin.value()), now);
  }

  /** Notes that it does not go there, and why; both sides are told. */
  void notTaken(Tx tx, AgencyCode agency, FileOrder order, String code, Instant now) {
    save(tx, agency, order, FileDelivery.State.REFUSED, code, now);
    Reference leg = order.reference();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now,
                agency.value(),
                Action.FILE_NOT_TAKEN,
                leg.complaint().value(),
                order.leg() + " file " + order.place() + ": " + code));
    telling.tell(tx, agency, leg, now);
    alerts.notTaken(tx, agency.value(), now);
  }

  private void save(
      Tx tx,
      AgencyCode agency,
      FileOrder order,
      FileDelivery.State state,
      String reason,
      Instant now) {
    store
        .files()
        .deliveries()
        .save(
            tx,
            new FileDelivery(
                agency,
                order.reference(),
                order.place(),
                order.form(),
                order.sha256(),
                state,
                reason,
                "",
                now));
  }
}
