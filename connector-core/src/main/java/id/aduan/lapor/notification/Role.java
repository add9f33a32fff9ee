package id.aduan.lapor.notification;

import java.util.Locale;

/** Who is told, by office; people change, offices stay. Stored by name. */
public enum Role {
  /** The liaison officer (Admin Penghubung) of an agency. */
  LIAISON("Admin Penghubung"),
  HEAD("Kepala Instansi"),
  /** The secretary of the region (Sekretaris Daerah). */
  SEKDA("Sekretaris Daerah"),
  BUPATI("Bupati"),
  /** Where a vertical agency's own line goes first. */
  REGIONAL_OFFICE("Kantor Wilayah"),
  MINISTRY("Kementerian/Lembaga"),
  /** The coordinator (Admin Koordinator) of the region. */
  COORDINATOR("Admin Koordinator");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  /** What officials call it. */
  public String title() {
    return title;
  }

  /** As the configuration writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it belongs to the region, and so has no say over a vertical agency. */
  public boolean isOfRegion() {
    return this == SEKDA || this == BUPATI;
  }

  /** Whether there is one for the region, not one per agency. */
  public boolean isCommon() {
    return isOfRegion() || this == COORDINATOR;
  }
}
