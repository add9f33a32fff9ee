package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.sync.Transitions.Write;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("C13")
class TransitionsTest {

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "UNVERIFIED,  VERIFIED,             true",
    "UNVERIFIED,  WAITING_FOR_REPORTER, true",
    "VERIFIED,    IN_PROGRESS,          true",
    "IN_PROGRESS, REPORTER_REPLIED,     true",
    "REPORTER_REPLIED, IN_PROGRESS,     true",
    "IN_PROGRESS, VERIFIED,             true",
    "CLOSED,      REPORTER_REPLIED,     true",
    // Steps that nobody saw lie in between.
    "UNVERIFIED,  CLOSED,               true",
    "CLOSED,      IN_PROGRESS,          true",
    "WAITING_FOR_REPORTER, UNVERIFIED,  true",
    "ARCHIVED,    IN_PROGRESS,          false",
    "REJECTED,    VERIFIED,             false",
    "BLOCKED,     UNVERIFIED,           false",
    "ARCHIVED,    CLOSED,               false",
    // A word that is not known says nothing.
    "ARCHIVED,    UNKNOWN,              true",
    "UNKNOWN,     UNVERIFIED,           true",
    "ARCHIVED,    ARCHIVED,             true"
  })
  void the_portals_own_rules_lead_from_one_stage_to_another(
      Stage from, Stage to, boolean expected) {
    assertThat(Transitions.isExpected(from, to)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void a_step_of_the_table_is_expected(Stage from) {
    assertThat(Transitions.steps(from)).allMatch(to -> Transitions.isExpected(from, to));
  }

  @Test
  void nothing_is_written_to_what_the_portal_has_put_away() {
    Set<Stage> away = EnumSet.of(Stage.ARCHIVED, Stage.REJECTED, Stage.BLOCKED);

    for (Write what : Write.values()) {
      Set<Stage> refused =
          Arrays.stream(Stage.values())
              .filter(in -> !Transitions.mayWrite(what, in))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
      assertThat(refused).containsAll(away);
    }
  }

  @Test
  void a_closed_complaint_takes_an_answer_and_is_not_passed_on() {
    assertThat(Transitions.mayWrite(Write.ANSWER, Stage.CLOSED)).isTrue();
    assertThat(Transitions.mayWrite(Write.FORWARD, Stage.CLOSED)).isFalse();
  }

  @Test
  void handling_and_answer_are_the_agencys_and_all_else_is_the_portals() {
    List<Authority> agencys =
        Arrays.stream(Authority.values())
            .filter(field -> field.owner() == Authority.Owner.AGENCY)
            .toList();

    assertThat(agencys).containsExactly(Authority.HANDLING, Authority.ANSWER, Authority.ASSIGNEE);
  }
}
