package id.aduan.lapor.portal.profile;

import id.aduan.lapor.portal.PortalEntry.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is assumed of a portal that speaks v3 (portal-wire 2, 13).
 *
 * @param list nothing where the portal has no list of complaints
 */
public record V3Profile(
    String name,
    Optional<URI> baseUri,
    Headers headers,
    Map<Master, MasterList> masters,
    Upload upload,
    Create create,
    Forward forward,
    Detail detail,
    FollowUps followUps,
    Reply reply,
    Optional<Listing> list,
    Message message,
    ComplaintFields complaint,
    EntryFields log,
    EntryFields followUp,
    Kinds kinds,
    Field refused,
    Gateway gateway,
    Words words)
    implements Profile {

  /** The profile {@code sp4n-v3}. */
  public static V3Profile standard() {
    return (V3Profile) Profiles.shipped("sp4n-v3");
  }

  /**
   * The headers of every call (portal-wire 2.2).
   *
   * @param prefix put before the first header's value where it is missing
   * @param braces whether they are put around the token where they are missing
   */
  public record Headers(
      String authorization, String prefix, String token, boolean braces, String accept) {

    /** Whether two of the headers have one name, so that only one of them could be sent. */
    public boolean areMixedUp() {
      return authorization.equalsIgnoreCase(token)
          || authorization.equalsIgnoreCase("Accept")
          || token.equalsIgnoreCase("Accept");
    }
  }

  /** The portal's own lists. */
  public enum Master {
    INSTITUTIONS,
    TEMPLATES,
    CATEGORIES
  }

  /** A master list. */
  public record MasterList(Listing listing, Map<MasterField, Field> fields) {}

  /** What is read of an item of a master list. */
  public enum MasterField {
    ID,
    NAME,
    KIND,
    TEXT
  }

  /**
   * How files of a new complaint go first (portal-wire 2.4).
   *
   * @param part the name of each file's part
   * @param ids where lists of them stand in the answer; all are read
   * @param id where the number of each stands
   */
  public record Upload(Call call, String part, List<Field> ids, Field id) {
    public Upload {
      ids = List.copyOf(ids);
    }
  }

  /**
   * How a complaint is filed (portal-wire 2.5).
   *
   * @param attachments how the numbers of its files are written
   * @param noAttachments what is written for none
   * @param id where its number may stand in the answer
   */
  public record Create(
      Call call, Attachments attachments, String noAttachments, BodyForm body, Field id) {
    /** Our values that may be named. */
    static final Set<String> VALUES =
        Set.of(
            "title",
            "content",
            "user",
            "institution",
            "classification",
            "category",
            "incidentOn",
            "anonymous",
            "secret",
            "attachments",
            "reporterName",
            "reporterPhone",
            "reporterEmail");
  }

  /** How the numbers of files are written in a create call (portal-wire 2.4). */
  public enum Attachments {
    /** A text that holds a JSON array. */
    JSON_ARRAY,
    /** The same with a full stop behind it. */
    JSON_ARRAY_DOT
  }

  /** How a complaint is passed on (portal-wire 2.6). */
  public record Forward(Call call, BodyForm body) {
    static final Set<String> VALUES = Set.of("target", "explanation", "user", "institution");
  }

  /** Where the detail of a complaint tells what (portal-wire 2.7). */
  public record Detail(Call call, Field data, Field log) {}

  /** Where follow-ups stand (portal-wire 2.8), and whether they are read with the detail. */
  public record FollowUps(Listing listing, boolean read) {}

  /**
   * How an answer is written (portal-wire 2.9).
   *
   * @param file the name of each file's part, with {@code {i}} for its number from 0
   */
  public record Reply(Call call, String template, String file, BodyForm body) {
    static final Set<String> VALUES =
        Set.of("user", "from", "to", "complaint", "template", "secret", "secretNumber", "content");
  }

  /** What a pushed message holds (portal-wire 13). */
  public record Message(Field type, Field revision, Field data, Field followUp) {}

  /** Where the fields of a complaint stand, and which others are known. */
  public record ComplaintFields(Map<ComplaintField, Field> places, Times times, Set<String> known) {
    public Field at(ComplaintField field) {
      return places.getOrDefault(field, Field.NOWHERE);
    }
  }

  /** What is read of a complaint. */
  public enum ComplaintField {
    ID,
    TITLE,
    CONTENT,
    CATEGORY_ID,
    CATEGORY_NAME,
    CLASSIFICATION,
    CHANNEL,
    ANONYMOUS,
    SECRET,
    RECEIVED_AT,
    INCIDENT_ON,
    LOCATION,
    STATUS,
    DISPOSITION_ID,
    DISPOSITION_NAME,
    UPDATED_AT,
    REVISION,
    REPORTER_NAME,
    REPORTER_PHONE,
    REPORTER_EMAIL,
    ATTACHMENTS,
    ATTACHMENT_URL,
    ATTACHMENT_NAME
  }

  /** Where the fields of an entry of a log or of a follow-up stand. */
  public record EntryFields(Map<EntryField, Field> places, Times times) {
    public Field at(EntryField field) {
      return places.getOrDefault(field, Field.NOWHERE);
    }
  }

  /** What is read of an entry; {@code BEFORE} and {@code AFTER} stand in {@code CHANGE}. */
  public enum EntryField {
    ID,
    AT,
    TEMPLATE,
    SENTENCE,
    TEXT,
    SECRET,
    FROM_ID,
    FROM_NAME,
    TO_ID,
    TO_NAME,
    CHANGE,
    BEFORE,
    AFTER,
    ATTACHMENTS,
    ATTACHMENT_URL,
    ATTACHMENT_NAME
  }

  /** Of which kind an entry is, by its template's code or by what its sentence says. */
  public record Kinds(Map<String, Kind> templates, Map<String, Kind> phrases) {
    public Kinds {
      templates = Map.copyOf(templates);
      phrases = Map.copyOf(phrases);
    }

    /** The kind, or nothing where neither says it. */
    public Optional<Kind> of(String template, String sentence) {
      Kind byTemplate = templates.get(Words.normalised(template));
      if (byTemplate != null) {
        return Optional.of(byTemplate);
      }
      String said = Words.normalised(sentence);
      return phrases.entrySet().stream()
          .filter(phrase -> said.contains(phrase.getKey()))
          .map(Map.Entry::getValue)
          .distinct()
          .reduce((one, other) -> Kind.UNTYPED); // it says two things
    }
  }

  /**
   * What the codes in a gateway's faults mean (portal-wire 2.11).
   *
   * @param proves whether one proves that a call that writes never reached the portal
   */
  public record Gateway(
      boolean proves, Set<Integer> throttled, Set<Integer> credentials, Set<Integer> notSent) {
    public Gateway {
      throttled = Set.copyOf(throttled);
      credentials = Set.copyOf(credentials);
      notSent = Set.copyOf(notSent);
    }
  }
}
