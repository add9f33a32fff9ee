package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.util.List;
import java.util.Map;

/** The legs of simulated cases, held against what stands in the tickets of their agency. */
record LegsAtAgency(CaseStore store, Map<Reference, AgencyComplaint> atAgency) {

  /** Each time that it went out has a ticket; the newest one says what the portal says. */
  void compare(CaseRecord ours, Complaint there) {
    TrackingId id = there.id();
    List<Leg> legs = store.read(tx -> new CaseLegs(store).of(tx, ours));
    List<OutboxView.Row> entries =
        store.read(tx -> store.outboxView().entriesOf(tx, id)).stream()
            .filter(it -> it.operation().equals(ComplaintIntake.OPEN))
            .toList();
    assertThat(entries).as("openings of %s", id).hasSameSizeAs(legs);
    assertThat(legs).as("legs of %s", id).allMatch(leg -> atAgency.containsKey(leg.reference()));
    Leg newest = legs.get(legs.size() - 1);
    assertThat(newest.isOpen())
        .as("the newest leg of %s is open", id)
        .isEqualTo(!StatusEvents.ends(there.status()));
    assertThat(legs.subList(0, legs.size() - 1))
        .as("legs of %s that ended", id)
        .allMatch(leg -> leg.state() == Leg.State.ENDED);
    AgencyComplaint ticket = atAgency.get(newest.reference());
    assertThat(ticket)
        .as("ticket of %s", newest.reference())
        .isEqualTo(AgencyComplaint.of(there, newest.number(), Map.of()));
    if (there.visibility().identityWithheld()) {
      assertThat(legs)
          .as("tickets of %s that name nobody", id)
          .allMatch(leg -> atAgency.get(leg.reference()) instanceof AgencyComplaint.Withheld);
    }
  }
}
