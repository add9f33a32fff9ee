package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.attach;
import static id.aduan.lapor.testkit.ContractSteps.file;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@link id.aduan.lapor.agency.Capability#FILES_HONOUR_KEYS}. */
public interface AgencyFileKeysContract extends AgencyFixture {

  @Test
  @Tag("C7")
  default void aFileWhoseAnswerGotLostIsRepeatedAndStandsThereOnce() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().fail(Fault.CUT_AFTER_STORING);
    attach(this, ticket, file(1, "foto.jpg", 100));
    farEnd().recover();

    assertThat(attach(this, ticket, file(1, "foto.jpg", 100))).isInstanceOf(Accepted.class);
    assertThat(farEnd().files()).hasSize(1);
  }
}
