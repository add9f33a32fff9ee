package id.aduan.lapor.simulation;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.simulation.Course.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The network between one node and the far ends, as one life of the node uses it: it loses requests
 * and answers, delays, repeats. While an answer is waited for, others go on.
 */
record Wire(Course course, Life life) {
  /** No longer than a far end may still be storing after we gave up, which is less than settle. */
  private static final int LATE_SECONDS_MAX = 55;

  /** One effect at a far end. */
  private DeliveryResult send(String what, boolean repeatable, Supplier<DeliveryResult> effect) {
    life.calls();
    course.tell(life.name() + " sends " + what);
    if (course.oneIn(15)) {
      course.count(Fault.UNREACHABLE);
      return course.chance.nextBoolean()
          ? DeliveryResult.targetTrouble("nobody is there")
          : DeliveryResult.entryTrouble("not now");
    }
    if (course.oneIn(250)) {
      course.count(Fault.REFUSED);
      return new DeliveryResult.Refused("http.422", "not this one");
    }
    DeliveryResult result = arrives(what, repeatable, effect);
    life.waits();
    return result;
  }

  private DeliveryResult arrives(String what, boolean repeatable, Supplier<DeliveryResult> effect) {
    if (course.oneIn(12)) {
      course.count(Fault.REQUEST_LOST);
      course.tell("  it is lost on the way");
      return new Unknown("the request was lost");
    }
    if (course.oneIn(8)) {
      course.count(Fault.STORED_LATE);
      Duration late = Duration.ofMillis(course.chance.nextInt(1, LATE_SECONDS_MAX * 1_000));
      course.tell("  it is stored after " + late + ", and nobody waits for so long");
      course.later(
          late,
          () -> {
            course.tell(what + " of before is stored");
            var unused = effect.get();
          });
      return new Unknown("no answer in time");
    }
    if (repeatable && course.oneIn(12)) {
      course.count(Fault.TWICE);
      course.tell("  it arrives twice");
      var unused = effect.get();
    }
    DeliveryResult result = effect.get();
    if (course.oneIn(8)) {
      course.count(Fault.ANSWER_LOST);
      course.tell("  its answer is lost");
      return new Unknown("the answer was lost");
    }
    return result;
  }

  private Lookup ask(String what, Supplier<Lookup> question) {
    life.calls();
    course.tell(life.name() + " looks up " + what);
    if (course.oneIn(12)) {
      return new Lookup.CannotTell("no answer", course.chance.nextBoolean());
    }
    Lookup answer = question.get();
    life.waits();
    return answer;
  }

  private <T> T read(Supplier<T> question) {
    life.calls();
    if (course.oneIn(12)) {
      throw FarEndException.unreachable("nobody is there");
    }
    T answer = question.get();
    life.waits();
    return answer;
  }

  Portal portal(PortalModel model) {
    return new PortalCalls(this, model);
  }

  AgencyAdapter agency(AgencyModel model) {
    return new AgencyCalls(this, model);
  }

  private record PortalCalls(Wire wire, PortalModel model) implements Portal {
    @Override
    public DeliveryResult publish(FollowUp answer, List<PortalFile> files, IdempotencyKey key) {
      return wire.send("answer " + answer, false, () -> model.publish(answer));
    }

    @Override
    public Lookup find(FollowUp answer, int confirmedTwins) {
      return wire.ask("answer " + answer, () -> model.find(answer, confirmedTwins));
    }

    @Override
    public String twin(String content) {
      return content;
    }

    @Override
    public PortalState complaint(TrackingId id) {
      return wire.read(() -> model.row(id));
    }

    @Override
    public Page changed(Optional<Instant> since, String place) {
      return wire.read(() -> model.changed(since, place));
    }

    @Override
    public PortalState read(byte[] raw) {
      return model.read(raw);
    }
  }

  private record AgencyCalls(Wire wire, AgencyModel model) implements AgencyAdapter {
    @Override
    public Set<Capability> capabilities() {
      return model.capabilities();
    }

    @Override
    public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
      return wire.send(
          what("open", complaint),
          model.manner == AgencyModel.Manner.HONOURS_KEYS,
          () -> model.open(complaint, key));
    }

    @Override
    public DeliveryResult update(
        AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
      return wire.send(what("update", complaint), true, () -> model.update(complaint, ticket));
    }

    private String what(String operation, AgencyComplaint complaint) {
      return operation
          + " "
          + complaint.facts().reference()
          + " "
          + complaint.facts().title()
          + " to "
          + model.code;
    }

    @Override
    public Lookup find(Reference reference) {
      return wire.ask(reference + " at " + model.code, () -> model.find(reference));
    }

    @Override
    public ChangePage changes(String cursor) {
      return wire.read(() -> model.changes(cursor));
    }
  }
}
