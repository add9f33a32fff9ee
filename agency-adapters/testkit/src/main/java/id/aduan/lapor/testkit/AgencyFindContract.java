package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OTHER;
import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.assertSilentAboutPeopleAndSecrets;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Lookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link id.aduan.lapor.agency.Capability#FIND}. */
public interface AgencyFindContract extends AgencyFixture {

  @Test
  @Tag("C7")
  default void findsItsOwnTicketAndNoOther() {
    open(this, identified(OURS));

    assertThat(adapter().find(Reference.of(new TrackingId(OURS))))
        .isEqualTo(new Lookup.Found(onlyTicket(this).number()));
    assertThat(adapter().find(Reference.of(new TrackingId(OTHER)))).isEqualTo(new Lookup.Absent());
    assertThat(adapter().find(Reference.of(new TrackingId(OURS.substring(0, 6)))))
        .isEqualTo(new Lookup.Absent());
  }

  @Test
  @Tag("C7")
  default void whatWasStoredBeforeTheAnswerWasLostIsFound() {
    farEnd().fail(Fault.CUT_AFTER_STORING);
    open(this, identified(OURS));
    String number = onlyTicket(this).number();
    farEnd().recover();

    assertThat(adapter().find(Reference.of(new TrackingId(OURS))))
        .isEqualTo(new Lookup.Found(number));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  default void aSearchThatFailsNeverSaysAbsent(Fault fault) {
    farEnd().fail(fault);

    Lookup lookup = adapter().find(Reference.of(new TrackingId(OURS)));

    assertThat(lookup).isInstanceOf(Lookup.CannotTell.class);
    assertSilentAboutPeopleAndSecrets(this, lookup.toString());
  }

  @Test
  @Tag("C7")
  default void aTicketThatIsThereTwiceIsNotAbsent() {
    open(this, identified(OURS));
    open(this, identified(OURS));
    assertThat(farEnd().tickets()).isNotEmpty();

    assertThat(adapter().find(Reference.of(new TrackingId(OURS))))
        .isNotInstanceOf(Lookup.Absent.class);
  }
}
