package id.aduan.lapor.privacy;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A complaint as an agency may see it. Where the reporter is anonymous or the report secret, or
 * either is not known, the type has no reporter at all (C14, C24, UU25-10): an adapter cannot leak
 * what it was never given.
 */
public sealed interface AgencyComplaint {
  Facts facts();

  /** The same with these words of the agency alone. */
  AgencyComplaint worded(Map<String, String> words);

  /** The same with how far its files are. */
  AgencyComplaint filed(List<FileNote> files);

  /** The reporter may be named to the handling agency. */
  record Identified(Facts facts, Reporter reporter) implements AgencyComplaint {
    @Override
    public Identified worded(Map<String, String> words) {
      return new Identified(facts.worded(words), reporter);
    }

    @Override
    public Identified filed(List<FileNote> files) {
      return new Identified(facts.filed(files), reporter);
    }
  }

  /** The reporter's identity is withheld. */
  record Withheld(Facts facts) implements AgencyComplaint {
    @Override
    public Withheld worded(Map<String, String> words) {
      return new Withheld(facts.worded(words));
    }

    @Override
    public Withheld filed(List<FileNote> files) {
      return new Withheld(facts.filed(files));
    }
  }

  /**
   * How far a file of the case is, as the agency is told.
   *
   * @param place which file of the case it is, from 1
   * @param url its address on the portal
   * @param state such as {@code here} or {@code refused}
   * @param code why the agency does not get it; empty for one that it has or may still get
   */
  record FileNote(int place, String url, String state, String code) {}

  /**
   * What every handling agency gets.
   *
   * @param secret whether the content must not become public at the agency either; an unknown flag
   *     counts as secret
   * @param status where it stands on the portal; not known of what an older version wrote
   * @param replies what the reporter added later; none in what an older version wrote
   * @param leg how many times the case has gone to this agency; 1 in what an older version wrote
   * @param words the agency's own words for what is known of the complaint, by the name of the
   *     thing; none in what an older version wrote
   * @param files how far its files are; only in what sets a ticket anew, when it goes out
   */
  record Facts(
      TrackingId id,
      String title,
      String content,
      Optional<Category> category,
      Classification classification,
      String channel,
      Optional<Instant> receivedAt,
      Optional<LocalDate> incidentOn,
      String location,
      boolean secret,
      Status status,
      List<Attachment> attachments,
      List<ReporterReply> replies,
      int leg,
      Map<String, String> words,
      List<FileNote> files) {

    public Facts {
      files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
      leg = Math.max(1, leg);
      words = Map.copyOf(Objects.requireNonNullElse(words, Map.of()));
      status = Objects.requireNonNullElse(status, Status.UNKNOWN);
      attachments = List.copyOf(attachments);
      replies = List.copyOf(Objects.requireNonNullElse(replies, List.of()));
    }

    /** The same with these words of the agency alone. */
    public Facts worded(Map<String, String> newWords) {
      return with(newWords, files);
    }

    /** The same with how far its files are. */
    public Facts filed(List<FileNote> newFiles) {
      return with(words, newFiles);
    }

    private Facts with(Map<String, String> newWords, List<FileNote> newFiles) {
      return new Facts(
          id,
          title,
          content,
          category,
          classification,
          channel,
          receivedAt,
          incidentOn,
          location,
          secret,
          status,
          attachments,
          replies,
          leg,
          newWords,
          newFiles);
    }

    /** Our reference in the agency's system. */
    public Reference reference() {
      return new Reference(id, leg);
    }

    @Override
    public String toString() {
      return "Facts[" + id + "]";
    }
  }

  /** What an agency may see of this complaint the first time that it goes there. */
  static AgencyComplaint of(Complaint complaint) {
    return of(complaint, 1, Map.of());
  }

  /**
   * What an agency may see of this complaint.
   *
   * @param leg how many times the case has gone to this agency
   * @param words the agency's own words for what is known of it
   */
  static AgencyComplaint of(Complaint complaint, int leg, Map<String, String> words) {
    Facts facts =
        new Facts(
            complaint.id(),
            complaint.title(),
            complaint.content(),
            complaint.category(),
            complaint.classification(),
            complaint.channel(),
            complaint.receivedAt(),
            complaint.incidentOn(),
            complaint.location(),
            complaint.visibility().secret().mayBeTrue(),
            complaint.status(),
            complaint.attachments(),
            complaint.replies(),
            leg,
            words,
            List.of());
    return complaint.visibility().identityWithheld() || complaint.reporter().isEmpty()
        ? new Withheld(facts)
        : new Identified(facts, complaint.reporter());
  }
}
