package id.aduan.lapor.complaint;

/** What sort of office an agency is. */
public enum AgencyKind {
  /** Organisasi perangkat daerah: an office of the regency itself. */
  OPD,
  /** Instansi vertikal: the local branch of a central agency. */
  VERTICAL,
  OTHER
}
