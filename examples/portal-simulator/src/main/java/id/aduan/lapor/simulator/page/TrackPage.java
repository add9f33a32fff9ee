package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.FollowUp;
import id.aduan.lapor.simulator.state.LogEntry;
import id.aduan.lapor.simulator.state.StoredFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One complaint as its reporter follows it. Whoever knows the tracking id sees it, so it never
 * shows the reporter, and of a secret complaint neither text nor files.
 */
final class TrackPage {
  static final int REPLY_CHARS_MAX = 1000;

  private static final String PAGE =
      """
      <h1>Laporan #{}</h1>
      {}
      <p>Status: <strong>{}</strong><br>Instansi: {}</p>
      <section><h2>{}</h2>{}</section>
      <section><h2>Tindak lanjut dan balasan</h2>{}</section>
      <section><h2>Riwayat</h2><ol>{}</ol></section>
      <section><h2>Balas</h2>
      {}
      <form action="/lacak/{}/balas" method="post" enctype="multipart/form-data">
      {}
      {}
      <p><button>Kirim balasan</button></p>
      </form>
      <form action="/lacak/{}/tutup" method="post">
      <p><button>Tutup laporan, masalah selesai</button></p>
      </form></section>
      """;

  private final DateTimeFormatter time;

  TrackPage(ZoneId zone) {
    this.time =
        DateTimeFormatter.ofPattern("d MMMM uuuu, HH.mm z", Locale.forLanguageTag("id"))
            .withZone(zone);
  }

  /**
   * The page.
   *
   * @param sent a reply that was not taken, else an empty form
   */
  Answer page(int status, Complaint complaint, boolean isNew, Multipart sent, List<Problem> wrong) {
    Html received =
        isNew
            ? Html.of(
                "<p class=\"terima\" role=\"status\">Laporan Anda diterima. Simpan nomor pelacakan"
                    + " <strong>{}</strong>.</p>",
                complaint.id())
            : Html.NONE;
    Html body =
        Html.of(
            PAGE,
            complaint.id(),
            received,
            complaint.status().publicName(),
            complaint.institution() == null ? "belum ada" : complaint.institution().name(),
            complaint.filed().secret() ? "Laporan rahasia" : complaint.filed().title(),
            content(complaint),
            rows(complaint.followUps()),
            Html.join(complaint.log().stream().map(this::log)),
            Problem.list(wrong),
            complaint.id(),
            new Fields(sent).text("balasan", "Balasan pelapor", REPLY_CHARS_MAX, 4),
            Fields.files(),
            complaint.id());
    return Layout.page(status, "Laporan #" + complaint.id(), body);
  }

  private Html content(Complaint complaint) {
    if (complaint.filed().secret()) {
      return Html.of("<p>Isi laporan ini tidak ditampilkan.</p>");
    }
    return Html.of(
        "<p class=\"isi\">{}</p>{}", complaint.filed().content(), files(complaint.evidence()));
  }

  private Html rows(List<FollowUp> rows) {
    return rows.isEmpty() ? Html.of("<p>Belum ada.</p>") : Html.join(rows.stream().map(this::row));
  }

  private Html row(FollowUp row) {
    return Html.of(
        "<article><h3>{}: {}</h3><p><small>{}</small></p><p class=\"isi\">{}</p>{}</article>",
        row.from() == null ? "Pelapor" : row.from().name(),
        row.template().title(),
        at(row.at()),
        row.content(),
        files(row.files()));
  }

  private Html log(LogEntry entry) {
    return Html.of(
        "<li>{} <small>{}, {}</small></li>",
        entry.sentence(),
        entry.statusNew().publicName(),
        at(entry.at()));
  }

  private static Html files(List<StoredFile> files) {
    return files.isEmpty()
        ? Html.NONE
        : Html.of(
            "<ul>{}</ul>",
            Html.join(
                files.stream()
                    .map(
                        each ->
                            Html.of(
                                "<li><a href=\"{}\">{}</a></li>",
                                each.path(),
                                each.file().fileName()))));
  }

  private String at(Instant instant) {
    return time.format(instant);
  }
}
