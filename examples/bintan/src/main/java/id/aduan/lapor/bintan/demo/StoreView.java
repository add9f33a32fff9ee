package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditTrail.NumberedEntry;
import id.aduan.lapor.bintan.demo.FileReckoning.Standing;
import id.aduan.lapor.bintan.demo.Reckoning.Ticket;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The connector's store, read from outside while the connector owns it. */
final class StoreView implements AutoCloseable {
  private static final int PARKED_MAX = 10_000;
  private static final int FILES_MAX = 10_000;
  private final JdbcStore store;

  StoreView(Path file) {
    store = JdbcStore.sqliteReadOnly(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)));
  }

  List<NumberedEntry> auditAfter(long sequence) {
    return store.read(tx -> store.audit().after(tx, sequence, 500));
  }

  /** How many entries are neither done nor parked. */
  long unsettled() {
    return store.read(
        tx ->
            store.outboxView().counts(tx).stream()
                .filter(count -> !count.state().isSettled() && count.state() != State.PARKED)
                .mapToLong(count -> count.entries())
                .sum());
  }

  List<Ticket> linked() {
    return store.read(
        tx -> {
          List<Ticket> tickets = new ArrayList<>();
          for (TrackingId id : store.complaints().all(tx)) {
            store
                .links()
                .ticketsOf(tx, id)
                .forEach(
                    ticket ->
                        tickets.add(
                            new Ticket(ticket.agency().value(), id.value(), ticket.number())));
          }
          return tickets;
        });
  }

  /** Complaints of which something is parked, or that are withheld on purpose. */
  Set<String> parked() {
    return store.read(
        tx -> {
          Set<String> parked = new HashSet<>();
          store
              .outboxView()
              .parked(tx, PARKED_MAX)
              .forEach(row -> parked.add(row.lane().complaint().value()));
          for (TrackingId id : store.complaints().all(tx)) {
            List<AuditEntry> story = store.audit().about(tx, id.value());
            boolean withheld =
                story.stream().anyMatch(entry -> entry.action() == AuditEntry.Action.WITHHELD);
            boolean routed =
                story.stream().anyMatch(entry -> entry.action() == AuditEntry.Action.ROUTED);
            if (withheld && !routed) {
              parked.add(id.value());
            }
          }
          return parked;
        });
  }

  /** The files of all complaints, with what goes out of each. */
  List<FileReckoning.Kept> files() {
    return store.read(
        tx -> store.files().after(tx, 0, FILES_MAX).files().stream().map(StoreView::kept).toList());
  }

  private static FileReckoning.Kept kept(CaseFile file) {
    String original = file.original().map(StoredFile::sha256).orElse("");
    List<String> going = new ArrayList<>();
    going.add(copy(file, FileCopy.Kind.CLEANED).orElse(original));
    copy(file, FileCopy.Kind.EXCHANGE).ifPresent(going::add);
    Standing standing =
        switch (file.state()) {
          case WAITING -> Standing.WAITING;
          case HERE -> Standing.GOES;
          case QUARANTINED, REFUSED, LOST -> Standing.GOES_TO_NOBODY;
        };
    return new FileReckoning.Kept(
        file.complaint().value(), file.place(), standing, original, going);
  }

  private static Optional<String> copy(CaseFile file, FileCopy.Kind kind) {
    return file.copies().stream()
        .filter(copy -> copy.kind() == kind)
        .map(copy -> copy.file().sha256())
        .findFirst();
  }

  @Override
  public void close() {
    store.close();
  }
}
