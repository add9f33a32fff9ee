package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.attach;
import static id.aduan.lapor.testkit.ContractSteps.file;
import static id.aduan.lapor.testkit.ContractSteps.findFile;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Lookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@link id.aduan.lapor.agency.Capability#FIND_FILES}. */
public interface AgencyFindFileContract extends AgencyFixture {

  @Test
  @Tag("C7")
  default void exactlyTheFileThatIsThereIsFound() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    attach(this, ticket, file(1, "foto.jpg", 100));

    assertThat(findFile(this, ticket, file(1, "foto.jpg", 100))).isInstanceOf(Lookup.Found.class);
    assertThat(findFile(this, ticket, file(2, "foto.jpg", 100))).isInstanceOf(Lookup.Absent.class);
    assertThat(findFile(this, ticket, file(11, "foto.jpg", 100))).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  @Tag("C7")
  default void aFileWhoseAnswerGotLostIsFound() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().fail(Fault.CUT_AFTER_STORING);
    attach(this, ticket, file(1, "foto.jpg", 100));
    farEnd().recover();

    assertThat(findFile(this, ticket, file(1, "foto.jpg", 100))).isInstanceOf(Lookup.Found.class);
  }

  @Test
  @Tag("C7")
  default void aListThatDoesNotComeProvesNothing() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().fail(Fault.HTML_PAGE);

    assertThat(findFile(this, ticket, file(1, "foto.jpg", 100)))
        .isInstanceOf(Lookup.CannotTell.class);
  }
}
