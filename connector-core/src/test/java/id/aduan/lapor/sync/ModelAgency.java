package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The system of one agency in the model: tickets by our reference, officers who write into them,
 * and a feed of changes that may tell us our own writing.
 */
final class ModelAgency implements AgencyAdapter {
  private static final ComplaintView VIEW =
      new ComplaintView(ZoneId.of("Asia/Jakarta"), TextLimits.NONE);

  /** What was written into a ticket, the newest last. */
  final TreeMap<String, List<AgencyComplaint>> tickets = new TreeMap<>();

  /** All changes, and which of them are an officer's. */
  final List<TicketChange> feed = new ArrayList<>();

  final List<TicketChange> byOfficers = new ArrayList<>();

  /** Nothing reaches it. */
  boolean down;

  /** Its next answer is lost, though it did what it was asked. */
  boolean losesAnswer;

  int openedTwice;

  /** The changes that were heard of, by their ids. */
  final Set<String> heard = new HashSet<>();

  /** The tickets whose status both sides have set, and the one did not know of the other. */
  final Set<String> setByBoth = new HashSet<>();

  private final Map<String, String> statuses = new HashMap<>();
  private final String name;
  private final boolean echoes;
  private final Supplier<Instant> clock;

  ModelAgency(String name, boolean echoes, Supplier<Instant> clock) {
    this.name = name;
    this.echoes = echoes;
    this.clock = clock;
  }

  static String number(Reference reference) {
    return "T-" + reference;
  }

  /** An officer sets a status, and may answer in public; neither makes no change. */
  void officer(String reference, String status, boolean answers) {
    if (!answers && status.equals(statuses.get(reference))) {
      return;
    }
    statuses.put(reference, status);
    if (feed.stream().anyMatch(change -> isOurs(change) && isUnheard(change, reference))) {
      setByBoth.add(reference);
    }
    writes(reference, answers ? "Jawaban " + name + (feed.size() + 1) : "", status);
  }

  /** An officer says just this in public, beside this status. */
  void writes(String reference, String text, String status) {
    String id = name + (feed.size() + 1);
    TicketChange change =
        new TicketChange(
            id, "T-" + reference, reference, clock.get(), true, text, status, List.of());
    feed.add(change);
    byOfficers.add(change);
  }

  private void echo(AgencyComplaint written, String text, String status) {
    if (echoes && !(text.isEmpty() && status.isEmpty())) {
      Reference reference = written.facts().reference();
      feed.add(
          new TicketChange(
              name + (feed.size() + 1),
              number(reference),
              reference.value(),
              clock.get(),
              true,
              text,
              status,
              List.of()));
    }
  }

  private boolean isOurs(TicketChange change) {
    return !byOfficers.contains(change);
  }

  private boolean isUnheard(TicketChange change, String reference) {
    return change.reference().equals(reference) && !heard.contains(change.id());
  }

  String status(String reference) {
    return statuses.getOrDefault(reference, "");
  }

  /** The status that a ticket gets; empty where it has it already. */
  private String set(Reference reference, String status) {
    if (!status.isEmpty()
        && byOfficers.stream().anyMatch(change -> isUnheard(change, reference.value()))) {
      setByBoth.add(reference.value());
    }
    return status.isEmpty() || status.equals(statuses.put(reference.value(), status)) ? "" : status;
  }

  private static String status(AgencyComplaint complaint) {
    return complaint.facts().words().getOrDefault("status", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FIND, Capability.UPDATE, Capability.CHANGES);
  }

  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    if (down) {
      return DeliveryResult.targetTrouble("down");
    }
    Reference reference = complaint.facts().reference();
    openedTwice += tickets.containsKey(reference.value()) ? 1 : 0;
    tickets.put(reference.value(), new ArrayList<>(List.of(complaint)));
    echo(complaint, content(complaint), set(reference, status(complaint)));
    return end(reference);
  }

  @Override
  public DeliveryResult update(AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    if (down) {
      return DeliveryResult.targetTrouble("down");
    }
    Reference reference = complaint.facts().reference();
    List<AgencyComplaint> written = tickets.get(reference.value());
    if (written == null || !ticket.number().equals(number(reference))) {
      return new DeliveryResult.Refused("http.404", "no such ticket");
    }
    AgencyComplaint before = written.get(written.size() - 1);
    written.add(complaint);
    String content = content(complaint).equals(content(before)) ? "" : content(complaint);
    echo(complaint, content, set(reference, status(complaint)));
    return end(reference);
  }

  /** As a system holds it whose fields are the usual ones. */
  private static String content(AgencyComplaint complaint) {
    return String.valueOf(VIEW.of(complaint).get("content"));
  }

  private DeliveryResult end(Reference reference) {
    if (losesAnswer) {
      losesAnswer = false;
      return new DeliveryResult.Unknown("cut off");
    }
    return new DeliveryResult.Accepted(number(reference));
  }

  @Override
  public Lookup find(Reference reference) {
    return tickets.containsKey(reference.value())
        ? new Lookup.Found(number(reference))
        : new Lookup.Absent();
  }

  @Override
  public ChangePage changes(String cursor) {
    return new ChangePage(feed, List.of(), Integer.toString(feed.size()), false);
  }
}
