package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Outbox.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a lane when the agency may see something else than before: which of its entries
 * carry the newer content from now on, and whether one more is needed. Pure (C7, C8, C24).
 *
 * <p>An entry that is under way goes out as it was, so what has changed since needs an entry after
 * it. An open that may have arrived keeps its content, since a key stands for one content, unless
 * the reporter is withheld now: that comes first. An update may be exchanged at any time, because
 * it sets. So a lane never holds more than one entry that may have arrived and one that waits.
 *
 * @param renewed the entries that get the newer content
 * @param appended whether an update has to come after all of them
 * @param reaches whether the newer content surely gets to the agency by these
 */
record UpdatePlan(List<Renewal> renewed, boolean appended, boolean reaches) {

  /**
   * One entry's newer content.
   *
   * @param sameKey whether it keeps its key, because the far end may know it by that
   */
  record Renewal(Standing entry, boolean sameKey) {}

  /**
   * What is known beside the lane.
   *
   * @param linked whether a ticket of the agency is known
   * @param updatable whether the agency's tickets can be updated
   * @param hides whether the reporter was named before and is withheld now
   */
  record Situation(boolean linked, boolean updatable, boolean hides) {}

  /**
   * Decides.
   *
   * @param youngestFirst the lane's entries, settled ones too
   */
  static UpdatePlan decide(List<Standing> youngestFirst, Situation now) {
    List<Standing> unsettled = youngestFirst.stream().filter(it -> !it.isSettled()).toList();
    List<Renewal> renewed = new ArrayList<>();
    for (Standing entry : unsettled) {
      if (isUpdate(entry) || !entry.mayHaveArrived()) {
        renewed.add(new Renewal(entry, false));
      } else if (!now.updatable() || now.hides()) {
        renewed.add(new Renewal(entry, true));
      }
    }
    boolean reached = unsettled.isEmpty() ? !now.linked() : reaches(unsettled.get(0));
    return new UpdatePlan(renewed, now.updatable() && !reached, now.updatable() || reached);
  }

  /** Whether the newer content surely goes out with this entry, the last one of its lane. */
  private static boolean reaches(Standing last) {
    return isUpdate(last) ? !last.isUnderWay() : !last.mayHaveArrived();
  }

  private static boolean isUpdate(Standing entry) {
    return entry.operation().equals(TicketUpdates.UPDATE);
  }
}
