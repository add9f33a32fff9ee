package id.aduan.lapor.bintan.opd;

import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.Ticket;
import id.aduan.lapor.bintan.front.LocalTimes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the API words a ticket and an entry. */
final class TicketView {

  private TicketView() {}

  static Map<String, Object> brief(Ticket ticket, StatusWord status) {
    var view = new LinkedHashMap<String, Object>();
    view.put("nomor", ticket.number());
    view.put("status", status.code());
    view.put("dibuat", LocalTimes.of(ticket.filedAt()));
    return view;
  }

  static Map<String, Object> full(Ticket ticket, StatusWord status, List<Entry> history) {
    var view = brief(ticket, status);
    view.put("diubah", LocalTimes.of(lastChange(ticket, history)));
    view.put("no_referensi", ticket.reference());
    view.put("unit_kerja", ticket.unit());
    view.put("judul", ticket.subject());
    return view;
  }

  private static Instant lastChange(Ticket ticket, List<Entry> history) {
    return history.isEmpty() ? ticket.filedAt() : history.get(history.size() - 1).at();
  }

  static Map<String, Object> change(Entry entry) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", entry.id());
    view.put("nomor", entry.number());
    view.put("no_referensi", entry.reference());
    view.put("waktu", LocalTimes.of(entry.at()));
    view.put("jenis", kind(entry));
    view.put("publik", entry.isPublic());
    view.put("isi", entry.text());
    view.put("status", entry.status());
    view.put("petugas", entry.officer());
    return view;
  }

  private static String kind(Entry entry) {
    return switch (entry.kind()) {
      case ANSWER -> "TANGGAPAN";
      case NOTE -> "CATATAN";
      case STATUS -> "STATUS";
    };
  }
}
