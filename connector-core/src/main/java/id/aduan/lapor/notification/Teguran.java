package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The draft of a letter of reprimand (surat teguran) about a limit that has passed (CMP-17). Text
 * for a person, who checks, numbers and signs it; it is never sent by the connector. Pure.
 */
public final class Teguran {
  private final Wording wording;

  public Teguran(Wording wording) {
    this.wording = wording;
  }

  /**
   * What a reprimand is about.
   *
   * @param kind of the agency: who may reprimand it
   * @param category the portal's name of its category; empty if it has none
   */
  public record Facts(
      TrackingId complaint,
      AgencyCode agency,
      AgencyKind kind,
      String category,
      Clock clock,
      ClockRule rule,
      Instant now) {}

  /** The draft: its subject, a blank line, its text. */
  public String draft(Facts facts) {
    LocalDate today = LocalDate.ofInstant(facts.now(), facts.clock().due().zone());
    Map<String, String> values = new HashMap<>();
    values.put("nomor", facts.complaint().value());
    values.put("instansi", wording.name(facts.agency()));
    values.put("tautan", wording.portalLink().replace(Wording.NUMBER, facts.complaint().value()));
    values.put("kategori", facts.category());
    values.put("aturan", facts.rule().name().id());
    values.put("dasar", facts.rule().source());
    values.put("mulai", Days.written(facts.clock().startedAt(), facts.clock().due().zone()));
    values.put("jatuh_tempo", Days.due(facts.clock()));
    values.put("terlambat", Days.late(facts.clock(), facts.now()));
    values.put(
        "terlambat_hari", Long.toString(Math.max(0, -Days.left(facts.clock().due(), facts.now()))));
    values.put("tanggal", Days.written(today));
    values.put("penanda_tangan", signatory(facts.kind()));
    Templates.Text text = wording.templates().mail(Form.REPRIMAND, values);
    return text.subject() + "\n\n" + text.body();
  }

  /** The region has no say over a vertical agency; over what is neither, it can only remind. */
  private static String signatory(AgencyKind kind) {
    return switch (kind) {
      case OPD -> "Sekretaris Daerah";
      case VERTICAL -> "Kepala Kantor Wilayah (atasan instansi vertikal)";
      case OTHER -> "Admin Koordinator";
    };
  }
}
