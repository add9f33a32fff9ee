package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.PushedMessage.Changes;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Kept;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads once more what was set aside on arrival, as it is read on arrival: after an upgrade, or
 * with a configuration that was corrected. Calls nobody and keeps nothing.
 */
public record ArrivalReader(
    Portal portal,
    ComplaintIntake intake,
    AnswerIntake answers,
    Map<AgencyCode, AgencyAdapter> adapters) {

  private static final Pattern AGENCY = Pattern.compile("agency\\.([a-z0-9-]+)(\\.webhook)?");

  /** What was read. */
  sealed interface Reading {
    record No(Refusal why, String detail) implements Reading {}

    /**
     * It can be applied.
     *
     * @param about what it is about, if that is one complaint
     */
    record Usable(Optional<TrackingId> about, Effect effect) implements Reading {}
  }

  /** Applies it, and says whether anybody was meant. */
  @FunctionalInterface
  interface Effect {
    boolean apply(Tx tx, Instant now);
  }

  Reading read(Kept kept) {
    try {
      return of(kept);
    } catch (UnreadableMessageException e) {
      return new Reading.No(Refusal.UNREADABLE, e.code());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // A reader of the outside's making may fail in any way; that it did is the answer.
      return new Reading.No(Refusal.UNREADABLE, Quarantine.NOT_APPLIED);
    }
  }

  private Reading of(Kept kept) {
    boolean whole = kept.receipt().code().equals(Quarantine.NOT_APPLIED);
    if (kept.source().equals(WebhookIntake.SOURCE)) {
      return told(portal.read(kept.raw()), kept.eventId());
    }
    if (kept.source().equals(PortalPoll.SOURCE)) {
      // Of an item that was understood only the complaint is kept, without its revision.
      return whole ? asked(kept) : told(portal.item(kept.raw()), occasion(kept));
    }
    Matcher agency = AGENCY.matcher(kept.source());
    if (!agency.matches()) {
      return new Reading.No(Refusal.NOT_READ_AGAIN, kept.source());
    }
    AgencyCode code = new AgencyCode(agency.group(1));
    AgencyAdapter adapter = adapters.get(code);
    if (adapter == null) {
      return new Reading.No(Refusal.NO_TARGET, code.value());
    }
    if (agency.group(2) != null) {
      return pushed(code, adapter, kept.raw());
    }
    return whole
        ? changed(code, ModelJson.read(kept.raw(), TicketChange.class))
        : said(code, adapter.reread(kept.raw()));
  }

  private Reading told(PortalState state, String occasion) {
    return new Reading.Usable(
        Optional.of(state.complaint().id()),
        (tx, now) -> {
          intake.applyLate(tx, state, occasion, now);
          return true;
        });
  }

  private Reading asked(Kept kept) {
    TrackingId id = new TrackingId(kept.eventId().split(" ", 2)[0]);
    return new Reading.Usable(
        Optional.of(id),
        (tx, now) -> {
          intake.fetch(tx, id, occasion(kept), now);
          return true;
        });
  }

  private static String occasion(Kept kept) {
    return "replay of " + kept.receipt().reference();
  }

  private Reading changed(AgencyCode agency, TicketChange change) {
    return new Reading.Usable(
        Optional.empty(), (tx, now) -> answers.applyKept(tx, agency, change, now));
  }

  private Reading pushed(AgencyCode agency, AgencyAdapter adapter, byte[] body) {
    if (!adapter.capabilities().contains(Capability.PUSH)) {
      return new Reading.No(Refusal.NOT_READ_AGAIN, agency.value());
    }
    return said(agency, adapter.pushed(body));
  }

  private Reading said(AgencyCode agency, PushedMessage message) {
    if (message instanceof PushedMessage.Broken alone
        && alone.code().equals(AgencyAdapter.NOT_ALONE)) {
      return new Reading.No(Refusal.NOT_READ_AGAIN, agency.value());
    }
    if (message instanceof PushedMessage.Broken broken) {
      return new Reading.No(Refusal.UNREADABLE, broken.code());
    }
    Changes told = (Changes) message;
    if (!told.unreadable().isEmpty()) {
      return new Reading.No(Refusal.UNREADABLE, "payload.shape");
    }
    if (told.changes().size() > PushedMessage.CHANGES_MAX) {
      return new Reading.No(Refusal.UNREADABLE, "payload.too_many");
    }
    return new Reading.Usable(
        Optional.empty(),
        (tx, now) -> {
          told.changes().forEach(change -> answers.apply(tx, agency, change, now));
          return true;
        });
  }
}
