package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ParkedAnswer;
import id.aduan.lapor.sync.ReplayWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person does with a delivery that waits for one, and what the engine makes of it. */
@Tag("C12")
class ParkedDeskTest extends ConnectorRig {
  private static final String CASE = "9850001";
  private static final Operator BUDI = new Operator("budi", "the form was corrected");
  private static final ReplayWish NEW = new ReplayWish(true, false, Optional.empty());
  private static final ReplayWish ABSENT = new ReplayWish(false, true, Optional.empty());
  private boolean mappedAnew;

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    if (!mappedAnew) {
      return builder;
    }
    try {
      Path mapping = dir.resolve("mapping-2.yaml");
      Files.writeString(
          mapping,
          """
          version: "2026-12-01"
          default: kantah
          categories:
            - agency: dishub
              ids: [932]
          """);
      return builder.mapping(Mapping.load(mapping, Set.of("dishub", "kantah")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reopenedWithAnotherMapping() throws Exception {
    connector.close();
    mappedAnew = true;
    connector = open();
    connector.start();
  }

  private static ReplayWish present(String ticket) {
    return new ReplayWish(false, false, Optional.of(ticket));
  }

  /** The case is there and its opening is parked; gives the entry's number. */
  private long parked(DeliveryResult end) {
    dishub.behaves(complaint -> end);
    portal.put(Samples.state(Samples.complaint(CASE, "1398")));
    awaitState(CASE, State.PARKED);
    return entries(CASE).get(0).id();
  }

  private long refused() {
    return parked(new DeliveryResult.Refused("http.422", "no"));
  }

  private long unknown() {
    dishub.can(Set.of(Capability.CHANGES));
    return parked(new DeliveryResult.Unknown("cut off"));
  }

  private ParkedAnswer replay(long id, ReplayWish wish) {
    ParkedAnswer planned = connector.parked().plan(id, wish);
    ParkedAnswer answer = connector.parked().replay(id, wish, BUDI);
    assertThat(answer.code()).as("as it was planned").isEqualTo(planned.code());
    return answer;
  }

  private List<State> states() {
    return entries(CASE).stream().map(OutboxView.Row::state).toList();
  }

  private List<AuditEntry> told(Action action) {
    return connector.store().read(tx -> connector.store().audit().about(tx, CASE)).stream()
        .filter(entry -> entry.action() == action)
        .toList();
  }

  @Test
  void what_was_refused_goes_out_again_and_the_trail_says_who_let_it_and_why() {
    long id = refused();
    dishub.behaves(dishub::store);

    ParkedAnswer answer = replay(id, ReplayWish.PLAIN);

    assertThat(answer).isEqualTo(new ParkedAnswer(true, "waiting", "dishub"));
    awaitState(CASE, State.DONE);
    assertThat(dishub.tickets()).hasSize(1);
    assertThat(told(Action.REPLAYED))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isEqualTo("operator:budi");
              assertThat(it.detail()).contains("LC-REFUSED", "the form was corrected");
            });
  }

  @Test
  void done_twice_it_is_refused_and_nothing_is_doubled() {
    long id = refused();
    dishub.behaves(dishub::store);
    assertThat(replay(id, ReplayWish.PLAIN).done()).isTrue();
    awaitState(CASE, State.DONE);

    ParkedAnswer again = replay(id, ReplayWish.PLAIN);

    assertThat(again).isEqualTo(new ParkedAnswer(false, "unknown", ""));
    assertThat(connector.parked().discard(id, BUDI).code()).isEqualTo("unknown");
    assertThat(dishub.tickets()).hasSize(1);
    assertThat(told(Action.REPLAYED)).hasSize(1);
  }

  @Test
  @Tag("C7")
  void what_may_be_there_is_looked_up_and_not_sent_a_second_time() {
    long id = unknown();
    dishub.behaves(dishub::store);
    dishub.store(AgencyComplaint.of(Samples.complaint(CASE, "1398")));
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES));

    assertThat(replay(id, ReplayWish.PLAIN).code()).isEqualTo("looked_up_first");

    awaitState(CASE, State.DONE);
    assertThat(dishub.tickets()).hasSize(1);
    assertThat(entries(CASE).get(0).reference()).isEqualTo("TKT-" + CASE);
  }

  @Test
  @Tag("C7")
  void where_nobody_can_be_asked_a_person_has_to_say_what_they_found() {
    long id = unknown();
    dishub.behaves(dishub::store);

    assertThat(replay(id, ReplayWish.PLAIN))
        .isEqualTo(new ParkedAnswer(false, "ask_far_end", "dishub"));
    assertThat(replay(id, NEW).code()).isEqualTo("keep_content");
    assertThat(states()).containsExactly(State.PARKED);
    assertThat(told(Action.REPLAYED)).isEmpty();

    assertThat(replay(id, ABSENT).code()).isEqualTo("waiting");
    awaitState(CASE, State.DONE);
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C7")
  void what_a_person_found_there_is_linked_and_answers_that_waited_follow() {
    long id = unknown();
    dishub.tells("77", "", "Lampu sudah diganti.");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        connector
                            .store()
                            .<String>read(
                                tx -> connector.store().cursors().get(tx, "agency.dishub")))
                    .isEqualTo("1"));

    assertThat(replay(id, present("77")).code()).isEqualTo("settled");

    assertThat(states()).contains(State.DONE);
    assertThat(dishub.tickets()).isEmpty();
    await().untilAsserted(() -> assertThat(portal.followUps()).hasSize(1));
    assertThat(told(Action.TICKET_OPENED)).hasSize(1);
  }

  @Test
  void a_ticket_that_is_another_complaints_is_not_linked_twice() {
    dishub.behaves(dishub::store);
    portal.put(Samples.state(Samples.complaint("9850002", "1398")));
    awaitState("9850002", State.DONE);
    long id = unknown();

    assertThat(replay(id, present("TKT-9850002")).code()).isEqualTo("ticket_taken");

    assertThat(states()).containsExactly(State.PARKED);
  }

  @Test
  void a_discarded_entry_stays_in_the_story_of_the_case() {
    long id = refused();

    assertThat(connector.parked().discard(id, BUDI))
        .isEqualTo(new ParkedAnswer(true, "discarded", ""));

    assertThat(states()).containsExactly(State.DISCARDED);
    assertThat(told(Action.DISCARDED))
        .singleElement()
        .satisfies(it -> assertThat(it.detail()).contains("open dishub", "reason: the form"));
  }

  @Test
  @Tag("C8")
  void by_another_mapping_it_goes_to_another_agency_and_leaves_nothing_behind() throws Exception {
    long id = refused();
    reopenedWithAnotherMapping();

    ParkedAnswer answer = replay(id, NEW);

    assertThat(answer).isEqualTo(new ParkedAnswer(true, "rerouted", "kantah"));
    await().untilAsserted(() -> assertThat(kantah.tickets()).hasSize(1));
    awaitState(CASE, State.DONE);
    assertThat(entries(CASE))
        .extracting(it -> it.lane().target(), OutboxView.Row::state, OutboxView.Row::code)
        .containsExactly(
            tuple("dishub", State.DISCARDED, ParkedEntries.REROUTED),
            tuple("kantah", State.DONE, ""));
    assertThat(told(Action.ROUTED)).hasSize(2);
    assertThat(assignedTo()).isEqualTo(new AgencyCode("kantah"));
    assertThat(dishub.tickets()).isEmpty();
  }

  private AgencyCode assignedTo() {
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, new TrackingId(CASE)))
        .orElseThrow()
        .assigned()
        .orElseThrow()
        .agency();
  }

  @Test
  @Tag("C7")
  void what_may_be_there_does_not_change_its_agency_unless_a_person_looked() throws Exception {
    long id = unknown();
    reopenedWithAnotherMapping();

    assertThat(replay(id, NEW).code()).isEqualTo("keep_content");
    assertThat(assignedTo()).isEqualTo(new AgencyCode("dishub"));

    assertThat(replay(id, new ReplayWish(true, true, Optional.empty())).code())
        .isEqualTo("rerouted");
    await().untilAsserted(() -> assertThat(kantah.tickets()).hasSize(1));
  }

  @Test
  void by_the_same_mapping_it_is_rendered_anew_for_the_same_agency() {
    long id = refused();
    dishub.behaves(dishub::store);

    assertThat(replay(id, NEW).code()).isEqualTo("waiting");

    awaitState(CASE, State.DONE);
    assertThat(entries(CASE)).hasSize(1);
  }

  @Test
  void what_is_shown_is_in_the_trail_before() {
    long id = refused();

    String shown =
        new String(
            connector.parked().content(id, BUDI).orElseThrow().payload(), StandardCharsets.UTF_8);

    assertThat(shown).contains("Siti ZZPII-1");
    assertThat(told(Action.CONTENT_READ))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isEqualTo("operator:budi");
              assertThat(it.detail()).contains("reason").doesNotContain("ZZPII");
            });
    assertThat(connector.parked().content(77, BUDI)).isEmpty();
  }
}
