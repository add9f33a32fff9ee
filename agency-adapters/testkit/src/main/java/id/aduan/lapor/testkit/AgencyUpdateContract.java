package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OTHER;
import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.assertSilentAboutPeopleAndSecrets;
import static id.aduan.lapor.testkit.ContractSteps.key;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.ContractSteps.update;
import static id.aduan.lapor.testkit.SampleComplaints.REPORTER_MARKER;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static id.aduan.lapor.testkit.SampleComplaints.standing;
import static id.aduan.lapor.testkit.SampleComplaints.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link id.aduan.lapor.agency.Capability#UPDATE}: an update sets, never adds. */
public interface AgencyUpdateContract extends AgencyFixture {

  @Test
  @Tag("C7")
  default void anUpdateSetsWhatTheTicketSays() {
    open(this, identified(OURS));
    open(this, identified(OTHER));
    String number = farEnd().tickets().get(0).number();
    StoredTicket other = farEnd().tickets().get(1);

    DeliveryResult result = update(this, number, changed());

    assertThat(result).isEqualTo(new Accepted(number));
    assertThat(farEnd().recorded()).contains(key(OURS, "update").value());
    List<StoredTicket> tickets = farEnd().tickets();
    assertThat(tickets).hasSize(2).contains(other);
    assertThat(tickets)
        .filteredOn(ticket -> ticket.number().equals(number))
        .singleElement()
        .satisfies(
            ticket -> {
              assertThat(ticket.title()).isEqualTo("Lampu jalan menyala lagi");
              assertThat(ticket.content()).isEqualTo("Sudah menyala, tetapi redup.");
            });
  }

  @Test
  @Tag("C7")
  default void anUpdateThatIsRepeatedChangesNothingMore() {
    open(this, identified(OURS));
    String number = onlyTicket(this).number();
    update(this, number, changed());
    StoredTicket once = onlyTicket(this);

    DeliveryResult again = update(this, number, changed());

    assertThat(again).isEqualTo(new Accepted(number));
    assertThat(onlyTicket(this)).isEqualTo(once);
  }

  @Test
  @Tag("C24")
  default void aReporterWhoIsWithheldNowIsNamedThereNoMore() {
    open(this, identified(OURS));
    assertThat(onlyTicket(this).reporter()).contains(REPORTER_MARKER);
    int before = farEnd().recorded().length();

    DeliveryResult result = update(this, onlyTicket(this).number(), withheld(OURS));

    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(onlyTicket(this).toString()).doesNotContain(REPORTER_MARKER);
    assertThat(farEnd().recorded().substring(before)).doesNotContain(REPORTER_MARKER);
  }

  /** Closed by the system: nobody objected for ten days. That solves nothing (portal-wire 7). */
  @Test
  @Tag("C13")
  default void aStatusOfThePortalIsAWordAndSolvesNoTicket() {
    Status going = new Status(Stage.IN_PROGRESS, Actor.AGENCY, "Dalam proses di OPD");
    Status closed = new Status(Stage.CLOSED, Actor.SYSTEM, "Ditutup oleh Sistem");
    open(this, standing(OURS, going, List.of()));
    String number = onlyTicket(this).number();
    String before = sent(number, going);
    StoredTicket ticket = onlyTicket(this);

    String after = sent(number, closed);

    assertThat(after.replace(closed.raw(), going.raw()))
        .as("the update differs in the portal's word alone")
        .isEqualTo(before);
    assertThat(onlyTicket(this)).isEqualTo(ticket);
  }

  private String sent(String number, Status status) {
    int from = farEnd().recorded().length();
    assertThat(update(this, number, standing(OURS, status, List.of())))
        .isEqualTo(new Accepted(number));
    return farEnd().recorded().substring(from);
  }

  @Test
  default void whatTheReporterAddsStandsInTheTicketOnceHoweverOftenItIsSet() {
    ReporterReply reply =
        new ReporterReply(
            "FOLLOW_UP 7", Optional.of(Instant.parse("2026-11-03T01:30:00Z")), "Masih padam.");
    AgencyComplaint replied = standing(OURS, Status.UNKNOWN, List.of(reply));
    open(this, standing(OURS, Status.UNKNOWN, List.of()));
    String number = onlyTicket(this).number();

    update(this, number, replied);
    update(this, number, replied);

    assertThat(onlyTicket(this).content()).containsOnlyOnce("Masih padam.");
  }

  @Test
  @Tag("C7")
  default void aTicketThatIsNotThereIsARefusalAndStaysAway() {
    open(this, identified(OURS));
    StoredTicket there = onlyTicket(this);

    DeliveryResult result = update(this, there.number() + "9", changed());

    assertThat(result).isInstanceOf(Refused.class);
    assertThat(onlyTicket(this)).isEqualTo(there);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  @Tag("F29")
  @Tag("F31")
  @Tag("F32")
  @Tag("F38")
  @Tag("F39")
  @Tag("F40")
  @Tag("F33")
  @Tag("F37")
  default void everyFaultOfAnUpdateEndsInAResultThatClaimsNoMoreThanIsProven(Fault fault) {
    open(this, identified(OURS));
    String number = onlyTicket(this).number();
    farEnd().fail(fault);

    DeliveryResult result = update(this, number, changed());

    assertThat(fault.allows(result)).as("%s gave %s", fault, result).isTrue();
    assertSilentAboutPeopleAndSecrets(this, result.toString());
    farEnd().recover();
    assertThat(onlyTicket(this).number()).isEqualTo(number);
    fault.hasHappened();
  }

  private static AgencyComplaint changed() {
    return identified(OURS, "Lampu jalan menyala lagi", "Sudah menyala, tetapi redup.");
  }
}
