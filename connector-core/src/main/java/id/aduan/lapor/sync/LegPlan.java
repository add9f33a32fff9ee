package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Leg.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the legs of a case when it is given to agencies, passed on, ended or opened
 * again. Pure. Of the legs of a case that went to any agency exactly one leads.
 *
 * @param legs all of them as they are then, in the order in which they began
 * @param opened those that begin, each with a ticket to be opened
 * @param moved those that another agency has instead
 */
record LegPlan(List<Leg> legs, List<Leg> opened, List<Leg> moved) {
  LegPlan {
    legs = List.copyOf(legs);
    opened = List.copyOf(opened);
    moved = List.copyOf(moved);
  }

  /** Whether the assignment alone tells all of it, so that no leg needs a row. */
  boolean isPlain() {
    return legs.size() == 1
        && legs.get(0).number() == 1
        && legs.get(0).state() == State.ACTIVE
        && legs.get(0).handling() == Handling.UNKNOWN
        && legs.get(0).said().isEmpty();
  }

  /** The leg that leads; a case that went to no agency has none. */
  Optional<Leg> lead() {
    return legs.stream().filter(Leg::lead).findFirst();
  }

  /**
   * Exactly these agencies have it from now on. One that has it goes on with the leg that it has,
   * also where it had given it back.
   *
   * @param to by agency, the first leads
   * @param reason why the others have it no more
   * @throws IllegalArgumentException for none at all
   */
  static LegPlan assign(
      TrackingId id, List<Leg> current, List<Assignment> to, String reason, Instant now) {
    if (to.isEmpty()) {
      throw new IllegalArgumentException("a case is given to one agency at least");
    }
    AgencyCode lead = to.get(0).agency();
    List<Leg> legs = new ArrayList<>();
    List<Leg> moved = new ArrayList<>();
    List<AgencyCode> kept = new ArrayList<>();
    for (Leg leg : current) {
      Optional<Assignment> wanted =
          to.stream().filter(each -> each.agency().equals(leg.agency())).findFirst();
      if (!leg.isOpen()) {
        legs.add(leg.leading(false));
      } else if (wanted.isPresent()) {
        legs.add(leg.active().because(wanted.get()).leading(leg.agency().equals(lead)));
        kept.add(leg.agency());
      } else {
        moved.add(leg.moved(reason, now));
        legs.add(leg.moved(reason, now));
      }
    }
    List<Leg> opened = new ArrayList<>();
    for (Assignment each : to) {
      if (!kept.contains(each.agency())) {
        Leg leg = next(id, legs, each, each.agency().equals(lead), now);
        kept.add(each.agency());
        replace(legs, leg);
        opened.add(leg);
      }
    }
    return new LegPlan(legs, opened, moved);
  }

  /** This agency has it instead of the one that led; the others go on. */
  static LegPlan transfer(List<Leg> current, Assignment to, String reason, Instant now) {
    List<Leg> legs = new ArrayList<>();
    List<Leg> moved = new ArrayList<>();
    for (Leg leg : current) {
      if (leg.lead() && leg.isOpen()) {
        moved.add(leg.moved(reason, now));
        legs.add(leg.moved(reason, now));
      } else {
        legs.add(leg.leading(false));
      }
    }
    Leg opened = next(current.get(0).complaint(), legs, to, true, now);
    replace(legs, opened);
    return new LegPlan(legs, List.of(opened), moved);
  }

  /** The case ended, and with it what its agencies have to do with it. */
  static LegPlan end(List<Leg> current, Instant now) {
    return new LegPlan(
        current.stream().map(leg -> leg.isOpen() ? leg.ended(now) : leg).toList(),
        List.of(),
        List.of());
  }

  /**
   * The case is opened again: it goes once more to each agency that had it to the end, but for one
   * that had given it back. Where that was the one that led, the first of the others leads.
   *
   * @param insteadOfLead who gets it in the place of the agency that led
   */
  static LegPlan reopen(List<Leg> current, Optional<Assignment> insteadOfLead, Instant now) {
    List<Leg> legs = new ArrayList<>(current);
    List<Leg> opened = new ArrayList<>();
    for (Leg last : CaseLegs.newest(current)) {
      boolean takenOver = last.lead() && insteadOfLead.isPresent();
      boolean refused = last.handling() == Handling.RETURNED;
      if (last.state() == State.ENDED && !takenOver && !refused) {
        Leg leg = next(last.complaint(), legs, last.why(), last.lead(), now);
        opened.add(leg);
        replace(legs, last.leading(false));
        replace(legs, leg);
      }
    }
    if (insteadOfLead.isPresent()) {
      legs.replaceAll(leg -> leg.leading(false));
      Optional<Leg> already =
          opened.stream()
              .filter(leg -> leg.agency().equals(insteadOfLead.get().agency()))
              .findFirst();
      Leg leg =
          already
              .map(it -> it.leading(true))
              .orElseGet(
                  () -> next(current.get(0).complaint(), legs, insteadOfLead.get(), true, now));
      opened.removeIf(it -> it.agency().equals(leg.agency()));
      opened.add(0, leg);
      replace(legs, leg);
    } else if (!opened.isEmpty() && opened.stream().noneMatch(Leg::lead)) {
      Leg lead = opened.get(0).leading(true);
      legs.replaceAll(leg -> leg.leading(false));
      opened.set(0, lead);
      replace(legs, lead);
    }
    return new LegPlan(legs, opened, List.of());
  }

  /**
   * The next leg with an agency. After the last number there is none; the last one is taken up once
   * more then, since nobody may be left without the case.
   */
  private static Leg next(
      TrackingId id, List<Leg> legs, Assignment why, boolean lead, Instant now) {
    int last =
        legs.stream()
            .filter(leg -> leg.agency().equals(why.agency()))
            .mapToInt(Leg::number)
            .max()
            .orElse(0);
    return Leg.begun(id, Math.min(last + 1, Reference.LEG_MAX), lead, why, now);
  }

  /** Puts a leg in its place, or at the end. */
  private static void replace(List<Leg> legs, Leg leg) {
    int at = 0;
    while (at < legs.size()
        && !(legs.get(at).agency().equals(leg.agency()) && legs.get(at).number() == leg.number())) {
      at++;
    }
    if (at < legs.size()) {
      legs.set(at, leg);
    } else {
      legs.add(leg);
    }
  }
}
