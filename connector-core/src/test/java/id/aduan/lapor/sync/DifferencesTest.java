package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Leg.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C13")
class DifferencesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  private static Leg leg(String agency, int number, State state, Handling handling) {
    AgencyCode code = new AgencyCode(agency);
    return new Leg(
        new TrackingId("9200001"),
        code,
        number,
        state,
        true,
        new Assignment(code, "CATEGORY", "mapping.yaml:3", "1"),
        handling,
        "",
        Optional.empty(),
        NOW,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Optional<String> of(Stage stage, Leg... legs) {
    return Differences.of(new Status(stage, Actor.SYSTEM, ""), List.of(legs));
  }

  @ParameterizedTest(name = "portal {0}, agency {1} {2}: differs {3}")
  @CsvSource({
    "CLOSED,      ENDED,  IN_PROGRESS,          true",
    "CLOSED,      ENDED,  RECEIVED,             true",
    "ARCHIVED,    ENDED,  WAITING_FOR_REPORTER, true",
    "CLOSED,      ENDED,  DONE,                 false",
    "CLOSED,      ENDED,  UNKNOWN,              false",
    "CLOSED,      MOVED,  IN_PROGRESS,          false",
    "IN_PROGRESS, ACTIVE, DONE,                 false",
    "IN_PROGRESS, ACTIVE, IN_PROGRESS,          false",
    "UNKNOWN,     ACTIVE, IN_PROGRESS,          false"
  })
  void the_portal_has_ended_what_an_agency_still_works_on(
      Stage stage, State state, Handling handling, boolean differs) {
    assertThat(of(stage, leg("dishub", 1, state, handling)).isPresent()).isEqualTo(differs);
  }

  @Test
  void the_portal_has_opened_again_what_an_agency_says_is_done() {
    Leg first = leg("dishub", 1, State.ENDED, Handling.DONE);

    assertThat(of(Stage.REPORTER_REPLIED, first, leg("dishub", 2, State.ACTIVE, Handling.UNKNOWN)))
        .contains("portal REPORTER_REPLIED, dishub DONE (9200001)");
    assertThat(of(Stage.REPORTER_REPLIED, first, leg("dishub", 2, State.ACTIVE, Handling.RECEIVED)))
        .isEmpty();
  }

  @Test
  void each_agency_of_a_case_is_told_of() {
    assertThat(
            of(
                Stage.CLOSED,
                leg("dishub", 1, State.ENDED, Handling.IN_PROGRESS),
                leg("dinkes", 1, State.ENDED, Handling.RECEIVED),
                leg("pupr", 1, State.ENDED, Handling.DONE)))
        .contains("portal CLOSED, dinkes RECEIVED (9200001), dishub IN_PROGRESS (9200001)");
  }
}
