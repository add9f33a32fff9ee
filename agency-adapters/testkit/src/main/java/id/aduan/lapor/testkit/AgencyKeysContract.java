package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@link id.aduan.lapor.agency.Capability#HONOURS_KEYS}. */
public interface AgencyKeysContract extends AgencyFixture {

  @Test
  @Tag("C7")
  default void anOpenThatIsRepeatedWithItsKeyMakesNoSecondTicket() {
    DeliveryResult first = open(this, identified(OURS));

    DeliveryResult second = open(this, identified(OURS));

    assertThat(first).isEqualTo(new Accepted(onlyTicket(this).number()));
    assertThat(second).isEqualTo(first);
  }

  @Test
  @Tag("C7")
  default void anOpenWhoseAnswerGotLostIsRepeatedToTheSameTicket() {
    farEnd().fail(Fault.CUT_AFTER_STORING);
    open(this, identified(OURS));
    String number = onlyTicket(this).number();
    farEnd().recover();

    assertThat(open(this, identified(OURS))).isEqualTo(new Accepted(number));
    assertThat(farEnd().tickets()).hasSize(1);
  }
}
