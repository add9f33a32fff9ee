package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.Ledger;
import id.aduan.lapor.simulator.LedgerEntry;
import id.aduan.lapor.simulator.ReceivedFile;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.StandingFault;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ledger (buku catatan) for a developer to read: what was offered, what came in, which faults
 * happened, and the story of each complaint. It shows no reporter, and of a secret complaint not
 * what agencies answered.
 */
final class LedgerPage {
  private static final int COMPLAINTS_MAX = 100;
  private static final int ENTRIES_MAX = 200;

  private static final String OVERVIEW =
      """
      <h1>Buku catatan</h1>
      <p>Ditawarkan: <strong>{}</strong> laporan. Diterima: <strong>{}</strong> tindak lanjut.
      Gangguan yang terjadi: <strong>{}</strong>. Benih (seed): <strong>{}</strong>.</p>
      <section><h2>Gangguan yang dipesan</h2>{}</section>
      <section><h2>Laporan terakhir</h2>{}</section>
      <section><h2>Kejadian terakhir</h2>{}</section>
      """;

  private static final String STORY =
      """
      <h1>Cerita laporan #{}</h1>
      <p>{}</p>
      <section><h2>Kejadian</h2>{}</section>
      <section><h2>Tindak lanjut yang diterima</h2>{}</section>
      <p><a href="/buku">Kembali ke buku catatan</a></p>
      """;

  private final PortalDesk desk;
  private final Ledger ledger;
  private final Faults faults;
  private final DateTimeFormatter time;

  LedgerPage(PortalDesk desk, Ledger ledger, Faults faults, ZoneId zone) {
    this.desk = desk;
    this.ledger = ledger;
    this.faults = faults;
    this.time =
        DateTimeFormatter.ofPattern("d MMM HH.mm.ss", Locale.forLanguageTag("id")).withZone(zone);
  }

  Answer overview() {
    List<LedgerEntry> entries = ledger.entries();
    var complaints = ledger.complaints();
    long happened = entries.stream().filter(each -> each.kind() == LedgerEntry.Kind.FAULT).count();
    return Layout.page(
        200,
        "Buku catatan",
        Html.of(
            OVERVIEW,
            complaints.size(),
            ledger.followUps().size(),
            happened,
            faults.seed(),
            list(faults.standing().stream().map(LedgerPage::standing).toList()),
            list(
                newest(complaints, COMPLAINTS_MAX).stream()
                    .map(each -> complaint(each.complaintId(), each.at()))
                    .toList()),
            list(newest(entries, ENTRIES_MAX).stream().map(this::entry).toList())));
  }

  Answer story(String id) {
    Optional<Complaint> now = desk.find(id);
    List<LedgerEntry> entries = ledger.entries(id);
    if (now.isEmpty() && entries.isEmpty()) {
      return Layout.message(404, "Tidak tercatat", "Buku catatan tidak mengenal nomor ini.");
    }
    boolean shown = now.isPresent() && !now.get().filed().secret();
    return Layout.page(
        200,
        "Cerita #" + id,
        Html.of(
            STORY,
            id,
            now.map(LedgerPage::state).orElse(Html.of("Sudah tidak ada di portal.")),
            list(entries.stream().map(each -> entry(each, Html.NONE)).toList()),
            list(ledger.followUps(id).stream().map(each -> received(each, shown)).toList())));
  }

  private static Html standing(StandingFault each) {
    var fault = each.fault();
    return Html.of(
        "<strong>{}</strong> {} <small>{}, terjadi {}{}{}</small>",
        each.id(),
        fault.sentence(),
        fault.place() == null ? "di mana saja" : fault.place().word(),
        each.happened(),
        fault.timesMax() == 0 ? "" : " dari " + fault.timesMax(),
        fault.chance() < 1 ? ", peluang " + fault.chance() : "");
  }

  private Html complaint(String id, Instant at) {
    return Html.of(
        "<a href=\"/buku/{}\">#{}</a> {} <small>{}</small>",
        id,
        id,
        desk.find(id).map(each -> each.status().publicName()).orElse("dihapus"),
        time.format(at));
  }

  private static Html state(Complaint now) {
    return Html.of(
        "{}, revisi {}, {}, kategori {}, {}. <a href=\"/lacak/{}\">Halaman warga</a>",
        now.status().publicName(),
        now.revision(),
        now.institution() == null ? "belum ada instansi" : now.institution().name(),
        now.filed().categoryId() == null ? "kosong" : now.filed().categoryId(),
        flags(now),
        now.id());
  }

  private static String flags(Complaint now) {
    String anonymous = now.filed().anonymous() ? "anonim" : "tidak anonim";
    return anonymous + (now.filed().secret() ? ", rahasia" : ", tidak rahasia");
  }

  private Html entry(LedgerEntry entry) {
    Html about =
        entry.complaintId().isEmpty()
            ? Html.NONE
            : Html.of("<a href=\"/buku/{}\">#{}</a> ", entry.complaintId(), entry.complaintId());
    return entry(entry, about);
  }

  private Html entry(LedgerEntry entry, Html about) {
    return Html.of(
        "<small>{}</small> <span class=\"jenis {}\">{}</span> {}{}",
        time.format(entry.at()),
        entry.kind().word(),
        entry.kind().word(),
        about,
        entry.what());
  }

  private Html received(ReceivedFollowUp line, boolean shown) {
    return Html.of(
        "<small>{}</small> dari instansi {} ke {}<p class=\"isi\">{}</p>{}",
        time.format(line.at()),
        line.institutionFromId(),
        line.institutionToId(),
        shown ? line.content() : "Isi tidak ditampilkan: laporan ini rahasia.",
        Html.join(line.files().stream().map(LedgerPage::file)));
  }

  private static Html file(ReceivedFile file) {
    return Html.of("<p><small>{}, {} byte</small></p>", file.fileName(), file.bytes());
  }

  private static Html list(List<Html> rows) {
    return rows.isEmpty()
        ? Html.of("<p>Belum ada.</p>")
        : Html.of(
            "<ul class=\"buku\">{}</ul>",
            Html.join(rows.stream().map(each -> Html.of("<li>{}</li>", each))));
  }

  private static <T> List<T> newest(List<T> all, int max) {
    var last = new ArrayList<>(all.subList(Math.max(0, all.size() - max), all.size()));
    Collections.reverse(last);
    return last;
  }
}
