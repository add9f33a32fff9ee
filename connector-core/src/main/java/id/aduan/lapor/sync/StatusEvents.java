package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of the portal's status means for the clocks of a case. Pure. */
final class StatusEvents {
  private static final Set<Stage> CLOSED =
      EnumSet.of(Stage.CLOSED, Stage.ARCHIVED, Stage.REJECTED, Stage.BLOCKED);

  private static final Set<CaseEvent> TALK =
      EnumSet.of(
          CaseEvent.ANSWERED,
          CaseEvent.REPORTER_REPLIED,
          CaseEvent.WAITING_FOR_REPORTER,
          CaseEvent.CLOSED,
          CaseEvent.REOPENED);

  private StatusEvents() {}

  /** Whether a case in this status has ended on the portal. */
  static boolean ends(Status status) {
    return CLOSED.contains(status.stage());
  }

  /**
   * Where a case stands before a status is told, by the events so far: a word that is not known in
   * between hides nothing.
   *
   * @param answered whether the last status that was told says so
   */
  record Standing(boolean closed, boolean waiting, boolean replied, boolean answered) {
    /** Of a case that is new to us: what it went through before is not known. */
    static final Standing NEW = new Standing(false, false, false, false);

    static Standing of(List<Occurrence> events, Status last) {
      boolean closed = false;
      boolean waiting = false;
      Optional<CaseEvent> told = Optional.empty();
      for (Occurrence each : events) {
        switch (each.event()) {
          case CLOSED -> closed = true;
          case REOPENED -> closed = false;
          case WAITING_FOR_REPORTER -> waiting = true;
          case REPORTER_REPLIED -> waiting = false;
          default -> {}
        }
        if (TALK.contains(each.event())) {
          told = Optional.of(each).filter(StatusEvents::isOfEntry).map(Occurrence::event);
        }
      }
      // What an entry has told already, the status that follows from it does not tell again.
      boolean replied =
          last.stage() == Stage.REPORTER_REPLIED
              || told.equals(Optional.of(CaseEvent.REPORTER_REPLIED));
      boolean answered = isAnswer(last) || told.equals(Optional.of(CaseEvent.ANSWERED));
      return new Standing(closed, waiting, replied, answered);
    }
  }

  /** What this status tells of, in its order. A word that is not known tells nothing. */
  static List<CaseEvent> between(Standing before, Status after) {
    Stage to = after.stage();
    List<CaseEvent> events = new ArrayList<>();
    if (to == Stage.UNKNOWN) {
      return events;
    }
    boolean closes = CLOSED.contains(to);
    if (before.closed() && !closes) {
      events.add(CaseEvent.REOPENED);
    }
    boolean waits = to == Stage.WAITING_FOR_REPORTER;
    boolean replies = to == Stage.REPORTER_REPLIED && !before.replied();
    if (!closes && !waits && (before.waiting() || replies)) {
      events.add(CaseEvent.REPORTER_REPLIED);
    }
    if (waits && (!before.waiting() || before.closed())) {
      events.add(CaseEvent.WAITING_FOR_REPORTER);
    }
    if (isAnswer(after) && !before.answered()) {
      events.add(CaseEvent.ANSWERED);
    }
    if (closes && !before.closed()) {
      events.add(CaseEvent.CLOSED);
    }
    return events;
  }

  private static boolean isOfEntry(Occurrence event) {
    return event.detail().equals(EntryEvents.TOLD);
  }

  /** Ditindaklanjuti oleh instansi: an answer that was typed into the portal itself. */
  private static boolean isAnswer(Status status) {
    return status.stage() == Stage.IN_PROGRESS && status.actor() == Actor.AGENCY;
  }
}
