package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.FileName;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The files of an agency as a target of the engine, apart from its tickets: each file is a call of
 * its own in a lane of its own, so that one that the agency does not take, or that does not get
 * through, holds up neither the case nor another file (C11). Its refusal is noted and ends it; only
 * an end that nobody knows waits for a person (C7). Bytes that are not here, or not as they were
 * kept, never go out: they are fetched again, and go out then (PSE-01). Safe for use by many
 * threads.
 */
public final class AgencyFileDelivery implements DeliveryTarget {
  private static final String NO_TICKET = "ticket.unknown";

  /** Nothing is sent twice: an earlier entry of the same file has arrived. */
  private static final String THERE = "file.sent";

  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final AgencyFileLimits limits;
  private final CaseStore store;
  private final FileVault vault;
  private final Others others;
  private final InstantSource time;

  public AgencyFileDelivery(
      AgencyCode agency,
      AgencyAdapter adapter,
      FileRules rules,
      CaseStore store,
      Others others,
      InstantSource time) {
    this.agency = agency;
    this.adapter = adapter;
    this.limits = rules.of(agency);
    this.store = store;
    this.vault = rules.vault();
    this.others = others;
    this.time = time;
  }

  /**
   * Who is told.
   *
   * @param delivering of what does not go out
   * @param intake of what has to be fetched again
   */
  public record Others(FileDelivering delivering, FileIntake intake) {}

  /**
   * What is to go where.
   *
   * @param row the file as it stands; empty where its row is missing or damaged
   * @param stored the bytes that go out; empty where they are not these any more
   * @param isThere whether the agency has it already
   */
  private record Ready(
      FileOrder order,
      Optional<AgencyTicket> ticket,
      Optional<CaseFile> row,
      Optional<StoredFile> stored,
      boolean isThere) {}

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    try {
      FileOrder order = FileOrder.read(envelope.payload());
      Optional<DeliveryResult> over =
          Withdrawn.refusal(
              store, envelope, tx -> new LegGate(store).refusal(tx, agency, order.reference()));
      if (over.isPresent()) {
        return over.get() instanceof DeliveryResult.Refused gone
            ? new DeliveryResult.Obsolete(gone.code(), gone.detail())
            : over.get();
      }
      return send(envelope, store.read(tx -> ready(tx, order)));
    } catch (StoreException | CorruptRowException | SealException | IllegalArgumentException e) {
      return DeliveryResult.entryTrouble("the file could not be looked up");
    }
  }

  private DeliveryResult send(Envelope envelope, Ready ready) {
    FileOrder order = ready.order();
    if (ready.isThere()) {
      return new DeliveryResult.Obsolete(THERE, "the agency has it already");
    }
    if (ready.row().isEmpty()) {
      return DeliveryResult.entryTrouble("the row of the file is missing or damaged");
    }
    if (ready.ticket().isEmpty()) {
      return notTaken(envelope, order, NO_TICKET, "it has no ticket there");
    }
    if (ready.stored().isEmpty() || isFetchedAgain(ready.row().get(), ready.stored().get())) {
      return envelope.uncertain()
          ? DeliveryResult.entryTrouble("the file is not here")
          : new DeliveryResult.Obsolete(FileDelivering.NOT_HERE, "it goes out when it is here");
    }
    StoredFile stored = ready.stored().get();
    Optional<String> rule = limits.refusal(stored.type(), stored.bytes(), 0, 0);
    if (rule.isPresent() && !envelope.uncertain()) {
      return notTaken(envelope, order, rule.get(), "a rule of ours for " + agency);
    }
    DeliveryResult result =
        adapter.attach(
            ready.ticket().get(), outgoing(ready.row().get(), stored, order), envelope.key());
    return result instanceof DeliveryResult.Refused refused
        ? notTaken(envelope, order, refused.code(), refused.detail())
        : result;
  }

  private Ready ready(Tx tx, FileOrder order) {
    Reference leg = order.reference();
    Optional<CaseFile> row = store.files().find(tx, leg.complaint(), order.place());
    Optional<StoredFile> stored =
        row.filter(it -> it.state() == CaseFile.State.HERE)
            .flatMap(it -> FileOrder.stored(it, order.form()))
            .filter(it -> it.sha256().equals(order.sha256()));
    boolean isThere =
        find(tx, order)
            .filter(it -> it.state() == FileDelivery.State.SENT)
            .filter(it -> it.sha256().equals(order.sha256()))
            .isPresent();
    return new Ready(order, store.links().ticketOf(tx, agency, leg), row, stored, isThere);
  }

  /** Looks at the bytes before anything of them goes out; what is damaged is fetched again. */
  private boolean isFetchedAgain(CaseFile file, StoredFile stored) {
    try {
      vault.verify(stored);
      return false;
    } catch (IOException e) {
      Instant now = time.instant();
      store.inTransaction(
          tx -> {
            // Another node, or another file with the same bytes, may have been first.
            Optional<CaseFile> current =
                store
                    .files()
                    .find(tx, file.complaint(), file.place())
                    .filter(it -> it.state() == CaseFile.State.HERE);
            if (current.isPresent()) {
              String why = "its bytes are missing or damaged here";
              others.intake().again(tx, current.stream().toList(), agency.value(), why, now);
            }
            return true;
          });
      return true;
    }
  }

  private OutgoingFile outgoing(CaseFile file, StoredFile stored, FileOrder order) {
    Reference leg = order.reference();
    String name = FileName.of(leg, file.place(), file.attachment().fileName(), stored.type());
    // A copy in an open format has an extension of its own, but the original may be of the same.
    String unique = order.form() == FileDelivery.Form.EXCHANGE ? FileName.exchange(name) : name;
    return new OutgoingFile(
        leg, file.place(), unique, stored.type(), stored.sha256(), vault.content(stored));
  }

  /**
   * Notes that it does not go there, and why; the entry ends. A refusal of a repetition says
   * nothing of what came before it.
   */
  private DeliveryResult notTaken(Envelope envelope, FileOrder order, String code, String detail) {
    if (envelope.uncertain()) {
      return new DeliveryResult.Refused(code, detail);
    }
    Instant now = time.instant();
    store.inTransaction(
        tx -> {
          others.delivering().notTaken(tx, agency, order, code, now);
          return true;
        });
    return new DeliveryResult.Obsolete(code, detail);
  }

  private Optional<FileDelivery> find(Tx tx, FileOrder order) {
    return store
        .files()
        .deliveries()
        .find(tx, agency, order.reference(), order.place(), order.form());
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    FileOrder order = FileOrder.read(envelope.payload());
    Ready ready = store.read(tx -> ready(tx, order));
    return ready.ticket().isEmpty() || ready.row().isEmpty() || ready.stored().isEmpty()
        ? new Lookup.CannotTell("it has no ticket there, or no file here", false)
        : adapter.findFile(
            ready.ticket().get(), outgoing(ready.row().get(), ready.stored().get(), order));
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return adapter.capabilities().contains(Capability.FIND_FILES);
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return adapter.capabilities().contains(Capability.FILES_HONOUR_KEYS);
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    Instant now = time.instant();
    FileOrder order = FileOrder.read(envelope.payload());
    find(tx, order).ifPresent(it -> store.files().deliveries().save(tx, it.sent(reference, now)));
    audit(tx, now, Action.FILE_DELIVERED, order, order.sha256());
  }

  private void audit(Tx tx, Instant now, Action action, FileOrder order, String detail) {
    String what = order.leg() + " file " + order.place() + ": " + detail;
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, agency.value(), action, order.reference().complaint().value(), what));
  }
}
