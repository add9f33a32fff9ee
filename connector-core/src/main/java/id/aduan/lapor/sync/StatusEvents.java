package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.CaseEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of the portal's status means for the clocks of a case. Pure. */
final class StatusEvents {
  private static final Set<Stage> CLOSED =
      EnumSet.of(Stage.CLOSED, Stage.ARCHIVED, Stage.REJECTED, Stage.BLOCKED);

  private StatusEvents() {}

  /**
   * The events between two states of a case, in their order. A word that is not known tells
   * nothing.
   *
   * @param before empty for a case that is new to us: then what it went through before is not known
   */
  static List<CaseEvent> between(Optional<Status> before, Status after) {
    Stage from = before.map(Status::stage).orElse(Stage.UNVERIFIED);
    Stage to = after.stage();
    List<CaseEvent> events = new ArrayList<>();
    if (to == Stage.UNKNOWN || before.filter(after::equals).isPresent()) {
      return events;
    }
    if (CLOSED.contains(from) && !CLOSED.contains(to)) {
      events.add(CaseEvent.REOPENED);
    }
    if (from == Stage.WAITING_FOR_REPORTER && !CLOSED.contains(to) && to != from) {
      events.add(CaseEvent.REPORTER_REPLIED);
    } else if (to == Stage.REPORTER_REPLIED && to != from) {
      events.add(CaseEvent.REPORTER_REPLIED);
    }
    if (to == Stage.WAITING_FOR_REPORTER && to != from) {
      events.add(CaseEvent.WAITING_FOR_REPORTER);
    }
    if (isAnswer(after) && before.filter(StatusEvents::isAnswer).isEmpty()) {
      events.add(CaseEvent.ANSWERED);
    }
    if (CLOSED.contains(to) && !CLOSED.contains(from)) {
      events.add(CaseEvent.CLOSED);
    }
    return events;
  }

  /** Ditindaklanjuti oleh instansi: an answer that was typed into the portal itself. */
  private static boolean isAnswer(Status status) {
    return status.stage() == Stage.IN_PROGRESS && status.actor() == Actor.AGENCY;
  }
}
