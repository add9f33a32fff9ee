package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Leg.Said;
import id.aduan.lapor.sync.Leg.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What holds of a {@link TwoWayWorld} once both sides were heard. */
record TwoWayLaws(TwoWayWorld world) {

  void hold() {
    sidesAgree();
    legsAreWhole();
    world.agencies.forEach(this::ticketsSayWhatTheCaseIs);
    world.legs().forEach(this::agencyOwnsHowFarItIs);
    answersAreThereOnce();
    nothingIllegalWasWritten();
  }

  private void sidesAgree() {
    Complaint ours = world.ours().complaint();
    Complaint there = world.there();
    assertThat(ours.title()).isEqualTo(there.title());
    assertThat(ours.status()).isEqualTo(there.status());
    assertThat(ours.visibility()).isEqualTo(there.visibility());
    assertThat(ours.disposition()).isEqualTo(there.disposition());
  }

  private void legsAreWhole() {
    List<Leg> legs = world.legs();
    boolean ended = StatusEvents.ends(world.there().status());
    if (world.there().status().stage() != Stage.UNKNOWN && !legs.isEmpty()) {
      assertThat(CaseLegs.open(legs).isEmpty())
          .as("legs end with the case: " + legs)
          .isEqualTo(ended || isAskedFor());
    }
    if (!legs.isEmpty()) {
      assertThat(legs.stream().filter(Leg::lead)).as("one leads: " + legs).hasSize(1);
      Leg lead = legs.stream().filter(Leg::lead).findFirst().orElseThrow();
      assertThat(lead.state()).as("who leads has it").isNotEqualTo(State.MOVED);
      assertThat(world.ours().assigned().orElseThrow()).isEqualTo(lead.why());
    }
    for (AgencyCode code : world.agencies.keySet()) {
      List<Leg> of = legs.stream().filter(leg -> leg.agency().equals(code)).toList();
      assertThat(CaseLegs.open(of)).as("an agency has it once").hasSizeLessThanOrEqualTo(1);
      for (int i = 0; i < of.size(); i++) {
        assertThat(of.get(i).number()).isEqualTo(i + 1);
      }
    }
  }

  /**
   * Whether the coordinator is asked to whom it goes: its agency had given it back when it ended.
   */
  private boolean isAskedFor() {
    return world.store.read(tx -> world.store.waitings().of(tx, world.id)).stream()
        .anyMatch(it -> it.kind() == Waitings.Kind.CONFIRMATION);
  }

  private void ticketsSayWhatTheCaseIs(AgencyCode code, ModelAgency agency) {
    assertThat(agency.openedTwice).as("tickets that were opened twice").isZero();
    List<Leg> of = world.legs().stream().filter(leg -> leg.agency().equals(code)).toList();
    assertThat(agency.tickets.keySet())
        .as("each ticket is a leg's")
        .isSubsetOf(of.stream().map(leg -> leg.reference().value()).toList());
    for (Leg leg : of) {
      Optional<AgencyComplaint> ticket = ticket(agency, leg);
      assertThat(ticket.isPresent() || !leg.isOpen())
          .as("ticket of %s, by %s", leg, entries())
          .isTrue();
      if (world.there().visibility().identityWithheld()) {
        assertThat(ticket.filter(it -> it instanceof AgencyComplaint.Identified)).isEmpty();
      }
      if (ticket.isPresent() && CaseLegs.told(of).contains(leg)) {
        Complaint ours = world.ours().complaint();
        Map<String, String> words =
            world.mapping.words(code.value(), Question.of(ours), ours.status());
        assertThat(wordless(ticket.get()))
            .as("ticket of %s %s", code, leg.reference())
            .isEqualTo(wordless(AgencyComplaint.of(ours, leg.number(), words)));
        boolean ownedByUs = agency.byOfficers.stream().noneMatch(it -> isOf(it, leg));
        if (ownedByUs && words.containsKey("status")) {
          assertThat(agency.status(leg.reference().value()))
              .as("where the agency said nothing, our word stands: %s", leg)
              .isEqualTo(words.get("status"));
        }
      }
    }
  }

  /** How far it is the agency says, so that an update may have no word of it. */
  private static AgencyComplaint wordless(AgencyComplaint complaint) {
    Map<String, String> words = new HashMap<>(complaint.facts().words());
    words.remove("status");
    return complaint.worded(words);
  }

  private static boolean isOf(TicketChange change, Leg leg) {
    return change.reference().equals(leg.reference().value());
  }

  private static Optional<AgencyComplaint> ticket(ModelAgency agency, Leg leg) {
    return Optional.ofNullable(agency.tickets.get(leg.reference().value()))
        .map(written -> written.get(written.size() - 1));
  }

  /**
   * The latest of the agency's own changes counts. Where both sides set the status at once, the one
   * may be taken for the other: then it is what the ticket shows.
   */
  private void agencyOwnsHowFarItIs(Leg leg) {
    ModelAgency agency = world.agency(leg.agency());
    Set<Handling> may = new HashSet<>();
    may.add(latest(agency, leg, word -> true));
    if (agency.setByBoth.contains(leg.reference().value())) {
      List<String> ours =
          agency.tickets.getOrDefault(leg.reference().value(), List.of()).stream()
              .map(it -> it.facts().words().getOrDefault("status", ""))
              .toList();
      may.add(latest(agency, leg, word -> !ours.contains(word)));
      ours.stream()
          .reduce((earlier, later) -> later)
          .map(word -> world.mapping.handling(leg.agency().value(), word))
          .ifPresent(may::add);
    }
    assertThat(leg.handling()).as("how far %s is", leg).isIn(may);
    boolean waits =
        world.store.read(tx -> world.store.returns().isWaiting(tx, leg.complaint(), leg.agency()));
    if (leg.state() == State.RETURNED) {
      assertThat(leg.handling()).isEqualTo(Handling.RETURNED);
      assertThat(waits).as("what was given back waits for the coordinator").isTrue();
    } else if (Optional.of(leg).equals(CaseLegs.newest(world.legs(), leg.agency()))) {
      assertThat(waits).as("%s waits for nobody", leg).isFalse();
    }
  }

  private Handling latest(ModelAgency agency, Leg leg, Predicate<String> counts) {
    return agency.byOfficers.stream()
        .filter(change -> change.reference().equals(leg.reference().value()))
        .filter(change -> counts.test(change.status()))
        .max(Comparator.comparing(change -> new Said(change.changedAt(), change.id())))
        .map(TicketChange::status)
        .map(word -> world.mapping.handling(leg.agency().value(), word))
        .orElse(Handling.UNKNOWN);
  }

  /** Each answer is on the portal or waits for a person, and nothing else is. */
  private void answersAreThereOnce() {
    List<String> published =
        world.portal.followUps().stream()
            .filter(it -> it.complaint().equals(world.id))
            .map(FollowUp::changeId)
            .toList();
    List<String> waiting = new ArrayList<>();
    world.store.read(
        tx -> {
          world.store.replies().waiting(tx, 1_000).stream()
              .filter(it -> it.complaint().equals(world.id))
              .forEach(
                  it ->
                      world
                          .store
                          .replies()
                          .find(tx, it.id())
                          .ifPresent(held -> waiting.add(held.followUp().changeId())));
          return true;
        });
    entries().stream()
        .filter(
            row ->
                row.state() == id.aduan.lapor.delivery.State.PARKED
                    && row.operation().equals(AnswerIntake.PUBLISH))
        .map(row -> world.store.read(tx -> world.store.parked().find(tx, row.id())))
        .map(held -> held.orElseThrow().sound().orElseThrow().payload())
        .forEach(held -> waiting.add(ModelJson.read(held, FollowUp.class).changeId()));
    List<String> all = new ArrayList<>(published);
    all.addAll(waiting);
    List<String> written =
        world.agencies.values().stream()
            .flatMap(agency -> agency.byOfficers.stream())
            .filter(change -> !change.text().isBlank())
            .map(TicketChange::id)
            .toList();
    assertThat(all).as("answers").doesNotHaveDuplicates().isSubsetOf(written);
    assertThat(all.size() + behindParked()).as("answers").isEqualTo(written.size());
  }

  /** Answers whose lane waits for a person, since one before them was refused. */
  private int behindParked() {
    List<OutboxView.Row> answers =
        entries().stream().filter(row -> row.operation().equals(AnswerIntake.PUBLISH)).toList();
    boolean isStopped =
        answers.stream().anyMatch(row -> row.state() == id.aduan.lapor.delivery.State.PARKED);
    return isStopped
        ? (int)
            answers.stream()
                .filter(row -> row.state() == id.aduan.lapor.delivery.State.WAITING)
                .count()
        : 0;
  }

  private void nothingIllegalWasWritten() {
    for (ModelAgency agency : world.agencies.values()) {
      for (List<AgencyComplaint> written : agency.tickets.values()) {
        assertThat(written.get(0).facts().status().withheldFromAgencies())
            .as("what is withheld goes out")
            .isFalse();
        assertThat(written)
            .as("closed by the system is not solved")
            .noneMatch(
                it ->
                    it.facts().status().actor() == Actor.SYSTEM
                        && "SELESAI".equals(it.facts().words().get("status")));
      }
    }
  }

  /**
   * Where both sides stand. Whose status word stands in a ticket that both set in the same second
   * is no part of it, since the agency's is not written over once it is known. Whether an answer to
   * a case that ended in the same second is on the portal or waits for a person is no part of it:
   * that it is at one of them is a law.
   */
  String result() {
    StringBuilder result = new StringBuilder();
    Complaint ours = world.ours().complaint();
    result.append(ours.status()).append(ours.visibility()).append(ours.disposition());
    for (Leg leg : world.legs()) {
      result
          .append('\n')
          .append(leg.agency() + " " + leg.number() + " " + leg.state())
          .append(" " + leg.lead() + " " + leg.handling() + " " + leg.word());
      ticket(world.agency(leg.agency()), leg).ifPresent(it -> result.append(it.facts().status()));
    }
    return result.toString();
  }

  private List<OutboxView.Row> entries() {
    return world.store.read(tx -> world.store.outboxView().entriesOf(tx, world.id));
  }

  /** All that went out, so that two moments can be compared. */
  List<Integer> effects() {
    List<Integer> effects = new ArrayList<>();
    effects.add(world.portal.followUps().size());
    for (ModelAgency agency : world.agencies.values()) {
      effects.add(agency.tickets.values().stream().mapToInt(List::size).sum());
    }
    effects.add(entries().size());
    return effects;
  }
}
