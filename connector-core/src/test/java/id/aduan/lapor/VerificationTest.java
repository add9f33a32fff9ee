package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.sync.DeliverMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where nothing goes out before the portal's admin has verified it. */
@Tag("D13")
class VerificationTest extends CoordinatorRig {
  @Override
  DeliverMode deliver() {
    return DeliverMode.AFTER_VERIFICATION;
  }

  @Test
  void a_complaint_goes_out_when_the_portal_says_that_it_is_verified() {
    tells("9820001", "1398", "", Stage.UNVERIFIED);
    awaitStory("9820001", Action.WITHHELD);
    tells("9820001", "1398", "", Stage.WAITING_FOR_REPORTER);
    awaitStory("9820001", Action.WITHHELD, 2);

    assertThat(entries("9820001")).isEmpty();
    assertThat(queue()).isEmpty();
    assertThat(assign("9820001", DISHUB).code()).isEqualTo("not_verified");

    tells("9820001", "1398", "", Stage.VERIFIED);

    await().until(() -> dishub.tickets().size() == 1);
  }
}
