package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.sync.PortalEntries.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between the portal's complaints and our cases (C5). Pure: {@link Reconciler} reads
 * both sides, and repairs by the ways that everything else comes in.
 */
public final class Reconciliation {
  private Reconciliation() {}

  /** In what a complaint differs. */
  public enum Kind {
    /** The portal has it and we do not. */
    MISSING_HERE,
    /** We have it, and the portal has it no more (F60). */
    GONE_THERE,
    /** We have it for gone, and the portal has it. */
    BACK_THERE,
    /** The portal hides it, or its reporter, since we were told last (F60, C14). */
    NEWLY_HIDDEN,
    /** The portal's word for where it stands is another. */
    STATUS,
    /** Its title or its text is another. */
    TEXT,
    /** It is with another institution. */
    DISPOSITION,
    /** Something else of it is newer there. */
    DETAILS,
    /** The portal has an entry of its log or follow-ups that we have not. */
    ENTRY_MISSING_HERE,
    /** We published an answer, and the portal's follow-ups do not show it: a person has to look. */
    ANSWER_NOT_SHOWN
  }

  /** What became of a difference. */
  public enum Repair {
    /** Nothing: it was only looked for, or nothing can be done. */
    NONE,
    /** Our case says the same now. */
    APPLIED,
    /** The portal is asked for it, as for any thin message. */
    ASKED
  }

  /**
   * One difference; names no person and quotes no text.
   *
   * @param detail the portal's words for a status, ids of institutions, or empty
   */
  public record Difference(String trackingId, Kind kind, String detail, Repair repair) {
    Difference with(Repair newRepair) {
      return new Difference(trackingId, kind, detail, newRepair);
    }

    /** Whether it is there still. */
    public boolean remains() {
      return repair != Repair.APPLIED;
    }
  }

  /** What was compared. */
  public enum Scope {
    /** The portal's whole list with all our cases. */
    LIST,
    /** Each open case with its detail, since the portal has no list: nothing new is found so. */
    OPEN_CASES
  }

  /**
   * One comparison. Its names are those of {@code lapor reconcile --json}.
   *
   * @param compared how many complaints of the portal were looked at
   * @param unread how many of ours could not be looked at, and are not among the differences
   * @param complete whether the portal's list was read to its end
   * @param found how many differences there were; the list holds at most {@value #DIFFERENCES_MAX}
   */
  public record Report(
      Instant begunAt,
      Instant endedAt,
      Scope scope,
      boolean applied,
      boolean complete,
      long compared,
      long unread,
      long found,
      long remaining,
      List<Difference> differences) {
    public static final int DIFFERENCES_MAX = 10_000;

    public Report {
      differences = List.copyOf(differences);
    }

    /** Whether both sides are known to say the same. */
    public boolean isClean() {
      return complete && unread == 0 && remaining == 0;
    }
  }

  /**
   * Compares one complaint. What is older there than what we have is no difference, and of one that
   * is told without its text only what is told is compared.
   *
   * @param ours our case, if we have one
   * @param gone whether we have it for gone
   */
  static List<Difference> compare(PortalState there, Optional<CaseRecord> ours, boolean gone) {
    String id = there.complaint().id().value();
    if (ours.isEmpty()) {
      return List.of(difference(id, Kind.MISSING_HERE, ""));
    }
    if (gone) {
      return List.of(difference(id, Kind.BACK_THERE, ""));
    }
    SyncDecision decision = SyncDecision.decide(ours, there, true);
    if (decision instanceof SyncDecision.Fetch) {
      Complaint known = ours.get().complaint();
      return there.complaint().over(known).equals(known)
          ? List.of()
          : List.of(difference(id, Kind.DETAILS, ""));
    }
    return decision instanceof SyncDecision.Change change
        ? parts(id, ours.get().complaint(), change.complaint())
        : List.of();
  }

  /**
   * Compares what was said about a complaint that both sides have. That an answer of ours is not
   * shown can be told only where the portal tells follow-ups, and all that it tells are here.
   *
   * @param known what we have of its entries
   * @param unproven the keys of our answers that were taken by the portal and never seen there
   */
  static List<Difference> said(PortalState there, List<Known> known, List<String> unproven) {
    String id = there.complaint().id().value();
    Set<String> ours = new HashSet<>();
    known.forEach(it -> ours.add(it.origin() + " " + it.id()));
    List<Difference> missing =
        there.entries().stream()
            .map(entry -> entry.origin() + " " + EntryIntake.idOf(entry))
            .distinct()
            .filter(name -> !ours.contains(name))
            .map(name -> difference(id, Kind.ENTRY_MISSING_HERE, name))
            .toList();
    boolean tellsFollowUps =
        there.entries().stream().anyMatch(it -> it.origin() == PortalEntry.Origin.FOLLOW_UP);
    return missing.isEmpty() && tellsFollowUps
        ? unproven.stream().map(key -> difference(id, Kind.ANSWER_NOT_SHOWN, key)).toList()
        : missing;
  }

  private static List<Difference> parts(String id, Complaint before, Complaint after) {
    List<Difference> parts = new ArrayList<>();
    boolean hides =
        (!before.visibility().identityWithheld() && after.visibility().identityWithheld())
            || (!before.visibility().secret().mayBeTrue()
                && after.visibility().secret().mayBeTrue());
    if (hides) {
      parts.add(difference(id, Kind.NEWLY_HIDDEN, ""));
    }
    if (!before.status().equals(after.status())) {
      parts.add(difference(id, Kind.STATUS, before.status().raw() + " -> " + after.status().raw()));
    }
    if (!before.title().equals(after.title()) || !before.content().equals(after.content())) {
      parts.add(difference(id, Kind.TEXT, ""));
    }
    if (!before.disposition().equals(after.disposition())) {
      parts.add(
          difference(id, Kind.DISPOSITION, institution(before) + " -> " + institution(after)));
    }
    return parts.isEmpty() ? List.of(difference(id, Kind.DETAILS, "")) : List.copyOf(parts);
  }

  private static String institution(Complaint complaint) {
    return complaint.disposition().map(it -> it.id()).orElse("none");
  }

  static Difference difference(String id, Kind kind, String detail) {
    return new Difference(id, kind, detail, Repair.NONE);
  }
}
