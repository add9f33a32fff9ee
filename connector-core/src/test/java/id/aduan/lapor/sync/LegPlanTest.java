package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Leg.Said;
import id.aduan.lapor.sync.Leg.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the legs of a case, as a table: agency, number, state, with * for who leads. */
class LegPlanTest {
  private static final TrackingId ID = new TrackingId("9165816");
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(3600);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // before                         | given to | after                                    |
        // opened
        "''                               | a        | a1 ACTIVE*                               | a1",
        "''                               | a b      | a1 ACTIVE*, b1 ACTIVE                    | a1 b1",
        "''                               | a a      | a1 ACTIVE*                               | a1",
        "a1 ACTIVE*                       | a        | a1 ACTIVE*                               | ''",
        "a1 RETURNED*                     | a        | a1 ACTIVE*                               | ''",
        "a1 ACTIVE*                       | b        | a1 MOVED, b1 ACTIVE*                     | b1",
        "a1 ACTIVE*                       | a b      | a1 ACTIVE*, b1 ACTIVE                    | b1",
        "a1 ACTIVE*                       | b a      | a1 ACTIVE, b1 ACTIVE*                    | b1",
        "a1 ACTIVE*, b1 ACTIVE            | b        | a1 MOVED, b1 ACTIVE*                     | ''",
        "a1 ACTIVE*, b1 RETURNED          | a c      | a1 ACTIVE*, b1 MOVED, c1 ACTIVE          | c1",
        "a1 MOVED, b1 ACTIVE*             | a        | a1 MOVED, b1 MOVED, a2 ACTIVE*           | a2",
        "a1 MOVED, b1 MOVED, a2 ACTIVE*   | b        | a1 MOVED, b1 MOVED, a2 MOVED, b2 ACTIVE* | b2",
      })
  void a_case_is_with_exactly_the_agencies_that_it_was_given_to(
      String before, String to, String after, String opened) {
    List<Assignment> wanted = Stream.of(to.split(" ", -1)).map(LegPlanTest::why).toList();

    LegPlan plan = LegPlan.assign(ID, legs(before), wanted, "a reason", NOW);

    assertThat(shown(plan.legs())).isEqualTo(after);
    assertThat(names(plan.opened())).isEqualTo(opened);
    assertThat(plan.lead()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1 ACTIVE*                      | b | a1 MOVED, b1 ACTIVE*              | b1",
        "a1 RETURNED*                    | b | a1 MOVED, b1 ACTIVE*              | b1",
        "a1 ACTIVE*, c1 ACTIVE           | b | a1 MOVED, c1 ACTIVE, b1 ACTIVE*   | b1",
        "a1 ACTIVE*, c1 RETURNED         | b | a1 MOVED, c1 RETURNED, b1 ACTIVE* | b1",
        "b1 MOVED, a1 ACTIVE*            | b | b1 MOVED, a1 MOVED, b2 ACTIVE*    | b2",
      })
  void a_transfer_moves_the_leg_that_leads_and_leaves_the_others(
      String before, String to, String after, String opened) {
    LegPlan plan = LegPlan.transfer(legs(before), why(to), "disposed anew", NOW);

    assertThat(shown(plan.legs())).isEqualTo(after);
    assertThat(names(plan.opened())).isEqualTo(opened);
    assertThat(plan.moved()).allMatch(leg -> leg.until().equals(Optional.of(NOW)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1 ENDED*                | '' | a1 ENDED, a2 ACTIVE*                       | a2",
        "a1 ENDED, a2 ENDED*      | '' | a1 ENDED, a2 ENDED, a3 ACTIVE*             | a3",
        "a1 ENDED*, b1 ENDED      | '' | a1 ENDED, b1 ENDED, a2 ACTIVE*, b2 ACTIVE  | a2 b2",
        "a1 MOVED, b1 ENDED*      | '' | a1 MOVED, b1 ENDED, b2 ACTIVE*             | b2",
        "a1 ENDED, a2 MOVED, b1 ENDED* | '' | a1 ENDED, a2 MOVED, b1 ENDED, b2 ACTIVE* | b2",
        "a1 ENDED*                | b  | a1 ENDED, b1 ACTIVE*                       | b1",
        "a1 ENDED*, c1 ENDED      | b  | a1 ENDED, c1 ENDED, c2 ACTIVE, b1 ACTIVE*  | b1 c2",
        "a1 ENDED*, b1 ENDED      | b  | a1 ENDED, b1 ENDED, b2 ACTIVE*             | b2",
      })
  void a_case_that_is_opened_again_goes_once_more_to_those_who_had_it_to_the_end(
      String before, String instead, String after, String opened) {
    Optional<Assignment> lead = instead.isEmpty() ? Optional.empty() : Optional.of(why(instead));

    LegPlan plan = LegPlan.reopen(legs(before), lead, NOW);

    assertThat(shown(plan.legs())).isEqualTo(after);
    assertThat(names(plan.opened())).isEqualTo(opened);
  }

  @Test
  void the_end_of_a_case_ends_what_is_open_and_leaves_how_far_the_agency_is() {
    List<Leg> before =
        List.of(
            leg("a1 ACTIVE*").handled(Handling.IN_PROGRESS, "PROSES", new Said(BEFORE, "1")),
            leg("b1 RETURNED"),
            leg("c1 MOVED"));

    LegPlan plan = LegPlan.end(before, NOW);

    assertThat(shown(plan.legs())).isEqualTo("a1 ENDED*, b1 ENDED, c1 MOVED");
    assertThat(plan.legs().get(0).handling()).isEqualTo(Handling.IN_PROGRESS);
    assertThat(plan.legs().get(2).until()).isNotEqualTo(Optional.of(NOW));
  }

  @Test
  void one_agency_that_has_a_case_for_the_first_time_needs_no_row() {
    LegPlan first = LegPlan.assign(ID, List.of(), List.of(why("a")), "", NOW);
    LegPlan two = LegPlan.assign(ID, List.of(), List.of(why("a"), why("b")), "", NOW);
    LegPlan again = LegPlan.reopen(legs("a1 ENDED*"), Optional.empty(), NOW);

    assertThat(first.isPlain()).isTrue();
    assertThat(two.isPlain()).isFalse();
    assertThat(again.isPlain()).isFalse();
  }

  @Test
  void an_agency_that_goes_on_keeps_what_it_said_of_it() {
    Leg known = leg("a1 ACTIVE*").handled(Handling.IN_PROGRESS, "PROSES", new Said(BEFORE, "1"));

    LegPlan plan = LegPlan.assign(ID, List.of(known), List.of(why("a"), why("b")), "", NOW);

    assertThat(plan.legs().get(0).word()).isEqualTo("PROSES");
    assertThat(plan.legs().get(0).since()).isEqualTo(BEFORE);
  }

  @Test
  void after_the_last_number_the_last_leg_is_taken_up_again() {
    Leg last = leg("a" + Reference.LEG_MAX + " ENDED*");

    LegPlan plan = LegPlan.reopen(List.of(last), Optional.empty(), NOW);

    assertThat(shown(plan.legs())).isEqualTo("a99 ACTIVE*");
  }

  @Test
  void a_case_is_never_given_to_nobody() {
    assertThatThrownBy(() -> LegPlan.assign(ID, legs("a1 ACTIVE*"), List.of(), "", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Assignment why(String agency) {
    return new Assignment(new AgencyCode(agency), "CATEGORY", "mapping.yaml:1", "1");
  }

  private static List<Leg> legs(String shown) {
    return shown.isEmpty()
        ? List.of()
        : Arrays.stream(shown.split(", ", -1)).map(LegPlanTest::leg).toList();
  }

  private static Leg leg(String shown) {
    List<String> parts = List.of(shown.split(" ", -1));
    boolean lead = parts.get(1).endsWith("*");
    State state =
        State.valueOf(lead ? parts.get(1).substring(0, parts.get(1).length() - 1) : parts.get(1));
    int number = Integer.parseInt(parts.get(0).substring(1));
    Leg leg = Leg.begun(ID, number, lead, why(parts.get(0).substring(0, 1)), BEFORE);
    return switch (state) {
      case ACTIVE -> leg;
      case RETURNED -> leg.returned();
      case MOVED -> leg.moved("", BEFORE).leading(lead);
      case ENDED -> leg.ended(BEFORE);
    };
  }

  private static String shown(List<Leg> legs) {
    return String.join(
        ", ",
        legs.stream().map(leg -> name(leg) + " " + leg.state() + (leg.lead() ? "*" : "")).toList());
  }

  private static String names(List<Leg> legs) {
    return String.join(" ", legs.stream().map(LegPlanTest::name).toList());
  }

  private static String name(Leg leg) {
    return leg.agency().value() + leg.number();
  }
}
