package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Echoes;
import id.aduan.lapor.sync.Echoes.Piece;
import id.aduan.lapor.sync.Echoes.Written;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.Leg.Said;
import id.aduan.lapor.sync.Leg.State;
import id.aduan.lapor.sync.Links.Linked;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The legs of cases and their tickets, as the store keeps them. */
class LegsTest extends StoreRig {
  private static final TrackingId ID = new TrackingId("9200001");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final AgencyCode PUPR = new AgencyCode("pupr");

  static Leg leg(TrackingId complaint, AgencyCode agency, int number) {
    return new Leg(
        complaint,
        agency,
        number,
        State.ACTIVE,
        number == 1,
        new Assignment(agency, "CATEGORY", "mapping.yaml:7", "2026-12-01"),
        Handling.IN_PROGRESS,
        "PROSES",
        Optional.of(new Said(NOW.minusSeconds(9), "41")),
        NOW,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Written written(TrackingId complaint, AgencyCode agency, int leg) {
    return new Written(
        agency,
        new Reference(complaint, leg),
        List.of(new Piece("ab12", Echoes.State.WRITTEN), new Piece("cd34", Echoes.State.ECHOED)),
        NOW);
  }

  private void save(Leg... legs) {
    store.inTransaction(
        tx -> {
          List.of(legs).forEach(it -> store.legs().save(tx, it));
          return true;
        });
  }

  private List<Leg> legs(TrackingId id) {
    return store.read(tx -> store.legs().of(tx, id));
  }

  @Test
  void legs_come_back_as_they_were_saved_in_the_order_in_which_they_began() {
    save(leg(ID, PUPR, 1), leg(ID, DISHUB, 1), leg(ID, DISHUB, 2));

    assertThat(legs(ID)).containsExactly(leg(ID, PUPR, 1), leg(ID, DISHUB, 1), leg(ID, DISHUB, 2));
    assertThat(legs(new TrackingId("9200002"))).isEmpty();
  }

  @Test
  void a_leg_is_replaced_by_its_agency_and_number() {
    save(leg(ID, DISHUB, 1), leg(ID, PUPR, 1));
    Leg moved =
        new Leg(
            ID,
            DISHUB,
            1,
            State.MOVED,
            false,
            new Assignment(DISHUB, "PERSON", "operator:ani", "2027-01-01"),
            Handling.RETURNED,
            "BUKAN WEWENANG",
            Optional.empty(),
            NOW,
            Optional.of(NOW.plusSeconds(7)),
            Optional.of(NOW.plusSeconds(5)),
            "bukan jalan kabupaten");

    save(moved);

    assertThat(legs(ID)).containsExactly(moved, leg(ID, PUPR, 1));
  }

  @Test
  @Tag("C20")
  void a_damaged_leg_is_not_passed_over() throws Exception {
    save(leg(ID, DISHUB, 1));

    tamper("update lapor_leg set state = 'ENDED'");

    assertThatThrownBy(() -> legs(ID)).isInstanceOf(CorruptRowException.class);
  }

  @Test
  void what_was_written_into_a_ticket_comes_back_as_it_was_saved_last() {
    Written first = written(ID, DISHUB, 1);
    Written second =
        new Written(DISHUB, first.leg(), first.pieces().subList(0, 1), first.at().plusSeconds(1));
    store.inTransaction(
        tx -> {
          store.echoes().save(tx, first);
          store.echoes().save(tx, written(ID, DISHUB, 2));
          store.echoes().save(tx, second);
          return true;
        });

    Optional<Written> found = store.read(tx -> store.echoes().of(tx, DISHUB, first.leg()));
    assertThat(found).contains(second);
    Optional<Written> others = store.read(tx -> store.echoes().of(tx, PUPR, first.leg()));
    assertThat(others).isEmpty();
  }

  @Test
  @Tag("C20")
  void of_a_damaged_ledger_nothing_is_recognised() throws Exception {
    store.inTransaction(
        tx -> {
          store.echoes().save(tx, written(ID, DISHUB, 1));
          return true;
        });

    tamper("update lapor_echo set written_at = written_at + 1");

    Optional<Written> found = store.read(tx -> store.echoes().of(tx, DISHUB, Reference.of(ID)));
    assertThat(found).isEmpty();
  }

  @Test
  void a_ticket_is_of_one_leg() {
    AgencyTicket first = new AgencyTicket(DISHUB, "T-1");
    AgencyTicket second = new AgencyTicket(DISHUB, "T-2");
    store.inTransaction(
        tx -> {
          store.links().add(tx, ID, first, NOW);
          store.links().add(tx, new Reference(ID, 2), second, NOW.plusSeconds(1));
          store.links().add(tx, new Reference(ID, 3), second, NOW.plusSeconds(2));
          return true;
        });

    List<Linked> linked = store.read(tx -> store.links().of(tx, ID));
    assertThat(linked).containsExactly(new Linked(first, 1), new Linked(second, 2));
    Optional<Reference> legOf = store.read(tx -> store.links().legOf(tx, second));
    assertThat(legOf).contains(new Reference(ID, 2));
    Optional<AgencyTicket> ticket =
        store.read(tx -> store.links().ticketOf(tx, DISHUB, new Reference(ID, 2)));
    assertThat(ticket).contains(second);
    Optional<AgencyTicket> others =
        store.read(tx -> store.links().ticketOf(tx, PUPR, new Reference(ID, 2)));
    assertThat(others).isEmpty();
  }
}
