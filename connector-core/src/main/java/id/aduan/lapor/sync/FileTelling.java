package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.privacy.AgencyComplaint.FileNote;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells agencies whose tickets can be updated of the files that they do not get. What a ticket says
 * of files is read when an update goes out, so one that waits already tells the newest. Safe for
 * use by many threads.
 */
public final class FileTelling implements FileKept {
  private static final Logger LOG = LoggerFactory.getLogger(FileTelling.class);
  private final CaseStore store;
  private final Set<AgencyCode> updatable;
  private final AgencyWording wording;
  private final TicketUpdates updates;
  private final LegGate gate;

  /**
   * Makes it.
   *
   * @param updatable the agencies whose tickets can be updated
   * @param wake called after a commit with the target to which something is to go
   */
  public FileTelling(
      CaseStore store, Set<AgencyCode> updatable, Mappings mappings, Consumer<String> wake) {
    this.store = store;
    this.updatable = Set.copyOf(updatable);
    this.wording = new AgencyWording(mappings);
    this.updates = new TicketUpdates(store, this.updatable::contains, wake);
    this.gate = new LegGate(store);
  }

  /**
   * Of a file that is here the file itself tells, unless another was told of it before: that it was
   * held back, or could not be had.
   */
  @Override
  public void kept(Tx tx, CaseFile file, Instant now) {
    if (file.state() == CaseFile.State.HERE && file.reason().isEmpty()) {
      return;
    }
    for (Links.Linked linked : store.links().of(tx, file.complaint())) {
      tell(tx, linked.ticket().agency(), new Reference(file.complaint(), linked.leg()), now);
    }
  }

  /** An agency has opened a ticket, which says nothing yet of what it does not get. */
  void opened(Tx tx, AgencyCode agency, Reference leg, Instant now) {
    boolean lacks =
        updatable.contains(agency)
            && notes(store, tx, agency, leg).stream().anyMatch(it -> !it.code().isEmpty());
    if (lacks) {
      tell(tx, agency, leg, now);
    }
  }

  /** Has a ticket say anew how far the files of its case are. */
  void tell(Tx tx, AgencyCode agency, Reference leg, Instant now) {
    TrackingId id = leg.complaint();
    if (!updatable.contains(agency)
        || gate.over(tx, agency, leg).isPresent()
        || Following.isMarked(store, tx, id)) {
      return;
    }
    try {
      store
          .complaints()
          .find(tx, id)
          .ifPresent(
              record ->
                  CaseLegs.find(new CaseLegs(store).of(tx, record), agency, leg.leg())
                      .ifPresent(
                          it ->
                              updates.said(
                                  tx, it, wording.visible(record.complaint(), it, now), now)));
    } catch (CorruptRowException e) {
      LOG.error("{}; {} is not told of the files of {}", e.getMessage(), agency, id);
    }
  }

  /** What sets a ticket anew, with how far the files of its case are; a case without reads none. */
  static AgencyComplaint filed(
      CaseStore store, Tx tx, AgencyCode agency, AgencyComplaint complaint) {
    Facts facts = complaint.facts();
    return facts.attachments().isEmpty() && facts.replies().isEmpty()
        ? complaint
        : complaint.filed(notes(store, tx, agency, facts.reference()));
  }

  private static List<FileNote> notes(CaseStore store, Tx tx, AgencyCode agency, Reference leg) {
    List<CaseFile> files = store.files().of(tx, leg.complaint());
    if (files.isEmpty()) {
      return List.of();
    }
    List<FileDelivery> refused =
        store.files().deliveries().of(tx, leg.complaint()).stream()
            .filter(it -> it.agency().equals(agency) && it.leg().equals(leg))
            .filter(it -> it.form() == FileDelivery.Form.MAIN)
            .filter(it -> it.state() == FileDelivery.State.REFUSED)
            .toList();
    return files.stream().map(file -> note(file, refused)).toList();
  }

  private static FileNote note(CaseFile file, List<FileDelivery> refused) {
    Optional<FileDelivery> there =
        refused.stream().filter(it -> it.place() == file.place()).findFirst();
    String url = file.attachment().url();
    return switch (file.state()) {
      case HERE ->
          there
              .map(it -> new FileNote(file.place(), url, "refused", it.reason()))
              .orElseGet(() -> new FileNote(file.place(), url, "here", ""));
      case WAITING -> new FileNote(file.place(), url, "waiting", "");
      case QUARANTINED, REFUSED, LOST ->
          new FileNote(
              file.place(), url, file.state().name().toLowerCase(Locale.ROOT), file.reason());
    };
  }
}
