package id.aduan.lapor.notification;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The texts that there are, and what each may speak of. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are those of List.of
enum Form {
  CASE_NEW("kategori", "diterima", "jatuh_tempo"),
  CASE_REROUTED("kategori", "diterima", "jatuh_tempo"),
  REPORTER_REPLIED("kategori"),
  CASE_WITHDRAWN("kategori"),
  CASE_HIDDEN("kategori"),
  CASE_MOVED("kategori"),
  COORDINATOR_WAITING("kategori", "antrean"),
  WARNING("kategori", "aturan", "persen", "jatuh_tempo", "sisa", "sisa_hari"),
  OVERDUE("kategori", "aturan", "persen", "jatuh_tempo", "terlambat", "terlambat_hari"),
  DIGEST(
      List.of("instansi", "tautan", "jabatan"),
      "tanggal",
      "jumlah_terlambat",
      "jumlah_segera",
      "daftar_terlambat",
      "daftar_segera"),
  REPRIMAND(
      List.of("nomor", "instansi", "tautan"),
      "kategori",
      "aturan",
      "dasar",
      "mulai",
      "jatuh_tempo",
      "terlambat",
      "terlambat_hari",
      "tanggal",
      "penanda_tangan");

  /** What may have several lines; none of it stands in a subject. */
  static final List<String> LISTS = List.of("daftar_terlambat", "daftar_segera");

  private final List<String> given;
  private final List<String> facts;

  Form(String... facts) {
    this(List.of("nomor", "instansi", "tautan", "jabatan"), facts);
  }

  Form(List<String> given, String... facts) {
    this.given = given;
    this.facts = List.of(facts);
  }

  static Form of(Notice.Kind kind) {
    return switch (kind) {
      case CASE_NEW -> CASE_NEW;
      case CASE_REROUTED -> CASE_REROUTED;
      case REPORTER_REPLIED -> REPORTER_REPLIED;
      case CASE_WITHDRAWN -> CASE_WITHDRAWN;
      case CASE_HIDDEN -> CASE_HIDDEN;
      case CASE_MOVED -> CASE_MOVED;
      case COORDINATOR_WAITING -> COORDINATOR_WAITING;
      case WARNING -> WARNING;
      case OVERDUE -> OVERDUE;
      case DIGEST -> DIGEST;
    };
  }

  /** Everything that its template may name: what comes with every notice, and its facts. */
  List<String> placeholders() {
    return Stream.concat(given.stream(), facts.stream()).toList();
  }

  /** Refuses facts of another name; a programmer's mistake. */
  void requireKnown(Collection<String> names) {
    for (String name : names) {
      if (!facts.contains(name)) {
        throw new IllegalArgumentException("a " + this + " has no fact " + name);
      }
    }
  }

  /** The file of its long text, with a subject. */
  String file() {
    return stem() + ".txt";
  }

  /** The file of its short text. */
  String shortFile() {
    return stem() + ".sms.txt";
  }

  private String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it goes by SMS; the draft of a letter does not. */
  boolean hasShort() {
    return this != REPRIMAND;
  }
}
