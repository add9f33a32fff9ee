package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.ClockRule.Grade;
import id.aduan.lapor.deadline.ClockRule.Name;
import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.deadline.DayOff;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Bahasa Indonesia, as officials write it. */
final class IndonesianWords implements Words {
  @Override
  public String name(Name name) {
    return name.id();
  }

  @Override
  public String amount(int amount, Unit unit) {
    return amount + " " + unit(unit);
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case WORKING_DAY -> "hari kerja";
      case CALENDAR_DAY -> "hari kalender";
      case CLOCK_HOUR -> "jam";
      case MINUTE -> "menit";
    };
  }

  @Override
  public String meaning(Unit unit, boolean countsReceiptDay) {
    String first = countsReceiptDay ? "Hari mulai ikut dihitung" : "Hari mulai tidak dihitung";
    return switch (unit) {
      case WORKING_DAY -> first + "; akhir pekan, hari libur, dan cuti bersama dilewati.";
      case CALENDAR_DAY -> first + "; semua hari sesudahnya dihitung, juga hari libur.";
      case CLOCK_HOUR -> "Jam berjalan terus: malam, akhir pekan, dan hari libur ikut dihitung.";
      case MINUTE -> "Menit berjalan terus, siang dan malam.";
    };
  }

  @Override
  public String longDate(LocalDate date) {
    return IndonesianDates.withWeekday(date);
  }

  @Override
  public String shortDate(LocalDate date, boolean withYear) {
    return IndonesianDates.brief(date, withYear);
  }

  @Override
  public String time(LocalTime time, ZoneId zone) {
    return IndonesianDates.time(time, zone);
  }

  @Override
  public String moment(String date, String time) {
    return date + " pukul " + time;
  }

  @Override
  public String event(CaseEvent event) {
    return switch (event) {
      case RECEIVED -> "portal mencatat laporan";
      case ARRIVED -> "laporan sampai di konektor";
      case SERVICE_RECEIVED -> "pelayanan diterima atau kejadian berlangsung";
      case ROUTED -> "laporan diteruskan kepada instansi";
      case DELIVERED -> "laporan sampai di sistem instansi";
      case NOTIFIED -> "pejabat penghubung diberi tahu";
      case ANSWERED -> "jawaban instansi terbit di portal";
      case RETURNED -> "instansi mengembalikan laporan";
      case WAITING_FOR_REPORTER -> "pelapor diminta melengkapi";
      case REPORTER_REPLIED -> "pelapor menanggapi";
      case CLOSED -> "laporan ditutup";
      case REOPENED -> "laporan dibuka kembali";
      case EXTENDED -> "batas waktu diperpanjang";
      case FILE_COMPLETE -> "berkas dinyatakan lengkap";
      case DECIDED -> "pengaduan diputuskan";
      case DECISION_DELIVERED -> "keputusan disampaikan";
      case OBJECTION_REASON_KNOWN -> "alasan keberatan diketahui";
      case OBJECTION_RECEIVED -> "keberatan diterima";
      case OBJECTION_ANSWERED -> "keberatan ditanggapi";
      case OMBUDSMAN_ASKED -> "Ombudsman meminta penjelasan";
      case OMBUDSMAN_ANSWERED -> "penjelasan diberikan kepada Ombudsman";
      case RECOMMENDATION_RECEIVED -> "rekomendasi Ombudsman diterima";
      case RECOMMENDATION_REPORTED -> "pelaksanaan rekomendasi dilaporkan";
      case CORRECTION_REQUESTED -> "perbaikan data pribadi diminta";
      case CORRECTION_DONE -> "data pribadi diperbaiki";
      case ACCESS_REQUESTED -> "akses data pribadi diminta";
      case ACCESS_GIVEN -> "akses data pribadi diberikan";
      case CONSENT_WITHDRAWN -> "persetujuan ditarik";
      case PROCESSING_STOPPED -> "pemrosesan dihentikan";
      case SUSPENSION_REQUESTED -> "penundaan pemrosesan diminta";
      case PROCESSING_SUSPENDED -> "pemrosesan ditunda";
      case BREACH_FOUND -> "kegagalan pelindungan data diketahui";
      case BREACH_NOTIFIED -> "kegagalan pelindungan data diberitahukan";
    };
  }

  @Override
  public String mark(Mark mark) {
    String why =
        switch (mark) {
          case START_MISSING -> "tidak ada atau tidak terbaca";
          case START_IN_FUTURE -> "berada di masa depan";
          case START_TOO_EARLY -> "lebih awal daripada portal itu sendiri";
        };
    return "Perhatian: waktu dari portal " + why + ", maka dihitung sejak laporan kami terima.";
  }

  @Override
  public String certainty(Certainty certainty) {
    return switch (certainty) {
      case FINAL -> "pasti";
      case PROVISIONAL -> "SEMENTARA: ada tahun yang hari liburnya belum ditetapkan";
    };
  }

  @Override
  public String grade(Grade grade) {
    return switch (grade) {
      case A -> "teks peraturan atau SOP";
      case B -> "laman resmi atau sebagian teks";
      case C -> "sumber sekunder";
      case D -> "tafsiran teknis, bukan hukum";
    };
  }

  @Override
  public String scope(Scope scope) {
    return switch (scope) {
      case NATIONAL -> "nasional";
      case LOCAL -> "lokal, tidak masuk angka nasional";
    };
  }

  @Override
  public String duty(Duty duty) {
    return switch (duty) {
      case AGENCY -> "instansi";
      case COORDINATOR -> "admin koordinator";
      case PORTAL -> "portal";
      case REPORTER -> "pelapor";
    };
  }

  @Override
  public String dayOff(DayOff off) {
    return switch (off.kind()) {
      case WEEKEND -> "akhir pekan";
      case HOLIDAY -> "libur nasional: " + off.name();
      case CUTI_BERSAMA ->
          off.name().startsWith("Cuti Bersama") ? off.name() : "Cuti Bersama: " + off.name();
      case OFFICE -> "libur kantor: " + off.name();
    };
  }

  @Override
  public String bases() {
    return "Dasar hari libur:";
  }

  @Override
  public String dueDay(String amount, String date, String zone) {
    return amount + ": jatuh tempo pada akhir hari " + date + " (" + zone + ").";
  }

  @Override
  public String dueMoment(String amount, String moment) {
    return amount + ": jatuh tempo " + moment + ".";
  }

  @Override
  public String asOf(String moment, String state) {
    return "Keadaan pada " + moment + ": " + state + ".";
  }

  @Override
  public String runs() {
    return "berjalan; ";
  }

  @Override
  public String left(String used, String left) {
    return "terpakai " + used + ", tersisa " + left;
  }

  @Override
  public String lessThanOne(Unit unit) {
    return "kurang dari " + amount(1, unit);
  }

  @Override
  public String late(String by) {
    return "TERLAMBAT " + by;
  }

  @Override
  public String paused(String since, String event, String state) {
    return "dijeda sejak " + since + " (" + event + "); " + state;
  }

  @Override
  public String met(String moment, String used) {
    return "selesai tepat waktu pada " + moment + "; terpakai " + used;
  }

  @Override
  public String missed(String moment, String by) {
    return "berakhir pada " + moment + ", TERLAMBAT " + by;
  }

  @Override
  public String dropped(String moment) {
    return "gugur pada " + moment + " karena laporan ditutup sebelum jatuh tempo";
  }

  @Override
  public String replaced() {
    return "tidak berlaku lagi, karena klasifikasi atau aturannya diganti";
  }

  @Override
  public String start(String moment, String event) {
    return "Mulai: " + moment + " (" + event + ").";
  }

  @Override
  public String extension(String amount, String moment, String reason) {
    return "Diperpanjang " + amount + " pada " + moment + ". Alasan: " + reason;
  }

  @Override
  public String pause(String from, String event) {
    return "Jeda: sejak " + from + " (" + event + ")";
  }

  @Override
  public String pauseEnd(String until, String event) {
    return " sampai " + until + " (" + event + ")";
  }

  @Override
  public String rule(String id, String version) {
    return "Aturan: " + id + ", versi " + version + ".";
  }

  @Override
  public String source(String source, String grade) {
    return "Sumber: " + source + " [" + grade + "].";
  }

  @Override
  public String kind(String scope, String duty) {
    return "Lingkup: " + scope + ". Kewajiban: " + duty + ".";
  }

  @Override
  public String calendar(String version, String certainty) {
    return "Kalender: " + version + ". Tanggal " + certainty + ".";
  }

  @Override
  public String moved(String date, String at, String reason) {
    return "Tanggal berubah: semula " + date + "; dihitung ulang " + at + ". Alasan: " + reason;
  }

  @Override
  public String dayByDay() {
    return "Hari demi hari:";
  }

  @Override
  public String receiptDay() {
    return "hari mulai, tidak dihitung";
  }

  @Override
  public String counted(int number, Unit unit) {
    return unit(unit) + " ke-" + number;
  }

  @Override
  public String pausedDays() {
    return "dijeda, tidak dihitung";
  }

  @Override
  public String isDue() {
    return "  <- jatuh tempo";
  }

  @Override
  public String isToday() {
    return "  <- hari ini";
  }

  @Override
  public String shares() {
    return "Bagian masing-masing:";
  }

  @Override
  public String share(String holder, String amount, String from) {
    return holder + ": " + amount + ", sejak " + from;
  }

  @Override
  public String nobody() {
    return "(belum di instansi)";
  }
}
