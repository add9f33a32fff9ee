package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One statutory or local clock, as data: what starts it, what it waits for, how long that may take.
 * Its events stand in their own order, so that equal rules are written as equal bytes.
 *
 * @param id its stable name, such as {@code sp4n.complaint_no_supervision}
 * @param name what officials call it
 * @param extension how much longer it may take, once, with a reason; empty for not at all
 * @param scope in whose figures it counts
 * @param duty who has to act before it ends
 * @param from any of these starts it, the first one that happens
 * @param until any of these fulfils it, also the one that started it
 * @param drop any of these ends it without a verdict, unless it was late already
 * @param pauseFrom any of these pauses it
 * @param pauseUntil any of these lets it run on
 * @param reset any of these starts it anew while it is open
 * @param again any of these begins another round after it ended, other than with the case
 * @param reopen any of these lets it run on after it ended with the case ({@link
 *     CaseEvent#CLOSED}); the days between do not count
 * @param applies to which cases it applies
 * @param source where the number was found, with the id of the rule
 * @param grade how good that source is
 */
public record ClockRule(
    String id,
    Name name,
    Limit limit,
    Optional<Limit> extension,
    Scope scope,
    Duty duty,
    Set<CaseEvent> from,
    Set<CaseEvent> until,
    Set<CaseEvent> drop,
    Set<CaseEvent> pauseFrom,
    Set<CaseEvent> pauseUntil,
    Set<CaseEvent> reset,
    Set<CaseEvent> again,
    Set<CaseEvent> reopen,
    Applies applies,
    String source,
    Grade grade) {

  public ClockRule {
    from = inOrder(from);
    until = inOrder(until);
    drop = inOrder(drop);
    pauseFrom = inOrder(pauseFrom);
    pauseUntil = inOrder(pauseUntil);
    reset = inOrder(reset);
    again = inOrder(again);
    reopen = inOrder(reopen);
  }

  private static Set<CaseEvent> inOrder(Set<CaseEvent> events) {
    return Collections.unmodifiableSet(new TreeSet<>(events));
  }

  /** In Bahasa Indonesia and in English. */
  public record Name(String id, String en) {}

  /** In whose figures a clock counts (G6). */
  public enum Scope {
    NATIONAL,
    LOCAL
  }

  /** Who has to act. Those of the reporter and the portal warn nobody. */
  public enum Duty {
    AGENCY,
    COORDINATOR,
    PORTAL,
    REPORTER;

    /** Whether an office has to act, so that somebody is to be warned. */
    public boolean isOffices() {
      return this == AGENCY || this == COORDINATOR;
    }
  }

  /** Whether the reporter's name or the content is withheld. */
  public enum Type {
    OPEN,
    ANONYMOUS,
    SECRET
  }

  /**
   * To which cases a rule applies; an empty set stands for all.
   *
   * @param agencies of which kind the handling agency is; while nobody handles it, all apply
   */
  public record Applies(
      List<Classification.Kind> classifications, List<Type> types, List<AgencyKind> agencies) {
    public Applies {
      classifications = List.copyOf(classifications);
      types = List.copyOf(types);
      agencies = List.copyOf(agencies);
    }
  }

  /** How good the source of a number is. */
  public enum Grade {
    /** The gazette text itself. */
    A,
    /** An official page, or a part of the primary text. */
    B,
    /** Secondary: press, agency pages, a public system. */
    C,
    /** An engineering reading; not law. */
    D
  }
}
