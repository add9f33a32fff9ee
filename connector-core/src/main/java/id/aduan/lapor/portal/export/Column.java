package id.aduan.lapor.portal.export;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Visibility;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns that are known, by the portal's names: their order is no contract. */
enum Column {
  TRACKING_ID("Tracking ID", true),
  DAY("Tanggal Laporan Masuk", true),
  TIME("Waktu Laporan Masuk", true),
  REPORTER("Nama Pelapor", false),
  CLASSIFICATION("Klasifikasi Laporan", false),
  CATEGORY_ID("ID Kategori", false),
  CATEGORY("Kategori", false),
  TITLE("Judul Laporan", true),
  /** What the reporter wrote. */
  FIRST_TEXT("Isi Laporan Awal", false),
  /** The same after an administrator's edits. */
  LAST_TEXT("Isi Laporan Akhir", false),
  TYPE("Tipe Laporan (Anonim/Rahasia)", true),
  CHANNEL("Sumber Laporan", false),
  INSTITUTION_ID("ID Instansi Terdisposisi", false),
  INSTITUTION("Instansi Terdisposisi", false),
  STATUS("Status Laporan", true),
  PROVINCE("Provinsi", false),
  CITY("Kota/Kabupaten", false),
  DISTRICT("Kecamatan", false),
  VILLAGE("Kelurahan", false);

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String title;
  private final boolean required;

  Column(String title, boolean required) {
    this.title = title;
    this.required = required;
  }

  /** As the portal writes it. */
  String title() {
    return title;
  }

  boolean required() {
    return required;
  }

  /** Whether a complaint that was read of a row holds what the row has here. */
  boolean isHeld(String text, Complaint complaint) {
    return switch (this) {
      case FIRST_TEXT, LAST_TEXT -> text.equals(complaint.content());
      case TITLE -> text.equals(complaint.title());
      case CATEGORY -> complaint.category().isPresent();
      case TYPE -> !complaint.visibility().equals(Visibility.UNKNOWN);
      default -> true;
    };
  }

  static Optional<Column> named(String text) {
    String plain = plain(text);
    return Arrays.stream(values()).filter(it -> plain(it.title).equals(plain)).findFirst();
  }

  /** Equal for texts that differ in case and in blanks alone, U+00A0 among them. */
  static String plain(String text) {
    String spaced = text.replace('\u00a0', ' ').strip();
    return SPACES.matcher(spaced).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
