package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.AnswerFiles.Gathered;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The portal as a target of the engine: publishes answers with their files. An answer that an entry
 * of the portal proves to stand there is neither sent nor looked for again (C13).
 */
public final class PortalDelivery implements DeliveryTarget {
  private final PortalWriter portal;
  private final CaseStore store;
  private final Publication publication;
  private final Optional<AnswerFiles> files;
  private final InstantSource time;

  /** One that fetches no files, to see what else would go out. */
  public PortalDelivery(
      PortalWriter portal, CaseStore store, Timekeeper timekeeper, InstantSource time) {
    this(portal, store, timekeeper, Optional.empty(), time);
  }

  /** One that fetches an answer's files first. */
  public PortalDelivery(
      PortalWriter portal,
      CaseStore store,
      Timekeeper timekeeper,
      AnswerFiles files,
      InstantSource time) {
    this(portal, store, timekeeper, Optional.of(files), time);
  }

  private PortalDelivery(
      PortalWriter portal,
      CaseStore store,
      Timekeeper timekeeper,
      Optional<AnswerFiles> files,
      InstantSource time) {
    this.portal = portal;
    this.store = store;
    this.publication = new Publication(store, timekeeper);
    this.files = files;
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    Optional<DeliveryResult> withdrawn = Withdrawn.refusal(store, envelope);
    if (withdrawn.isPresent()) {
      return withdrawn.get();
    }
    FollowUp answer;
    try {
      if (envelope.attempts() == 0 && !isWritable(followUp(envelope))) {
        return new DeliveryResult.Refused(
            "stage.put_away",
            "the portal has archived, rejected or blocked this complaint since the agency answered;"
                + " nothing was sent");
      }
      answer = shown(followUp(envelope));
      Optional<String> proof = envelope.attempts() > 0 ? proof(envelope) : Optional.empty();
      if (proof.isPresent()) {
        return new DeliveryResult.Accepted(proof.get());
      }
      if (files.isPresent() && hasFiles(answer)) {
        Gathered gathered = files.get().gather(answer);
        keep(envelope, gathered);
        return portal.publish(gathered.answer(), gathered.files(), envelope.key());
      }
    } catch (UncheckedIOException e) {
      return DeliveryResult.entryTrouble("there was no room here to look at its files");
    } catch (StoreException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return DeliveryResult.entryTrouble(
          "its case was not read or its files were not kept: " + e.getMessage());
    }
    List<PortalFile> none = List.of();
    return portal.publish(answer, none, envelope.key());
  }

  private static boolean hasFiles(FollowUp answer) {
    return !answer.attachments().isEmpty() || !answer.enclosures().isEmpty();
  }

  /** What a person let go goes out in any stage. */
  private boolean isWritable(FollowUp answer) {
    return store.read(
        tx ->
            AnswerCase.of(store, tx, answer.complaint()).writable()
                || store.replies().isApproved(tx, answer.agency(), answer.changeId()));
  }

  /** Its report may have become secret while the answer waited (C14). */
  private FollowUp shown(FollowUp answer) {
    return store.read(tx -> AnswerCase.of(store, tx, answer.complaint()).shown(answer));
  }

  /** The words that go out are those that are looked for, so they are kept before they go. */
  private void keep(Envelope envelope, Gathered gathered) {
    if (gathered.missing().isEmpty()) {
      return;
    }
    FollowUp answer = gathered.answer();
    store.inTransaction(
        tx -> {
          boolean unused =
              store
                  .outbox()
                  .refresh(
                      tx,
                      envelope.key(),
                      AnswerCase.of(store, tx, answer.complaint())
                          .entry(portal, envelope.lane(), envelope.key(), answer));
          for (String missing : gathered.missing()) {
            audit(tx, answer, Action.FILE_LEFT_OUT, "change " + answer.changeId() + ", " + missing);
          }
          return true;
        });
  }

  private Optional<String> proof(Envelope envelope) {
    return store.read(tx -> store.portalEntries().proof(tx, envelope.key()));
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    FollowUp answer = followUp(envelope);
    try {
      Optional<String> proof = proof(envelope);
      if (proof.isPresent()) {
        return new Lookup.Found(proof.get());
      }
      int others = store.read(tx -> others(tx, answer));
      return portal.find(answer, envelope.confirmedTwins() + others);
    } catch (StoreException e) {
      return new Lookup.CannotTell("what is known of it could not be read: " + e.getMessage());
    }
  }

  private int others(Tx tx, FollowUp answer) {
    TrackingId about = answer.complaint();
    String twin = AnswerCase.of(store, tx, about).twin(portal, answer);
    return store.portalEntries().foreign(tx, about, twin);
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return true;
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return false;
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    publication.stands(tx, followUp(envelope), time.instant());
  }

  private void audit(Tx tx, FollowUp answer, Action action, String what) {
    Instant now = time.instant();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(now, answer.agency().value(), action, answer.complaint().value(), what));
  }

  private static FollowUp followUp(Envelope envelope) {
    return ModelJson.read(envelope.payload(), FollowUp.class);
  }
}
