package id.aduan.lapor.bintan.front;

import static id.aduan.lapor.bintan.front.Html.escape;
import static java.util.stream.Collectors.joining;

import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Ticket;
import java.util.List;

/** The officers' pages as HTML in Bahasa Indonesia; everything that people wrote is escaped. */
final class OfficerPages {
  private static final int ROWS_MAX = 200;

  private final String path;
  private final String title;
  private final List<String> units;
  private final CaseRegister register;

  OfficerPages(String path, String title, List<String> units, CaseRegister register) {
    this.path = path;
    this.title = title;
    this.units = List.copyOf(units);
    this.register = register;
  }

  /** The newest tickets of one unit, or of all units if {@code unit} is empty. */
  String list(String unit) {
    var tickets =
        register.tickets().stream()
            .filter(ticket -> unit.isEmpty() || ticket.unit().equals(unit))
            .toList();
    var rows = new StringBuilder();
    for (int i = tickets.size() - 1; i >= Math.max(0, tickets.size() - ROWS_MAX); i--) {
      rows.append(row(tickets.get(i)));
    }
    return page(
        unit.isEmpty() ? "Daftar tiket" : "Daftar tiket " + unit,
        """
        <nav aria-label="Unit kerja">%s</nav>
        <table><caption>%d tiket, terbaru di atas (paling banyak %d baris)</caption>
        <thead><tr><th scope="col">Nomor</th><th scope="col">Unit kerja</th>\
        <th scope="col">Judul</th><th scope="col">No. referensi</th>\
        <th scope="col">Status</th><th scope="col">Diterima</th></tr></thead>
        <tbody>
        %s</tbody></table>
        """
            .formatted(unitLinks(), tickets.size(), ROWS_MAX, rows));
  }

  private String unitLinks() {
    var all = "<a href=\"%s\">Semua</a>".formatted(path);
    return units.stream()
        .map(
            unit -> "<a href=\"%s?unit=%s\">%s</a>".formatted(path, Html.query(unit), escape(unit)))
        .collect(joining(" | ", all + " | ", ""));
  }

  private String row(Ticket ticket) {
    return """
        <tr><th scope="row"><a href="%s">%s</a></th><td>%s</td><td>%s</td><td>%s</td>\
        <td>%s</td><td>%s</td></tr>
        """
        .formatted(
            escape(linkTo(ticket.number())),
            escape(ticket.number()),
            escape(ticket.unit()),
            escape(ticket.subject()),
            escape(ticket.reference()),
            escape(register.status(ticket.number()).label()),
            LocalTimes.of(ticket.filedAt()));
  }

  /** One ticket with its history; {@code complaint} says why the last form was not taken. */
  String ticket(String number, String complaint) {
    var ticket =
        register
            .ticket(number)
            .orElseThrow(() -> new IllegalArgumentException("no ticket '" + number + "'"));
    var status = register.status(number);
    var alert =
        complaint.isEmpty() ? "" : "<p role=\"alert\">%s</p>\n".formatted(escape(complaint));
    return page(
        "Tiket " + number,
        alert
            + TicketParts.particulars(ticket, status)
            + TicketParts.history(register.history(number))
            + TicketParts.forms(path, number, register.words(), status)
            + "<p><a href=\"%s\">Kembali ke daftar</a></p>\n".formatted(path));
  }

  String missing() {
    return page("Tidak ditemukan", "<p>Tiket tidak ditemukan.</p>\n");
  }

  String linkTo(String number) {
    return path + "?nomor=" + Html.query(number);
  }

  private String page(String heading, String body) {
    return """
        <!DOCTYPE html>
        <html lang="id">
        <head><meta charset="utf-8"><title>%1$s - %2$s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>
        body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: auto; padding: 1rem }
        table { border-collapse: collapse; width: 100%% }
        th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left }
        .teks { white-space: pre-wrap; overflow-wrap: anywhere }
        .internal { background: #fff3cd }
        textarea { width: 100%%; min-height: 6rem }
        [role=alert] { border: 2px solid #b00020; padding: .5rem }
        </style></head>
        <body><header><p>%2$s</p></header>
        <main><h1>%1$s</h1>
        %3$s</main></body></html>
        """
        .formatted(escape(heading), escape(title), body);
  }
}
