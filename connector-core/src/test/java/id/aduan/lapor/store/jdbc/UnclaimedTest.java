package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnclaimedTest extends StoreRig {
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final AgencyTicket TICKET = new AgencyTicket(DISHUB, "T-9");

  @BeforeEach
  void keepTwo() {
    store.inTransaction(
        tx -> {
          for (String id : List.of("c1", "c2")) {
            TicketChange change = new TicketChange(id, "T-9", "", NOW, true, "text", "", List.of());
            store.unclaimed().add(tx, DISHUB, change, NOW);
          }
          return true;
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"change = zeroblob(40)", "change_id = 'x'"})
  @Tag("C20")
  void a_damaged_change_stays_for_whoever_checks_the_store_and_holds_up_no_other(String damage)
      throws Exception {
    tamper("update lapor_unclaimed set " + damage + " where change_id = 'c1'");

    List<TicketChange> taken = store.inTransaction(tx -> store.unclaimed().take(tx, TICKET));
    store.inTransaction(
        tx -> {
          store.unclaimed().forget(tx, DISHUB);
          return true;
        });

    assertThat(taken).extracting(TicketChange::id).containsExactly("c2");
    List<StoreDamage> damages = new ArrayList<>();
    store.verify(damages::add);
    assertThat(damages).extracting(StoreDamage::table).containsExactly("lapor_unclaimed");
    assertThat(execute("update lapor_unclaimed set ticket = ticket")).isEqualTo(1);
  }
}
