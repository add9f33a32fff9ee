package id.aduan.lapor.bintan.opd;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Ticket;
import id.aduan.lapor.bintan.desk.Timeline;
import id.aduan.lapor.bintan.front.HeldRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes, finds and shows tickets ({@code /api/v2/tiket}). */
final class TicketServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PATH = "/api/v2/tiket";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final transient CaseRegister register;
  private final transient Timeline timeline;

  TicketServlet(CaseRegister register, Timeline timeline) {
    this.register = register;
    this.timeline = timeline;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().equals(PATH)) {
      notFound(response);
      return;
    }
    var held = HeldRequest.of(request);
    JsonNode body;
    try {
      body = JSON.readTree(held.body());
    } catch (JsonProcessingException e) {
      refuseFormat(response);
      return;
    }
    if (!body.isObject()) {
      refuseFormat(response);
      return;
    }
    file(TicketForm.read(body), KeyGate.unit(request), held.bodyText(), response);
  }

  private void file(TicketForm form, String unit, String raw, HttpServletResponse response)
      throws IOException {
    if (form.isRefused()) {
      var fields = form.faults().stream().map(Fault::field).collect(joining(", "));
      timeline.refused(unit, form.reference(), fields);
      JsonAnswer.faults(response, 422, form.faults());
      return;
    }
    var ticket = register.file(form.submission(unit, raw));
    JsonAnswer.send(
        response,
        HttpServletResponse.SC_CREATED,
        TicketView.brief(ticket, OpdSystem.WORDS.filed()));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var unit = KeyGate.unit(request);
    if (request.getRequestURI().equals(PATH)) {
      find(unit, request.getParameter("no_referensi"), response);
      return;
    }
    var number = number(request);
    var ticket = register.ticket(number).filter(found -> found.unit().equals(unit));
    if (ticket.isPresent()) {
      JsonAnswer.send(response, HttpServletResponse.SC_OK, view(ticket.get()));
    } else {
      notFound(response);
    }
  }

  private static String number(HttpServletRequest request) {
    var encoded = request.getRequestURI().substring(PATH.length() + 1);
    // A plus sign is a plus sign in a path.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void find(String unit, @Nullable String reference, HttpServletResponse response)
      throws IOException {
    if (reference == null || reference.isBlank()) {
      JsonAnswer.faults(
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          new Fault("no_referensi", "Nomor referensi wajib diisi."));
      return;
    }
    var found =
        register.ledger().ticketsFor(reference).stream()
            .filter(ticket -> ticket.unit().equals(unit))
            .map(this::view)
            .toList();
    JsonAnswer.send(response, HttpServletResponse.SC_OK, Map.of("data", found));
  }

  private Map<String, Object> view(Ticket ticket) {
    return TicketView.full(
        ticket, register.status(ticket.number()), register.history(ticket.number()));
  }

  private static void refuseFormat(HttpServletResponse response) throws IOException {
    JsonAnswer.faults(
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        new Fault("", "Isi permintaan bukan objek JSON yang sah."));
  }

  private static void notFound(HttpServletResponse response) throws IOException {
    JsonAnswer.faults(
        response, HttpServletResponse.SC_NOT_FOUND, new Fault("nomor", "Tiket tidak ditemukan."));
  }
}
