package id.aduan.lapor.bintan.opd;

import id.aduan.lapor.bintan.desk.Ledger;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The feed of what officers did ({@code /api/v2/perubahan}), for the caller's unit. */
final class ChangesServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int PAGE_DEFAULT = 50;
  private static final int PAGE_MAX = 200;

  private final transient Ledger ledger;

  ChangesServlet(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var since = ChangeCursor.parse(request.getParameter("sejak"));
    var limit = limit(request.getParameter("batas"));
    if (since.isEmpty()) {
      refuse(response, new Fault("sejak", "Kursor tidak dikenal."));
    } else if (limit.isEmpty()) {
      refuse(response, new Fault("batas", "Harus berupa bilangan 1 sampai 200."));
    } else {
      send(KeyGate.unit(request), since, limit.getAsInt(), response);
    }
  }

  private void send(String unit, OptionalLong since, int limit, HttpServletResponse response)
      throws IOException {
    var page = ChangePage.read(ledger, unit, since.orElse(0), limit);
    var view = new LinkedHashMap<String, Object>();
    view.put("data", page.entries().stream().map(TicketView::change).toList());
    view.put("kursor", ChangeCursor.write(page.lastId()));
    view.put("lagi", page.hasMore());
    JsonAnswer.send(response, HttpServletResponse.SC_OK, view);
  }

  private static OptionalInt limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalInt.of(PAGE_DEFAULT);
    }
    if (!text.matches("[0-9]{1,3}")) {
      return OptionalInt.empty();
    }
    int limit = Integer.parseInt(text);
    return limit >= 1 && limit <= PAGE_MAX ? OptionalInt.of(limit) : OptionalInt.empty();
  }

  private static void refuse(HttpServletResponse response, Fault fault) throws IOException {
    JsonAnswer.faults(response, HttpServletResponse.SC_BAD_REQUEST, fault);
  }
}
