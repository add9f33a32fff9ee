package id.aduan.lapor.deadline;

/** In which an explanation is told. */
public enum Language {
  /** Bahasa Indonesia. */
  ID,
  /** English. */
  EN
}
