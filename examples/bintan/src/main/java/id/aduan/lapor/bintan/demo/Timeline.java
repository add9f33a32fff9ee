package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.simulator.PortalEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * One line per step, with its time in western Indonesian time. Tells no text and names nobody.
 * Steps of four systems come in by different ways, so lines wait a moment to be put in order.
 */
final class Timeline {
  /** How long a step may take to become known. */
  static final Duration DELAY = Duration.ofMillis(400);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Jakarta"));
  private final PrintStream out;
  private final PriorityQueue<Step> waiting =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
  private int number;

  private record Step(Instant at, int number, String complaint, String who, String what) {}

  Timeline(PrintStream out) {
    this.out = out;
  }

  /** Prints what happened before; later steps may still become known. */
  synchronized void printUntil(Instant before) {
    for (Step step = waiting.peek();
        step != null && step.at().isBefore(before);
        step = waiting.peek()) {
      waiting.remove();
      out.printf(
          "%s  %-9s  %-11s %s%n",
          TIME.format(step.at()), step.complaint(), step.who(), step.what());
    }
  }

  synchronized void say(String text) {
    printUntil(Instant.MAX);
    out.println(text);
  }

  private synchronized void step(Instant at, String complaint, String who, String what) {
    waiting.add(new Step(at, number++, complaint, who, what));
  }

  /** A step of the demo itself. */
  void note(String what) {
    step(InstantSource.system().instant(), "", "demo", what);
  }

  void tell(PortalEvent event) {
    step(event.at(), event.complaintId(), "portal", sentence(event));
  }

  private static String sentence(PortalEvent event) {
    return switch (event.kind()) {
      case COMPLAINT_FILED -> "pengaduan masuk, " + event.detail();
      case COMPLAINT_ASSIGNED -> "disposisi ke instansi " + event.detail();
      case COMPLAINT_FORWARDED -> "diteruskan ke instansi " + event.detail();
      case FOLLOW_UP_RECEIVED -> "tindak lanjut terbit, " + event.detail();
      case REPORTER_REPLIED -> "balasan pelapor, " + event.detail();
      case COMPLAINT_CLOSED -> "ditutup, " + event.detail();
      case COMPLAINT_CHANGED -> "diubah di portal, " + event.detail();
      case COMPLAINT_REMOVED -> "dihapus dari portal";
      case FAULT_HAPPENED -> "gangguan portal: " + event.detail();
      case PUSH_DELIVERED -> "webhook diterima konektor, " + event.detail();
      case PUSH_FAILED -> "webhook belum diterima, " + event.detail();
    };
  }

  void tell(AgencyEvent event) {
    step(event.at(), event.reference(), event.unit().toLowerCase(Locale.ROOT), sentence(event));
  }

  private static String sentence(AgencyEvent event) {
    return switch (event.kind()) {
      case FILED -> "tiket " + event.number() + " dibuat";
      case REVISED -> "tiket " + event.number() + " diperbarui";
      case FILE_TAKEN -> "berkas untuk " + event.number() + ", " + event.detail();
      case ANSWERED -> "petugas menjawab " + event.number() + ", status " + event.detail();
      case NOTED -> "petugas menulis catatan internal pada " + event.number();
      case STATUS_CHANGED -> "status " + event.number() + ": " + event.detail();
      case REFUSED -> "ditolak sistem: " + event.detail();
      case TROUBLE -> "gangguan: " + event.detail();
    };
  }

  void tell(AuditEntry entry) {
    step(entry.at(), entry.subject(), "konektor", sentence(entry));
  }

  private static String sentence(AuditEntry entry) {
    String detail = entry.detail();
    return switch (entry.action()) {
      case RECEIVED -> "diterima (" + detail + ")";
      case CHANGED -> "perubahan dari portal: " + detail;
      case IMPORTED -> "ekspor diimpor: " + detail;
      case QUARANTINED -> "pesan tidak terbaca, disimpan: " + detail;
      case WITHDRAWN -> "tidak ada lagi di portal";
      case REAPPEARED -> "ada lagi di portal";
      case RECONCILED -> "dibandingkan dengan portal: " + detail;
      case ROUTED -> "disposisi ke " + detail;
      case WITHHELD -> "tidak diteruskan: " + detail;
      case DUE_SET -> "jatuh tempo: " + detail;
      case CLOCK_ENDED -> "batas waktu selesai: " + detail;
      case DUE_MOVED -> "jatuh tempo bergeser: " + detail;
      case WARNED -> "peringatan: " + detail;
      case DRAFT_PREPARED -> "konsep teguran disiapkan: " + detail;
      case NOTIFICATION_SENT -> "pemberitahuan dikirim: " + detail;
      case NOTIFICATION_DELIVERED -> "pemberitahuan sampai: " + detail;
      case NOTIFICATION_READ -> "pemberitahuan dibaca: " + detail;
      case NOTIFICATION_FAILED -> "pemberitahuan gagal: " + detail;
      case EVENT_RECORDED -> "dicatat " + entry.actor() + ": " + detail;
      case REPORT_TAKEN, REPORT_UPLOADED, REPORT_FILED, REPORT_FORWARDED, TICKET_LINKED ->
          ofLocal(entry.action()) + ": " + detail;
      case PORTAL_ENTRY -> "catatan di portal: " + detail;
      case REPLY_NOT_PASSED_ON -> "balasan belum sampai di " + entry.actor() + ": " + detail;
      case REPLY_HELD -> "jawaban menunggu persetujuan: " + detail;
      case REPLY_APPROVED -> "jawaban disetujui: " + detail;
      case FILE_ENCLOSED -> "berkas disertakan petugas: " + detail;
      case REPLY_REJECTED -> "jawaban ditolak: " + detail;
      case FILE_LEFT_OUT -> "lampiran tidak dapat disertakan: " + detail;
      case RETURNED -> "dikembalikan oleh " + entry.actor() + " (bukan wewenang): " + detail;
      case TICKET_OPENED -> "tercatat di " + entry.actor() + " sebagai " + detail;
      case TICKET_UPDATED -> "diperbarui di " + entry.actor() + " (" + detail + ")";
      case ANSWER_RECEIVED -> "jawaban publik dari " + entry.actor();
      case NOTE_KEPT_BACK -> "tidak untuk publik, tetap di " + entry.actor() + " (" + detail + ")";
      case AGENCY_STATUS -> "status di " + entry.actor() + ": " + detail;
      case FOLLOW_UP_PUBLISHED -> "tindak lanjut terbit di portal (" + detail + ")";
      case DELIVERY_DELAYED -> "ditunda, dicoba lagi: " + detail;
      case OUTCOME_UNKNOWN -> "hasil belum pasti, diperiksa dulu: " + detail;
      case PARKED -> "menunggu petugas: " + detail;
      default -> ofPeople(entry);
    };
  }

  /** Of what people decide, of who has a case, and of what differs. */
  private static String ofPeople(AuditEntry entry) {
    String detail = entry.detail();
    return switch (entry.action()) {
      case TARGET_PAUSED -> "pengiriman dihentikan sementara: " + detail;
      case TARGET_RESUMED -> "pengiriman dilanjutkan: " + detail;
      case TARGET_OFF -> "sambungan dimatikan: " + detail;
      case REPLAYED -> "dilepas " + entry.actor() + ": " + detail;
      case DISCARDED -> "dibatalkan " + entry.actor() + ": " + detail;
      case CONTENT_READ -> "isi dilihat " + entry.actor() + ": " + detail;
      case COORDINATOR_WAITED_FOR -> "menunggu koordinator: " + detail;
      case ASSIGNED -> "ditetapkan " + entry.actor() + ": " + detail;
      case GIVEN_BACK -> "dikembalikan " + entry.actor() + " lewat portal: " + detail;
      case GIVEN_BACK_ON_PORTAL -> "pengembalian tercatat di portal: " + detail;
      case LEG_MOVED -> "dialihkan: " + detail;
      case LEG_ENDED -> "bagian selesai: " + detail;
      case LEG_REOPENED -> "dibuka kembali: " + detail;
      case LATE_UPDATE -> "kabar terlambat, hanya dicatat: " + detail;
      case ECHO -> "gema tulisan sendiri, diabaikan: " + detail;
      case UNEXPECTED_TRANSITION -> "perubahan status di luar pola: " + detail;
      case DIFFERENCE -> "berbeda antara portal dan instansi: " + detail;
      case MAPPING_APPLIED -> "pemetaan baru berlaku: " + detail;
      case MAPPING_CANCELLED -> "pemetaan terjadwal dibatalkan: " + detail;
      case CATALOGUE_CHANGED -> "daftar kategori portal berubah: " + detail;
      case CATALOGUE_ACCEPTED -> "daftar kategori diterima " + entry.actor() + ": " + detail;
      default -> ofDocuments(entry);
    };
  }

  /** Of files and of documents that were made. */
  private static String ofDocuments(AuditEntry entry) {
    String detail = entry.detail();
    return switch (entry.action()) {
      case FILE_KEPT -> "lampiran disimpan: " + detail;
      case FILE_REFUSED -> "lampiran tidak diambil: " + detail;
      case FILE_COPIED -> "salinan lampiran dibuat: " + detail;
      case FILE_DELIVERED -> "lampiran sampai di " + entry.actor() + ": " + detail;
      case FILE_NOT_TAKEN -> "lampiran tidak diterima " + entry.actor() + ": " + detail;
      case FILE_ASKED_AGAIN -> "lampiran diminta lagi " + entry.actor() + ": " + detail;
      case LETTER_MADE -> "surat dibuat " + entry.actor() + ": " + detail;
      case RECAP_MADE -> "rekapitulasi dibuat " + entry.actor() + ": " + detail;
      default -> throw new IllegalStateException("no sentence for " + entry.action());
    };
  }

  /** Of a report that a local system took. */
  private static String ofLocal(AuditEntry.Action action) {
    return switch (action) {
      case REPORT_TAKEN -> "laporan setempat diterima";
      case REPORT_UPLOADED -> "berkas laporan setempat diunggah ke portal";
      case REPORT_FILED -> "laporan setempat diajukan ke portal";
      case REPORT_FORWARDED -> "laporan setempat diteruskan di portal";
      default -> "laporan dari sistem instansi itu sendiri";
    };
  }
}
