package id.aduan.lapor.documents.recap;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Standing;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a recap calls things in Bahasa Indonesia. */
final class RecapWords {
  private RecapWords() {}

  static String standing(String name) {
    return switch (Standing.valueOf(name)) {
      case UNVERIFIED -> "Belum terverifikasi";
      case WAITING_FOR_REPORTER -> "Menunggu kelengkapan";
      case VERIFIED -> "Terverifikasi";
      case IN_PROGRESS -> "Ditindaklanjuti";
      case REPORTER_REPLIED -> "Ditanggapi pelapor";
      case CLOSED -> "Ditutup";
      case ARCHIVED -> "Diarsipkan";
      case REJECTED -> "Ditolak";
      case BLOCKED -> "Terblokir";
      case UNKNOWN -> "Tidak dikenal";
      case GONE -> "Tidak ada lagi di portal";
      case AGENCY_RECEIVED -> "Diterima instansi";
      case AGENCY_IN_PROGRESS -> "Diproses instansi";
      case AGENCY_WAITING -> "Instansi menunggu pelapor";
      case AGENCY_DONE -> "Selesai di instansi";
      case AGENCY_RETURNED -> "Dikembalikan instansi";
    };
  }

  static String kind(String name) {
    return switch (Classification.Kind.valueOf(name)) {
      case SUPERVISORY_COMPLAINT -> "Pengaduan berkadar pengawasan";
      case ORDINARY_COMPLAINT -> "Pengaduan tidak berkadar pengawasan";
      case INFORMATION_REQUEST -> "Permintaan informasi";
      case ASPIRATION -> "Aspirasi";
      case UNKNOWN -> "Tidak diisi";
    };
  }

  /** How each clock was kept. */
  static String timings(RecapRow row, Recap.Names names) {
    return row.clocks().stream()
        .map(it -> names.rule(it.rule()) + ": " + timing(it))
        .collect(Collectors.joining("; "));
  }

  private static String timing(Timing timing) {
    String state =
        switch (timing.state()) {
          case MET -> "tepat waktu";
          case MISSED -> "terlambat";
          case RUNNING -> timing.overdue() ? "lewat tenggat" : "berjalan";
          case PAUSED -> "dijeda";
          case DROPPED, REPLACED -> "gugur";
        };
    return timing.wasLate() ? state + ", pernah terlambat" : state;
  }

  /** How much of each clock's limit is used up. */
  static String used(RecapRow row, Recap.Names names) {
    return row.clocks().stream()
        .filter(it -> it.used().isPresent())
        .map(
            it ->
                "%s: %d dari %d %s"
                    .formatted(
                        names.rule(it.rule()),
                        it.used().orElseThrow(),
                        it.limit().amount(),
                        unit(it.limit().unit())))
        .collect(Collectors.joining("; "));
  }

  private static String unit(Limit.Unit unit) {
    return switch (unit) {
      case WORKING_DAY -> "hari kerja";
      case CALENDAR_DAY -> "hari";
      case CLOCK_HOUR -> "jam";
      case MINUTE -> "menit";
    };
  }

  /** Which cases are in no figure, since they could not be read (C20). */
  static String damaged(RecapFigures figures) {
    if (figures.damagedCases() == 0) {
      return "Semua laporan dapat dibaca.";
    }
    long others = figures.damagedCases() - figures.damaged().size();
    return "Tidak dapat dibaca dan tidak dihitung: "
        + String.join(", ", figures.damaged())
        + (others > 0 ? " dan " + others + " laporan lain" : "");
  }

  static String secrets(boolean shown) {
    return shown
        ? "Judul dan lokasi laporan rahasia DITAMPILKAN; jaga kerahasiaan dokumen ini."
        : "Judul dan lokasi laporan rahasia tidak ditampilkan.";
  }

  static String marks(RecapRow row) {
    List<String> marks = new ArrayList<>();
    if (row.secret()) {
      marks.add("rahasia");
    }
    if (row.anonymous()) {
      marks.add("anonim");
    }
    if (row.overdue()) {
      marks.add("lewat tenggat");
    }
    return String.join(", ", marks);
  }

  static String channel(String channel) {
    return channel.isEmpty() ? "(tidak disebut)" : channel;
  }
}
