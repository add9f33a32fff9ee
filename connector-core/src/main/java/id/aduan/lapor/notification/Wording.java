package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts notices into words.
 *
 * @param agencyNames as officials call them; one that is not named is called by its code
 * @param portalLink where a case is seen, {@code {{nomor}}} standing for its number
 */
public record Wording(Templates templates, Map<AgencyCode, String> agencyNames, String portalLink) {
  /** Where cases are seen unless the configuration says otherwise. */
  public static final String PORTAL = "https://www.lapor.go.id/";

  /** What stands for the number of the case in a link. */
  public static final String NUMBER = "{{nomor}}";

  /** What stands for the agency of a case that none has. */
  static final String UNASSIGNED = "belum didisposisikan";

  public Wording {
    agencyNames = Map.copyOf(agencyNames);
  }

  /** The texts that ship. */
  public static Wording shipped() {
    return new Wording(Templates.shipped(), Map.of(), PORTAL);
  }

  /** Everything that the texts of a notice may speak of. */
  Map<String, String> values(Notice notice, Role role) {
    Map<String, String> values = new HashMap<>(notice.facts());
    String number = notice.complaint().map(id -> id.value()).orElse("");
    values.put("nomor", number);
    values.put("instansi", notice.agency().map(this::name).orElse(nobody(notice)));
    values.put("tautan", portalLink.replace(NUMBER, number));
    values.put("jabatan", role.title());
    return values;
  }

  private static String nobody(Notice notice) {
    return notice.kind() == Notice.Kind.DIGEST ? "semua instansi" : UNASSIGNED;
  }

  Templates.Text text(Notice notice, Role role, Channel channel) {
    Map<String, String> values = values(notice, role);
    Form form = Form.of(notice.kind());
    Templates.Text mail = templates.mail(form, values);
    return switch (channel) {
      case EMAIL -> mail;
      case SMS, WEBHOOK -> new Templates.Text(mail.subject(), templates.brief(form, values));
    };
  }

  String name(AgencyCode code) {
    return agencyNames.getOrDefault(code, code.value());
  }
}
