package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.sync.UpdatePlan.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries are written oldest first; + is a new key, = the same, and "update" one more entry. */
class UpdatePlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          open WAITING                                  | +0
          open SENDING                                  | update
          open UNCERTAIN                                | update
          open LOOKING_UP                               | update
          open PARKED LC-UNKNOWN-OUTCOME                | update
          open PARKED LC-REFUSED                        | +0
          open PARKED LC-ATTEMPTS-USED-UP               | +0
          open DONE                                     | update
          open DONE, update WAITING                     | +1
          open DONE, update UNCERTAIN                   | +1
          open DONE, update PARKED LC-REFUSED           | +1
          open DONE, update SENDING                     | +1 update
          open DONE, update LOOKING_UP                  | +1 update
          open DONE, update SENDING, update WAITING     | +2 +1
          open DONE, update DONE                        | update
          open UNCERTAIN, update WAITING                | +1
          open PARKED LC-REFUSED, update WAITING        | +1 +0
          -                                             | update
          """)
  @Tag("C7")
  @Tag("C8")
  void what_the_agency_may_see_anew_reaches_it_once(String lane, String expected) {
    assertThat(plan(lane, new Situation(true, true, false))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open SENDING                        | =0 update
          open UNCERTAIN                      | =0 update
          open PARKED LC-UNKNOWN-OUTCOME      | =0 update
          open UNCERTAIN, update WAITING      | +1 =0
          """)
  @Tag("C24")
  void where_the_reporter_is_withheld_now_nothing_is_repeated_that_names_them(
      String lane, String expected) {
    assertThat(plan(lane, new Situation(true, true, true))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          open WAITING   | +0
          open UNCERTAIN | =0
          open SENDING   | =0
          open DONE      | ''
          -              | ''
          """)
  void an_agency_that_cannot_update_gets_what_has_not_gone_out_yet(String lane, String expected) {
    assertThat(plan(lane, new Situation(true, false, false))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = "- | ''")
  void without_a_ticket_there_is_nothing_to_update(String lane, String expected) {
    assertThat(plan(lane, new Situation(false, true, false))).isEqualTo(expected);
  }

  private static String plan(String lane, Situation situation) {
    List<Standing> youngestFirst = new ArrayList<>();
    if (lane != null) {
      String[] entries = lane.split(", ", -1);
      for (int i = 0; i < entries.length; i++) {
        String[] words = entries[i].split(" ", -1);
        String code = words.length > 2 ? words[2] : "";
        youngestFirst.add(
            0, new Standing(words[0], new IdempotencyKey("" + i), State.valueOf(words[1]), code));
      }
    }
    UpdatePlan plan = UpdatePlan.decide(youngestFirst, situation);
    List<String> told = new ArrayList<>();
    plan.renewed()
        .forEach(renewal -> told.add((renewal.sameKey() ? "=" : "+") + renewal.entry().key()));
    if (plan.appended()) {
      told.add("update");
    }
    return String.join(" ", told);
  }
}
