package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.ContractSteps.readAll;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.TicketChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of {@link id.aduan.lapor.agency.Capability#PUSH} for a system that lists its changes
 * too: both ways tell the same. The far end has to say what it pushes.
 */
public interface AgencyPushContract extends AgencyChangesContract {

  @Test
  @Tag("C3")
  default void aChangeIsTheSamePushedAndListed() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().answer(ticket, "Sudah <kami> tangani & selesai.");
    farEnd().note(ticket, "Catatan untuk rekan.");
    farEnd().move(ticket, "SELESAI");

    List<TicketChange> listed = new ArrayList<>();
    readAll(this, "", listed);

    assertThat(pushed(farEnd().pushes())).isNotEmpty().isEqualTo(listed);
  }

  @Test
  @Tag("C24")
  default void onlyWhatTheSystemProvesPublicIsPublicWhenItIsPushed() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().answer(ticket, "Sudah kami tangani.");
    farEnd().note(ticket, "Catatan untuk rekan.");

    assertThat(pushed(farEnd().pushes()))
        .filteredOn(TicketChange::isPublic)
        .extracting(TicketChange::text)
        .filteredOn(text -> !text.isEmpty())
        .containsExactly("Sudah kami tangani.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "\"x\"", "<a/>", "{\"a\":1,\"a\":2}", "\u0000"})
  @Tag("C11")
  default void aPushedMessageOfAnotherFormIsReadAsNoChangeAndBreaksNothing(String body) {
    PushedMessage read = adapter().pushed(body.getBytes(StandardCharsets.UTF_8));

    if (read instanceof PushedMessage.Changes changes) {
      assertThat(changes.changes()).isEmpty();
    }
  }

  private List<TicketChange> pushed(List<byte[]> bodies) {
    List<TicketChange> changes = new ArrayList<>();
    for (byte[] body : bodies) {
      PushedMessage read = adapter().pushed(body);
      assertThat(read).isInstanceOf(PushedMessage.Changes.class);
      assertThat(((PushedMessage.Changes) read).unreadable()).isEmpty();
      changes.addAll(((PushedMessage.Changes) read).changes());
    }
    return changes;
  }
}
