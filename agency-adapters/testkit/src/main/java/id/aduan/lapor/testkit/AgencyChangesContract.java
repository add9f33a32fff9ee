package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.assertSilentAboutPeopleAndSecrets;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.ContractSteps.readAll;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.failure.FarEndException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link id.aduan.lapor.agency.Capability#CHANGES}. */
public interface AgencyChangesContract extends AgencyFixture {

  @ParameterizedTest
  @EnumSource
  default void aListThatCannotBeReadMovesNothing(Fault fault) {
    farEnd().fail(fault);

    Throwable thrown = catchThrowable(() -> adapter().changes(""));

    assertThat(thrown).isInstanceOf(FarEndException.class);
    assertSilentAboutPeopleAndSecrets(this, thrown.toString());
  }

  @Test
  default void changesComeOldestFirstAndOnce() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      written.add("Jawaban ke-" + i);
      farEnd().answer(ticket, "Jawaban ke-" + i);
    }

    List<TicketChange> first = new ArrayList<>();
    String cursor = readAll(this, "", first);
    farEnd().answer(ticket, "Jawaban penutup");
    List<TicketChange> second = new ArrayList<>();
    readAll(this, cursor, second);

    assertThat(first)
        .extracting(TicketChange::text)
        .filteredOn(written::contains)
        .isEqualTo(written);
    assertThat(second).extracting(TicketChange::text).containsExactly("Jawaban penutup");
    assertThat(first).extracting(TicketChange::id).doesNotHaveDuplicates();
    assertThat(first).extracting(TicketChange::ticket).containsOnly(ticket);
    assertThat(first).isSortedAccordingTo((a, b) -> a.changedAt().compareTo(b.changedAt()));
  }

  @Test
  @Tag("C11")
  default void aChangeThatCannotBeReadIsHandedOverAndCostsNoOther() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().answer(ticket, "Jawaban pertama");
    farEnd().garble();
    farEnd().answer(ticket, "Jawaban kedua");

    List<TicketChange> changes = new ArrayList<>();
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    readAll(this, "", changes, unreadable);

    assertThat(changes)
        .extracting(TicketChange::text)
        .containsExactly("Jawaban pertama", "Jawaban kedua");
    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.get(0).raw()).isNotEmpty();
    assertThat(unreadable.get(0).reason()).isNotBlank();
    assertSilentAboutPeopleAndSecrets(this, unreadable.get(0).reason());
    List<ChangePage.Unreadable> again = new ArrayList<>();
    readAll(this, "", new ArrayList<>(), again);
    assertThat(again.get(0).raw()).isEqualTo(unreadable.get(0).raw());
  }

  @Test
  @Tag("C24")
  default void onlyWhatTheSystemProvesPublicIsPublic() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().answer(ticket, "Sudah <kami> tangani & selesai.");
    farEnd().note(ticket, "Catatan untuk rekan.");
    farEnd().move(ticket, "SELESAI");

    List<TicketChange> changes = new ArrayList<>();
    readAll(this, "", changes);

    assertThat(changes)
        .filteredOn(TicketChange::isPublic)
        .extracting(TicketChange::text)
        .filteredOn(text -> !text.isEmpty())
        .containsExactly("Sudah <kami> tangani & selesai.");
    assertThat(changes).extracting(TicketChange::status).contains("SELESAI");
  }
}
