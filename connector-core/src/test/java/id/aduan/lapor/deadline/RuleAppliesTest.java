package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Cases.ID;
import static id.aduan.lapor.deadline.Cases.event;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleAppliesTest {
  private static final ClockRule RULE =
      RuleBook.shipped().find("sp4n.verify_forward").orElseThrow();

  @ParameterizedTest(name = "{0}: anonymous {1}, secret {2} -> {3}")
  @CsvSource(
      textBlock =
          """
          OPEN,      FALSE,   FALSE,   true
          OPEN,      TRUE,    FALSE,   false
          OPEN,      FALSE,   UNKNOWN, false
          ANONYMOUS, TRUE,    FALSE,   true
          ANONYMOUS, UNKNOWN, FALSE,   true
          ANONYMOUS, FALSE,   TRUE,    false
          SECRET,    FALSE,   TRUE,    true
          SECRET,    FALSE,   UNKNOWN, true
          SECRET,    TRUE,    FALSE,   false
          """)
  void aRuleMayBeForATypeAndWhatIsNotKnownCountsAsWithheld(
      ClockRule.Type type, Flag anonymous, Flag secret, boolean applies) {
    assertThat(
            applies(
                RuleSamples.forTypes(RULE, type),
                new Visibility(anonymous, secret),
                Optional.of(Cases.DISHUB)))
        .isEqualTo(applies);
  }

  @ParameterizedTest(name = "for {0}, at {1} -> {2}")
  @CsvSource(
      textBlock =
          """
          OPD,      dishub, true
          OPD,      polres, false
          VERTICAL, polres, true
          VERTICAL, dishub, false
          VERTICAL, ,       true
          """)
  void aRuleMayBeForAKindOfAgencyAndAppliesWhileNobodyHasTheCase(
      AgencyKind kind, String agency, boolean applies) {
    assertThat(
            applies(
                RuleSamples.forAgencies(RULE, kind),
                new Visibility(Flag.FALSE, Flag.FALSE),
                Optional.ofNullable(agency).map(AgencyCode::new)))
        .isEqualTo(applies);
  }

  private static boolean applies(
      ClockRule rule, Visibility visibility, Optional<AgencyCode> agency) {
    CaseFacts facts = new CaseFacts(Classification.Kind.UNKNOWN, visibility, agency);
    return !clocks(rule, facts).isEmpty();
  }

  private static List<Clock> clocks(ClockRule rule, CaseFacts facts) {
    return new Clockwork(new RuleBook("one", List.of(rule)), Cases.OFFICES, WarningSteps.USUAL)
        .compute(ID, facts, List.of(event(CaseEvent.RECEIVED, "2026-11-23T10:00")), List.of())
        .clocks();
  }

  @Test
  void aLimitOfMinutesWarnsNobodyWhoeverHasToAct() {
    ClockRule minutes = RuleSamples.within(RULE, new Limit(30, Limit.Unit.MINUTE));
    ClockRule hours = RuleSamples.within(RULE, new Limit(30, Limit.Unit.CLOCK_HOUR));

    assertThat(clocks(minutes, Cases.ORDINARY).get(0).nextAt()).isEmpty();
    assertThat(clocks(hours, Cases.ORDINARY).get(0).nextAt()).isPresent();
  }
}
