package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.EntryKind;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.Ticket;
import id.aduan.lapor.bintan.front.LocalTimes;
import id.aduan.lapor.bintan.vertical.message.Berkas;
import id.aduan.lapor.bintan.vertical.message.Perkembangan;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How the service words a dossier and an entry. */
final class Wording {

  private Wording() {}

  static Berkas dossier(Ticket ticket, StatusWord status) {
    var view = new Berkas();
    view.nomorBerkas = ticket.number();
    view.nomorReferensi = ticket.reference();
    view.tanggalDaftar = time(ticket.filedAt());
    view.perihal = ticket.subject();
    view.kodeStatus = status.code();
    return view;
  }

  static Perkembangan progress(Entry entry) {
    var view = new Perkembangan();
    view.nomorUrut = entry.id();
    view.nomorBerkas = entry.number();
    view.nomorReferensi = entry.reference();
    view.waktu = time(entry.at());
    view.jenis = kind(entry.kind());
    view.untukPemohon = entry.isPublic();
    view.isi = xmlText(entry.text());
    view.kodeStatus = entry.status();
    return view;
  }

  private static String kind(EntryKind kind) {
    return switch (kind) {
      case ANSWER -> "JAWABAN";
      case NOTE -> "MEMO";
      case STATUS -> "STATUS";
    };
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.MILLIS).atZone(LocalTimes.WIB));
  }

  /** What XML 1.0 cannot carry becomes a question mark, as the office's database shows it. */
  static String xmlText(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }
}
