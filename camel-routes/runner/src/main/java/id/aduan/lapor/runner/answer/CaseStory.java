package id.aduan.lapor.runner.answer;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseLegs;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.Links;
import id.aduan.lapor.sync.PortalEntries;
import id.aduan.lapor.sync.SmsStages;
import id.aduan.lapor.sync.Waitings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a case, but for who complained and what they wrote (C24). Its names are
 * those of {@code show --json}.
 */
public record CaseStory(
    String trackingId,
    String title,
    Status status,
    Classification classification,
    Optional<Category> category,
    String channel,
    Flag anonymous,
    Flag secret,
    Optional<Instant> receivedAt,
    Instant firstSeenAt,
    Optional<Assigned> assigned,
    List<Ticket> tickets,
    List<Part> legs,
    List<SmsStages.Reached> smsStages,
    List<PortalLine> portalEntries,
    List<Waiting> waiting,
    List<Due> due,
    List<Entry> outbox,
    List<Event> timeline) {

  /** The portal's category, by our list where the portal gives no name. */
  public record Category(String id, String name) {}

  /** Who answers, and which line of the mapping says so. */
  public record Assigned(
      String agency, String agencyName, String rule, String where, String mappingVersion) {}

  /**
   * What waits for the coordinator.
   *
   * @param kind in small letters
   * @param detail for what, in codes and numbers
   */
  public record Waiting(String kind, String detail, Instant since) {
    private static Waiting of(Waitings.Waiting each) {
      return new Waiting(each.kind().name().toLowerCase(Locale.ROOT), each.detail(), each.since());
    }
  }

  /** An agency's own number. */
  public record Ticket(String agency, String number) {}

  /**
   * One time that the case went to one agency.
   *
   * @param reference ours in its system
   * @param lead whether this agency answers for the whole
   * @param word the agency's own for {@code handling}; empty where it said nothing
   * @param ticket the agency's own number; empty until it is known
   * @param reason why another agency has it instead; empty where nobody said
   */
  public record Part(
      String agency,
      String reference,
      Leg.State state,
      boolean lead,
      Handling handling,
      String word,
      Instant since,
      Optional<Instant> until,
      Optional<Instant> answeredAt,
      String ticket,
      String reason) {
    private static Part of(Leg leg, List<Links.Linked> tickets) {
      String ticket =
          tickets.stream()
              .filter(it -> it.leg() == leg.number() && it.ticket().agency().equals(leg.agency()))
              .map(it -> it.ticket().number())
              .reduce("", (earlier, later) -> later);
      return new Part(
          leg.agency().value(),
          leg.reference().value(),
          leg.state(),
          leg.lead(),
          leg.handling(),
          leg.word(),
          leg.since(),
          leg.until(),
          leg.answeredAt(),
          ticket,
          leg.reason());
    }

    /** Whether it says no more than that the case is with this agency. */
    public boolean saysNoMore() {
      return state == Leg.State.ACTIVE && lead && handling == Handling.UNKNOWN && word.isEmpty();
    }
  }

  /**
   * An entry of the portal's log or follow-ups, without what it says.
   *
   * @param at when the portal says it was
   * @param institution that acted, by the portal's number; empty where it names none, and for what
   *     a reporter said
   * @param ours whether it is an answer that came from here
   * @param repeated whether the portal's other list tells the same
   */
  public record PortalLine(
      PortalEntry.Kind kind,
      PortalEntry.Origin origin,
      Optional<Instant> at,
      String institution,
      boolean ours,
      boolean repeated) {
    private static PortalLine of(PortalEntries.Told told) {
      PortalEntry entry = told.entry();
      boolean reporters = entry.kind() == PortalEntry.Kind.REPORTER_REPLY;
      return new PortalLine(
          entry.kind(),
          entry.origin(),
          entry.at(),
          reporters ? "" : entry.from().map(from -> from.id()).orElse(""),
          told.known().isOurs(),
          told.known().isRepeated());
    }
  }

  /** A clock of the case; {@code lapor explain} tells how its days were counted. */
  public record Due(
      String rule,
      int limit,
      Limit.Unit unit,
      Clock.State state,
      Instant startedAt,
      LocalDate date,
      Instant dueAt,
      ZoneId zone,
      boolean provisional,
      String calendarVersion,
      String rulesVersion,
      Optional<Instant> endedAt) {
    private static Due of(Clock clock) {
      return new Due(
          clock.rule(),
          clock.limit().amount(),
          clock.limit().unit(),
          clock.state(),
          clock.startedAt(),
          clock.due().date(),
          clock.due().at(),
          clock.due().zone(),
          clock.due().certainty() == Certainty.PROVISIONAL,
          clock.due().calendarVersion(),
          clock.rulesVersion(),
          clock.endedAt());
    }
  }

  /** Something to be delivered, or delivered. */
  public record Entry(
      long id,
      String target,
      String operation,
      State state,
      int attempts,
      Instant createdAt,
      Instant dueAt,
      String reference,
      String code,
      String detail) {
    private static Entry of(OutboxView.Row row) {
      return new Entry(
          row.id(),
          row.lane().target(),
          row.operation(),
          row.state(),
          row.attempts(),
          row.createdAt(),
          row.dueAt(),
          row.reference(),
          row.code(),
          row.detail());
    }
  }

  /** Something that was done. */
  public record Event(Instant at, String actor, AuditEntry.Action action, String detail) {
    private static Event of(AuditEntry entry) {
      return new Event(entry.at(), entry.actor(), entry.action(), entry.detail());
    }
  }

  /** Reads the case, if there is one. */
  public static Optional<CaseStory> of(
      CaseStore store, Tx tx, TrackingId id, Map<String, String> agencyNames) {
    return store.complaints().find(tx, id).map(found -> of(found, store, tx, agencyNames));
  }

  private static CaseStory of(
      CaseRecord found, CaseStore store, Tx tx, Map<String, String> agencyNames) {
    Complaint complaint = found.complaint();
    TrackingId id = complaint.id();
    Optional<CaseClocks> clocks = store.clocks().find(tx, id);
    List<Links.Linked> linked = store.links().of(tx, id);
    return new CaseStory(
        id.value(),
        complaint.title(),
        complaint.status(),
        complaint.classification(),
        complaint.category().map(CaseStory::category),
        complaint.channel(),
        complaint.visibility().anonymous(),
        complaint.visibility().secret(),
        complaint.receivedAt(),
        found.firstSeenAt(),
        found.assigned().map(assignment -> assigned(assignment, agencyNames)),
        linked.stream().map(it -> ticket(it.ticket())).toList(),
        new CaseLegs(store).of(tx, found).stream().map(leg -> Part.of(leg, linked)).toList(),
        SmsStages.of(found, clocks.map(CaseClocks::events).orElse(List.of())),
        store.portalEntries().told(tx, id).stream().map(PortalLine::of).toList(),
        store.waitings().of(tx, id).stream().map(Waiting::of).toList(),
        clocks.map(CaseClocks::clocks).orElse(List.of()).stream().map(Due::of).toList(),
        store.outboxView().entriesOf(tx, id).stream().map(Entry::of).toList(),
        store.audit().about(tx, id.value()).stream().map(Event::of).toList());
  }

  private static Category category(id.aduan.lapor.complaint.Category category) {
    String name = category.name().isEmpty() ? Mapping.describe(category.id()) : category.name();
    return new Category(category.id(), name);
  }

  static Assigned assigned(CaseRecord.Assignment assignment, Map<String, String> names) {
    String agency = assignment.agency().value();
    return new Assigned(
        agency,
        names.getOrDefault(agency, ""),
        assignment.rule(),
        assignment.where(),
        assignment.mappingVersion());
  }

  private static Ticket ticket(AgencyTicket ticket) {
    return new Ticket(ticket.agency().value(), ticket.number());
  }
}
