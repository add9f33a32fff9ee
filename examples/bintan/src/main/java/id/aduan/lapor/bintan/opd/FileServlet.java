package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.FiledFile;
import id.aduan.lapor.bintan.desk.Ticket;
import id.aduan.lapor.bintan.front.HeldRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes files to a ticket and lists them ({@code /api/v2/berkas/{nomor}}). It knows nothing of
 * idempotency: the same file twice is two.
 */
final class FileServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PATH = "/api/v2/berkas/";
  private static final JsonMapper JSON = new JsonMapper();

  private final transient CaseRegister register;

  FileServlet(CaseRegister register) {
    this.register = register;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Ticket> ticket = ticket(request);
    if (ticket.isEmpty()) {
      notFound(response);
      return;
    }
    JsonNode body;
    try {
      body = JSON.readTree(HeldRequest.of(request).body());
    } catch (JsonProcessingException e) {
      JsonAnswer.faults(response, 400, new Fault("", "Isi permintaan bukan JSON yang sah."));
      return;
    }
    FieldReader reader = new FieldReader(body);
    String name = Attachments.name(body, "berkas", reader);
    if (!reader.faults().isEmpty()) {
      JsonAnswer.faults(response, 422, reader.faults());
      return;
    }
    byte[] bytes = Base64.getDecoder().decode(body.path("isi_base64").asText());
    JsonAnswer.send(response, 201, view(register.attach(ticket.get().number(), name, bytes)));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Ticket> ticket = ticket(request);
    if (ticket.isEmpty()) {
      notFound(response);
      return;
    }
    List<Map<String, Object>> files =
        register.ledger().files().stream()
            .filter(file -> file.number().equals(ticket.get().number()))
            .map(FileServlet::view)
            .toList();
    JsonAnswer.send(response, 200, Map.of("data", files));
  }

  private static Map<String, Object> view(FiledFile file) {
    return Map.of("id", file.id(), "nama", file.name(), "ukuran", file.bytes());
  }

  /** The ticket that the path names, if it is the caller's. */
  private Optional<Ticket> ticket(HttpServletRequest request) {
    String path = request.getRequestURI();
    String encoded = path.length() > PATH.length() ? path.substring(PATH.length()) : "";
    String number = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    return register.ticket(number).filter(found -> found.unit().equals(KeyGate.unit(request)));
  }

  private static void notFound(HttpServletResponse response) throws IOException {
    JsonAnswer.faults(response, 404, new Fault("nomor", "Tiket tidak ditemukan."));
  }
}
