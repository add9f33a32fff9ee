package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.http.Answer;

/** The frame around every page. Nothing is loaded from elsewhere and no script runs. */
final class Layout {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{} - Portal tiruan</title>
      <link rel="stylesheet" href="/gaya.css">
      </head>
      <body>
      <header>
      <p><a href="/">Portal pengaduan (tiruan untuk uji coba)</a></p>
      <form action="/lacak" method="get" role="search">
      <label for="cari">Nomor pelacakan</label>
      <input id="cari" name="id" inputmode="numeric" maxlength="16" required>
      <button>Lacak</button>
      </form>
      </header>
      <main>
      {}
      </main>
      <footer>
      <nav><a href="/sms">SMS 1708</a> <a href="/buku">Buku catatan</a> <a href="/ekspor">Ekspor</a></nav>
      <p>Bukan SP4N-LAPOR!: jangan isi data pribadi yang sebenarnya.</p>
      </footer>
      </body>
      </html>
      """;

  private Layout() {}

  static Answer page(int status, String title, Html body) {
    return Answer.of(status, "text/html; charset=UTF-8", Html.of(FRAME, title, body).markup())
        .withHeader("Content-Security-Policy", POLICY)
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("Referrer-Policy", "no-referrer")
        .withHeader("Cache-Control", "no-store");
  }

  /** A page that only says something. */
  static Answer message(int status, String title, String text) {
    return page(status, title, Html.of("<h1>{}</h1><p role=\"alert\">{}</p>", title, text));
  }
}
