package id.aduan.lapor.bintan.opd;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Submission;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, sets, finds and shows tickets ({@code /api/v2/tiket}). */
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
    var form = form(request, response);
    if (form.isPresent()) {
      var ticket = register.file(submission(form.get(), request));
      JsonAnswer.send(
          response,
          HttpServletResponse.SC_CREATED,
          TicketView.brief(ticket, OpdSystem.WORDS.filed()));
    }
  }

  /** What the request leaves out is empty afterwards: it says all that the ticket says. */
  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var known = ticket(request);
    if (known.isEmpty()) {
      notFound(response);
      return;
    }
    var form = form(request, response);
    if (form.isPresent()) {
      var ticket = register.revise(known.get().number(), submission(form.get(), request));
      JsonAnswer.send(
          response,
          HttpServletResponse.SC_OK,
          TicketView.brief(ticket, register.status(ticket.number())));
    }
  }

  /** Empty where the request was refused and that is answered. */
  private Optional<TicketForm> form(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(HeldRequest.of(request).body());
    } catch (JsonProcessingException e) {
      refuseFormat(response);
      return Optional.empty();
    }
    if (!body.isObject()) {
      refuseFormat(response);
      return Optional.empty();
    }
    var form = TicketForm.read(body);
    if (form.isRefused()) {
      var fields = form.faults().stream().map(Fault::field).collect(joining(", "));
      timeline.refused(KeyGate.unit(request), form.reference(), fields);
      JsonAnswer.faults(response, 422, form.faults());
      return Optional.empty();
    }
    return Optional.of(form);
  }

  private static Submission submission(TicketForm form, HttpServletRequest request) {
    return form.submission(KeyGate.unit(request), HeldRequest.of(request).bodyText());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var unit = KeyGate.unit(request);
    if (request.getRequestURI().equals(PATH)) {
      find(unit, request.getParameter("no_referensi"), response);
      return;
    }
    var ticket = ticket(request);
    if (ticket.isPresent()) {
      JsonAnswer.send(response, HttpServletResponse.SC_OK, view(ticket.get()));
    } else {
      notFound(response);
    }
  }

  /** The ticket that the path names, if it is the caller's. */
  private Optional<Ticket> ticket(HttpServletRequest request) {
    return register
        .ticket(number(request))
        .filter(found -> found.unit().equals(KeyGate.unit(request)));
  }

  private static String number(HttpServletRequest request) {
    var path = request.getRequestURI();
    var encoded = path.length() > PATH.length() ? path.substring(PATH.length() + 1) : "";
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
        register.ticketsFor(reference).stream()
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
