package id.aduan.lapor.bintan.front;

import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.StatusWord;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The officers' pages (halaman petugas): a list of tickets, and one ticket with forms to answer it,
 * to note something inside the office, and to change its status.
 */
final class OfficerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int TEXT_CODE_POINTS_MAX = 8000;

  private final transient CaseRegister register;
  private final transient OfficerPages pages;

  OfficerServlet(CaseRegister register, OfficerPages pages) {
    this.register = register;
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var number = request.getParameter("nomor");
    if (number == null) {
      send(response, HttpServletResponse.SC_OK, pages.list(parameter(request, "unit")));
    } else if (register.ticket(number).isPresent()) {
      send(response, HttpServletResponse.SC_OK, pages.ticket(number, ""));
    } else {
      send(response, HttpServletResponse.SC_NOT_FOUND, pages.missing());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    var number = parameter(request, "nomor");
    if (register.ticket(number).isEmpty()) {
      send(response, HttpServletResponse.SC_NOT_FOUND, pages.missing());
      return;
    }
    var complaint = act(request, number);
    if (complaint.isPresent()) {
      send(response, 422, pages.ticket(number, complaint.get()));
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", pages.linkTo(number));
    }
  }

  /** Does what the form asks for, or says in Indonesian why not. */
  private Optional<String> act(HttpServletRequest request, String number) {
    var officer = parameter(request, "petugas").strip();
    var text = parameter(request, "isi");
    var status = register.words().ofCode(parameter(request, "status"));
    if (officer.isEmpty()) {
      return Optional.of("Nama petugas wajib diisi.");
    }
    return switch (parameter(request, "aksi")) {
      case "jawab" -> answer(number, officer, text, status.orElse(register.status(number)));
      case "catat" -> note(number, officer, text);
      case "status" -> move(number, officer, status);
      default -> Optional.of("Tindakan tidak dikenal.");
    };
  }

  private Optional<String> answer(String number, String officer, String text, StatusWord next) {
    var complaint = checkText(text);
    if (complaint.isEmpty()) {
      register.answer(number, officer, text, next);
    }
    return complaint;
  }

  private Optional<String> note(String number, String officer, String text) {
    var complaint = checkText(text);
    if (complaint.isEmpty()) {
      register.note(number, officer, text);
    }
    return complaint;
  }

  private Optional<String> move(String number, String officer, Optional<StatusWord> next) {
    if (next.isEmpty()) {
      return Optional.of("Status tidak dikenal.");
    }
    register.move(number, officer, next.get());
    return Optional.empty();
  }

  private static Optional<String> checkText(String text) {
    if (text.isBlank()) {
      return Optional.of("Isi wajib diisi.");
    }
    return text.codePointCount(0, text.length()) > TEXT_CODE_POINTS_MAX
        ? Optional.of("Isi paling banyak " + TEXT_CODE_POINTS_MAX + " karakter.")
        : Optional.empty();
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  private static void send(HttpServletResponse response, int status, String page)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=utf-8");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(page);
  }
}
