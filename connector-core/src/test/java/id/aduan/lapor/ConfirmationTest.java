package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseAnswer;
import id.aduan.lapor.sync.DeliverMode;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where nothing goes out before the coordinator has confirmed to whom. */
@Tag("D13")
class ConfirmationTest extends CoordinatorRig {
  @Override
  DeliverMode deliver() {
    return DeliverMode.AFTER_CONFIRMATION;
  }

  @Test
  void nothing_goes_out_before_a_person_confirms_what_the_rules_propose() {
    tells("9810001", "932", "", Stage.VERIFIED);
    awaitStory("9810001", Action.COORDINATOR_WAITED_FOR);

    assertThat(queue()).containsExactly("CONFIRMATION 9810001 [kantah]");
    assertThat(entries("9810001")).isEmpty();

    String shown = mark("9810001").orElseThrow();
    CaseAnswer unseen = assign("9810001");
    assertThat(unseen.code()).isEqualTo("not_shown");
    assertThat(unseen.detail()).startsWith(shown + ": kantah by ");

    CaseAnswer answer = confirm("9810001");

    assertThat(answer.code()).isEqualTo("confirmed");
    await().until(() -> kantah.tickets().size() == 1);
    assertThat(queue()).isEmpty();
    assertThat(told("9810001", Action.ASSIGNED))
        .containsExactly("kantah; reason: bukan urusan kami");
    assertThat(assign("9810001").code()).isEqualTo("nothing_waits");
    assertThat(confirm("9810001", Optional.of(shown)).code()).isEqualTo("nothing_waits");
  }

  @Test
  @Tag("TRM-04")
  void what_is_confirmed_for_an_agency_reached_by_a_forwarding_is_passed_on_without_our_reason() {
    tells("9810006", "932", "", Stage.VERIFIED);
    awaitStory("9810006", Action.COORDINATOR_WAITED_FOR);

    assertThat(confirm("9810006").code()).isEqualTo("confirmed");

    awaitStory("9810006", Action.GIVEN_BACK_ON_PORTAL);
    assertThat(filer.forwardedTo(new TrackingId("9810006"))).containsExactly(LAND_OFFICE);
    assertThat(filer.explained()).containsExactly("Diteruskan ke Instansi Tujuan");
  }

  @Test
  void a_person_may_say_who_has_it_and_several_may() {
    tells("9810002", "1398", OURS, Stage.VERIFIED);
    awaitStory("9810002", Action.COORDINATOR_WAITED_FOR);

    CaseAnswer answer = assign("9810002", DISHUB, KANTAH);

    assertThat(answer.code()).isEqualTo("assigned");
    assertThat(answer.unasked()).containsExactly(KANTAH);
    await().until(() -> kantah.tickets().size() == 1 && dishub.tickets().size() == 1);
    assertThat(queue()).isEmpty();
    assertThat(filer.calls()).isEmpty();
    assertThat(assign("9810002", DISHUB, KANTAH).code()).isEqualTo("already_there");
  }

  @Test
  void what_changes_meanwhile_is_told_and_what_was_shown_before_is_confirmed_no_more() {
    tells("9810003", "1398", "", Stage.UNVERIFIED);
    awaitStory("9810003", Action.COORDINATOR_WAITED_FOR);
    Optional<String> shown = mark("9810003");

    tells("9810003", "932", "", Stage.VERIFIED);
    awaitStory("9810003", Action.CHANGED);

    assertThat(queue()).containsExactly("CONFIRMATION 9810003 [kantah]");
    assertThat(told("9810003", Action.COORDINATOR_WAITED_FOR)).hasSize(2);
    CaseAnswer late = confirm("9810003", shown);
    assertThat(late.code()).isEqualTo("proposal_changed");
    assertThat(late.detail()).startsWith(mark("9810003").orElseThrow() + ": kantah by ");
    assertThat(entries("9810003")).isEmpty();
  }

  @Test
  void what_ends_on_the_portal_waits_no_more_and_is_refused() {
    tells("9810004", "1398", "", Stage.UNVERIFIED);
    awaitStory("9810004", Action.COORDINATOR_WAITED_FOR);

    tells("9810004", "1398", "", Stage.ARCHIVED);
    awaitStory("9810004", Action.CHANGED);

    assertThat(queue()).isEmpty();
    assertThat(assign("9810004").code()).isEqualTo("ended");
    assertThat(dishub.tickets()).isEmpty();
  }

  @Test
  void what_was_given_back_is_asked_for_no_more_until_the_portal_disposes_it_to_us() {
    tells("9810005", "1398", "", Stage.VERIFIED);
    awaitStory("9810005", Action.COORDINATOR_WAITED_FOR);

    assertThat(giveBack("9810005", ELSEWHERE).code()).isEqualTo("asked_portal");
    awaitStory("9810005", Action.GIVEN_BACK_ON_PORTAL);
    tells("9810005", "1398", ELSEWHERE, Stage.VERIFIED);
    awaitStory("9810005", Action.CHANGED);

    assertThat(queue()).isEmpty();

    tells("9810005", "1398", OURS, Stage.VERIFIED);
    awaitStory("9810005", Action.CHANGED, 2);

    assertThat(queue()).containsExactly("CONFIRMATION 9810005 [dishub]");
  }

  @Test
  void what_was_given_back_is_asked_for_again_also_by_a_disposition_that_is_not_mapped() {
    tells("9810006", "1398", "60044", Stage.VERIFIED);
    awaitStory("9810006", Action.COORDINATOR_WAITED_FOR);
    assertThat(giveBack("9810006", ELSEWHERE).code()).isEqualTo("asked_portal");
    awaitStory("9810006", Action.GIVEN_BACK_ON_PORTAL);
    tells("9810006", "1398", ELSEWHERE, Stage.VERIFIED);
    awaitStory("9810006", Action.CHANGED);
    assertThat(queue()).isEmpty();

    tells("9810006", "1398", "60044", Stage.VERIFIED);

    awaitStory("9810006", Action.CHANGED, 2);
    assertThat(queue()).containsExactly("CONFIRMATION 9810006 [dishub]");
  }

  @Test
  void what_had_ended_before_it_was_known_here_waits_for_nobody() {
    tells("9810007", "1398", "", Stage.CLOSED);
    awaitStory("9810007", Action.RECEIVED);

    assertThat(queue()).isEmpty();
  }
}
