package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.Capability;
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
 * The contract of an adapter whose system both lists its changes and pushes them: all of {@link
 * AgencyAdapterContract}, and that both ways tell the same. The far end has to say what it pushes.
 */
public abstract class AgencyPushContract extends AgencyAdapterContract {

  @Test
  void itSaysThatItCanBePushedTo() {
    assertThat(adapter().capabilities()).contains(Capability.PUSH, Capability.CHANGES);
  }

  @Test
  @Tag("C3")
  void aChangeIsTheSamePushedAndListed() {
    open(identified(OURS));
    String ticket = onlyTicket().number();
    farEnd().answer(ticket, "Sudah <kami> tangani & selesai.");
    farEnd().note(ticket, "Catatan untuk rekan.");
    farEnd().move(ticket, "SELESAI");

    List<TicketChange> listed = new ArrayList<>();
    readAll("", listed);

    assertThat(pushed(farEnd().pushes())).isNotEmpty().isEqualTo(listed);
  }

  @Test
  @Tag("C24")
  void onlyWhatTheSystemProvesPublicIsPublicWhenItIsPushed() {
    open(identified(OURS));
    String ticket = onlyTicket().number();
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
  void aPushedMessageOfAnotherFormIsReadAsNoChangeAndBreaksNothing(String body) {
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
