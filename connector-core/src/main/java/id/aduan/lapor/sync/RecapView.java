package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.sync.RecapCases.Told;
import id.aduan.lapor.sync.RecapRow.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A case as a whole, or as one of its agencies has it: what another agency answered, or has not
 * answered yet, is neither its merit nor its fault. Pure.
 *
 * @param clocks those of its offices; of one agency its own alone
 */
record RecapView(
    Standing standing,
    List<String> agencies,
    Instant receivedAt,
    Optional<Instant> disposedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> closedAt,
    Optional<CaseClocks> clocks) {
  private static final Comparator<Instant> ORDER = Comparator.naturalOrder();

  /** As a whole. */
  static RecapView of(Told told) {
    return new RecapView(
        Standing.of(told.record().complaint().status().stage()),
        agencies(told),
        received(told),
        first(told, event -> event.event() == CaseEvent.ROUTED)
            .or(() -> told.legs().stream().map(Leg::since).min(ORDER)),
        first(told, event -> event.event() == CaseEvent.ANSWERED)
            .or(() -> answers(told.legs()).min(ORDER)),
        closed(told),
        told.clocks().map(all -> with(all, clock -> clock.duty().isOffices())));
  }

  /** As an agency has it; empty where it does not, or another has it instead. */
  static Optional<RecapView> of(Told told, AgencyCode agency, Clockwork clockwork) {
    if (!agencies(told).contains(agency.value())) {
      return Optional.empty();
    }
    List<Leg> own = told.legs().stream().filter(leg -> leg.agency().equals(agency)).toList();
    boolean alone = own.size() == told.legs().size();
    boolean leads = told.record().assigned().filter(why -> why.agency().equals(agency)).isPresent();
    Predicate<Occurrence> answers =
        event ->
            event.event() == CaseEvent.ANSWERED && (alone || (leads && event.agency().isEmpty()));
    Optional<Leg> newest = own.stream().max(Comparator.comparingInt(Leg::number));
    Optional<Instant> closed =
        closed(told)
            .or(() -> newest.filter(leg -> leg.state() == Leg.State.ENDED).flatMap(Leg::until));
    return Optional.of(
        new RecapView(
            standing(told, newest, closed.isPresent()),
            List.of(agency.value()),
            received(told),
            own.stream()
                .map(Leg::since)
                .min(ORDER)
                .or(() -> first(told, event -> event.event() == CaseEvent.ROUTED)),
            Stream.concat(answers(own), events(told).filter(answers).map(Occurrence::at))
                .min(ORDER),
            closed,
            told.clocks()
                .map(all -> alone ? all : own(all, own, agency, leads, clockwork))
                .map(all -> with(all, clock -> clock.duty() == Duty.AGENCY))));
  }

  /** What the agency says, where it says anything and the case goes on. */
  private static Standing standing(Told told, Optional<Leg> newest, boolean ended) {
    Stage stage = told.record().complaint().status().stage();
    if (ended) {
      return closed(told).isPresent() ? Standing.of(stage) : Standing.AGENCY_DONE;
    }
    return newest
        .map(
            leg ->
                leg.state() == Leg.State.RETURNED
                    ? Standing.AGENCY_RETURNED
                    : switch (leg.handling()) {
                      case UNKNOWN -> Standing.of(stage);
                      case RECEIVED -> Standing.AGENCY_RECEIVED;
                      case IN_PROGRESS -> Standing.AGENCY_IN_PROGRESS;
                      case WAITING_FOR_REPORTER -> Standing.AGENCY_WAITING;
                      case DONE -> Standing.AGENCY_DONE;
                      case RETURNED -> Standing.AGENCY_RETURNED;
                    })
        .orElse(Standing.of(stage));
  }

  /**
   * The clocks as they would be if no other agency had the case: a case is answered when all have
   * answered, but each of them when it has.
   */
  private static CaseClocks own(
      CaseClocks all, List<Leg> legs, AgencyCode agency, boolean leads, Clockwork clockwork) {
    List<Occurrence> events = new ArrayList<>();
    for (Occurrence event : all.events()) {
      boolean isAnswer = event.event() == CaseEvent.ANSWERED;
      boolean isOurs = event.agency().filter(it -> !it.equals(agency)).isEmpty();
      // Whose answer it was that somebody typed into the portal is not told: that of who leads.
      if (isAnswer ? leads && event.agency().isEmpty() : isOurs) {
        events.add(event);
      }
    }
    answers(legs).forEach(at -> events.add(Occurrence.of(CaseEvent.ANSWERED, at, agency)));
    CaseFacts facts = all.facts();
    return clockwork.compute(
        all.complaint(),
        new CaseFacts(facts.classification(), facts.visibility(), Optional.of(agency)),
        events,
        leads ? all.clocks() : List.of());
  }

  private static CaseClocks with(CaseClocks all, Predicate<Clock> which) {
    List<Clock> clocks = all.clocks().stream().filter(which).toList();
    return new CaseClocks(all.complaint(), all.facts(), all.events(), clocks, all.basis());
  }

  private static Stream<Instant> answers(List<Leg> legs) {
    return legs.stream().flatMap(leg -> leg.answeredAt().stream());
  }

  private static Stream<Occurrence> events(Told told) {
    return told.clocks().stream().flatMap(it -> it.events().stream());
  }

  private static Optional<Instant> first(Told told, Predicate<Occurrence> which) {
    return events(told).filter(which).map(Occurrence::at).findFirst();
  }

  /** The clocks' own start was held against what can be believed already. */
  private static Instant received(Told told) {
    CaseRecord record = told.record();
    return first(told, event -> event.event() == CaseEvent.RECEIVED)
        .or(() -> record.complaint().receivedAt().filter(at -> !at.isAfter(record.firstSeenAt())))
        .orElse(record.firstSeenAt());
  }

  /** A word that is not known opens nothing again. */
  private static Optional<Instant> closed(Told told) {
    CaseRecord record = told.record();
    Optional<Instant> closing =
        events(told)
            .filter(it -> it.event() == CaseEvent.CLOSED || it.event() == CaseEvent.REOPENED)
            .reduce((earlier, later) -> later)
            .filter(it -> it.event() == CaseEvent.CLOSED)
            .map(Occurrence::at);
    return switch (record.complaint().status().stage()) {
      case CLOSED, ARCHIVED, REJECTED, BLOCKED ->
          closing.or(record::updatedAt).or(() -> Optional.of(record.firstSeenAt()));
      case UNKNOWN -> closing;
      case UNVERIFIED, WAITING_FOR_REPORTER, VERIFIED, IN_PROGRESS, REPORTER_REPLIED ->
          Optional.empty();
    };
  }

  private static List<String> agencies(Told told) {
    Set<String> codes = new LinkedHashSet<>();
    told.legs().stream()
        .filter(leg -> leg.state() != Leg.State.MOVED)
        .sorted(Comparator.comparing(leg -> !leg.lead()))
        .forEach(leg -> codes.add(leg.agency().value()));
    if (codes.isEmpty()) {
      told.record().assigned().ifPresent(it -> codes.add(it.agency().value()));
    }
    return List.copyOf(codes);
  }
}
