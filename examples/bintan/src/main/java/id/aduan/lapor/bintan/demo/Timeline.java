package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.audit.AuditEntry;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line per step, with its time in western Indonesian time. Tells no text and names nobody. */
final class Timeline {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Jakarta"));
  private final PrintStream out;

  Timeline(PrintStream out) {
    this.out = out;
  }

  synchronized void line(Instant at, String complaint, String who, String what) {
    out.printf("%s  %-9s  %-11s %s%n", TIME.format(at), complaint, who, what);
  }

  synchronized void say(String text) {
    out.println(text);
  }

  void tell(AuditEntry entry) {
    line(entry.at(), entry.subject(), "konektor", sentence(entry));
  }

  private static String sentence(AuditEntry entry) {
    String detail = entry.detail();
    return switch (entry.action()) {
      case RECEIVED -> "diterima (" + detail + ")";
      case CHANGED -> "perubahan dari portal: " + detail;
      case QUARANTINED -> "pesan tidak terbaca, disimpan: " + detail;
      case ROUTED -> "disposisi ke " + detail;
      case WITHHELD -> "tidak diteruskan: " + detail;
      case DUE_SET -> "jatuh tempo: " + detail;
      case TICKET_OPENED -> "tercatat di " + entry.actor() + " sebagai " + detail;
      case ANSWER_RECEIVED -> "jawaban publik dari " + entry.actor();
      case NOTE_KEPT_BACK -> "catatan internal tetap di " + entry.actor();
      case AGENCY_STATUS -> "status di " + entry.actor() + ": " + detail;
      case FOLLOW_UP_PUBLISHED -> "tindak lanjut terbit di portal (" + detail + ")";
      case DELIVERY_DELAYED -> "ditunda, dicoba lagi: " + detail;
      case OUTCOME_UNKNOWN -> "hasil belum pasti, diperiksa dulu: " + detail;
      case PARKED -> "menunggu petugas: " + detail;
    };
  }
}
