package id.aduan.lapor.simulation;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One agency's system: its tickets, what officers write into them, and a feed of both, our own
 * writing included. It knows what must never reach it.
 */
final class AgencyModel {
  private static final int PAGE_MAX = 3;

  /** How an open whose end is not known can be settled there. */
  enum Manner {
    FINDS,
    HONOURS_KEYS,
    NEITHER
  }

  /** A ticket as it stands there. */
  static final class Ticket {
    final String number;
    private final Reference reference;
    private final Set<String> keys = new HashSet<>();
    private String content;
    int version;

    Ticket(String number, AgencyComplaint complaint, IdempotencyKey key) {
      this.number = number;
      this.reference = complaint.facts().reference();
      this.content = complaint.facts().content();
      this.version = versionOf(complaint);
      keys.add(key.value());
    }
  }

  /** What an officer said in public. */
  record Said(String reference, int place) {}

  final AgencyCode code;
  final Manner manner;
  final boolean updates;
  final Map<String, Ticket> tickets = new TreeMap<>();
  final Map<String, Said> answers = new LinkedHashMap<>();

  private final Course course;
  private final boolean givesReferences;
  private final Set<String> replies = new HashSet<>();
  private final List<TicketChange> feed = new ArrayList<>();

  AgencyModel(AgencyCode code, Course course) {
    this.code = code;
    this.course = course;
    int way = course.chance.nextInt(10);
    this.manner = way < 5 ? Manner.FINDS : way < 9 ? Manner.HONOURS_KEYS : Manner.NEITHER;
    this.updates = course.chance.nextInt(4) > 0;
    this.givesReferences = course.chance.nextInt(3) > 0;
  }

  Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.of(Capability.CHANGES);
    if (manner == Manner.FINDS) {
      capabilities.add(Capability.FIND);
    }
    if (manner == Manner.HONOURS_KEYS) {
      capabilities.add(Capability.HONOURS_KEYS);
    }
    if (updates) {
      capabilities.add(Capability.UPDATE);
    }
    return capabilities;
  }

  /** Versions are the portal's, and stand in the title. */
  private static int versionOf(AgencyComplaint complaint) {
    return Integer.parseInt(complaint.facts().title().substring(1));
  }

  DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    String reference = complaint.facts().reference().value();
    Ticket there = tickets.get(reference);
    if (there != null) {
      course.require(
          manner == Manner.HONOURS_KEYS && there.keys.contains(key.value()),
          "C3: a second ticket of " + reference + " at " + code);
      return new DeliveryResult.Accepted(there.number);
    }
    heard(complaint);
    Ticket ticket = new Ticket(code + "-" + (tickets.size() + 1), complaint, key);
    tickets.put(reference, ticket);
    tells(ticket, ticket.content);
    return new DeliveryResult.Accepted(ticket.number);
  }

  DeliveryResult update(AgencyComplaint complaint, AgencyTicket to) {
    Ticket ticket = tickets.get(complaint.facts().reference().value());
    if (ticket == null || !ticket.number.equals(to.number())) {
      return new DeliveryResult.Refused("http.404", "no such ticket");
    }
    heard(complaint);
    int version = versionOf(complaint);
    course.require(
        version >= ticket.version,
        "C8: %s of %s was set from version %d back to %d"
            .formatted(ticket.number, code, ticket.version, version));
    ticket.version = version;
    if (!ticket.content.equals(complaint.facts().content())) {
      ticket.content = complaint.facts().content();
      tells(ticket, ticket.content);
    }
    return new DeliveryResult.Accepted(ticket.number);
  }

  /** The reporter said this on the portal. */
  void replied(String text) {
    replies.add(text);
  }

  private void heard(AgencyComplaint complaint) {
    for (ReporterReply reply : complaint.facts().replies()) {
      course.require(
          replies.contains(reply.text()),
          "C13: " + code + " is told as the reporter's what no reporter said");
    }
  }

  Lookup find(Reference reference) {
    return Optional.ofNullable(tickets.get(reference.value()))
        .<Lookup>map(ticket -> new Lookup.Found(ticket.number))
        .orElseGet(Lookup.Absent::new);
  }

  /** An officer answers in public. */
  void officer() {
    if (tickets.isEmpty()) {
      return;
    }
    List<Ticket> all = List.copyOf(tickets.values());
    Ticket ticket = all.get(course.chance.nextInt(all.size()));
    int place = answers.size() + 1;
    String text = "Jawaban petugas %s nomor %d: laporan sedang dikerjakan".formatted(code, place);
    answers.put(text, new Said(ticket.reference.value(), place));
    course.tell(code + ": an officer answers " + place + " in " + ticket.number);
    tells(ticket, text);
  }

  private void tells(Ticket ticket, String text) {
    feed.add(
        new TicketChange(
            code + "/" + (feed.size() + 1),
            ticket.number,
            givesReferences ? ticket.reference.value() : "",
            course.now(),
            true,
            text,
            "",
            List.of()));
  }

  ChangePage changes(String cursor) {
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int to = Math.min(feed.size(), from + PAGE_MAX);
    return new ChangePage(
        List.copyOf(feed.subList(from, to)), Integer.toString(to), to < feed.size());
  }
}
