package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyKind;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LadderTest {

  @Test
  @Tag("CMP-17")
  void an_office_of_the_regency_rises_to_the_secretary_of_the_region() {
    assertThat(Ladder.USUAL.at(AgencyKind.OPD, 50)).containsOnly(Role.LIAISON);
    assertThat(Ladder.USUAL.at(AgencyKind.OPD, 80)).containsOnly(Role.LIAISON, Role.HEAD);
    assertThat(Ladder.USUAL.at(AgencyKind.OPD, 100))
        .containsOnly(Role.LIAISON, Role.HEAD, Role.SEKDA);
    assertThat(Ladder.USUAL.at(AgencyKind.OPD, 150)).isEmpty();
  }

  @Test
  @Tag("CMP-17")
  void a_vertical_agency_has_its_own_line_and_no_bupati_over_it() {
    assertThat(Ladder.USUAL.at(AgencyKind.VERTICAL, 100))
        .containsOnly(Role.LIAISON, Role.HEAD, Role.REGIONAL_OFFICE);
    for (Role role : new Role[] {Role.SEKDA, Role.BUPATI}) {
      assertThatThrownBy(() -> ladder(AgencyKind.VERTICAL, 100, Set.of(role)))
          .hasMessageContaining("no say over a vertical agency");
    }
  }

  @Test
  void further_steps_are_counted_by_the_clocks() {
    Ladder further = ladder(AgencyKind.OPD, 150, Set.of(Role.BUPATI));

    assertThat(further.warningSteps().of(AgencyKind.OPD)).containsExactly(150);
    assertThat(further.warningSteps().of(AgencyKind.VERTICAL)).containsExactly(50, 80, 100);
    assertThat(further.at(AgencyKind.OPD, 150)).containsOnly(Role.BUPATI);
  }

  @Test
  void a_step_out_of_bounds_or_without_anybody_is_refused() {
    assertThatThrownBy(() -> ladder(AgencyKind.OPD, 0, Set.of(Role.HEAD)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ladder(AgencyKind.OPD, 1001, Set.of(Role.HEAD)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ladder(AgencyKind.OPD, 50, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Ladder ladder(AgencyKind kind, int percent, Set<Role> roles) {
    SortedMap<Integer, Set<Role>> steps = new TreeMap<>(Map.of(percent, roles));
    return new Ladder(Map.of(kind, steps));
  }
}
