package id.aduan.lapor.portal.profile;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What is assumed of the older interfaces, which only take reports (portal-wire 3). */
public record StreamProfile(
    String name, Optional<URI> baseUri, ReportForm report, Topics topics, Words words)
    implements Profile {

  /**
   * The names in the XML of a report and its answer (portal-wire 3.2).
   *
   * @param braces whether they are put around the token where they are missing
   * @param noLastName what stands for a last name that is not known
   */
  public record ReportForm(
      Call call, String contentType, boolean braces, String noLastName, Map<Name, String> names) {
    public String name(Name name) {
      return names.getOrDefault(name, "");
    }
  }

  /** An element or attribute of the XML. */
  public enum Name {
    ROOT,
    TOKEN,
    REPORTER,
    EMAIL,
    PHONE,
    FIRST_NAME,
    LAST_NAME,
    REPORT,
    SECRET,
    ANONYMOUS,
    CONTENT,
    TRACKING_ID,
    TRANSACTION_ID
  }

  /**
   * The list of topics (portal-wire 3.1).
   *
   * @param key the parameter that carries the key
   */
  public record Topics(Call call, String key, Map<TopicField, Field> fields) {
    public Field at(TopicField field) {
      return fields.getOrDefault(field, Field.NOWHERE);
    }
  }

  /** What is read of a topic. */
  public enum TopicField {
    ID,
    PARENT,
    NAME
  }
}
