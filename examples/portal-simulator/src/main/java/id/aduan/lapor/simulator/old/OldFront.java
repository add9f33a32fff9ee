package id.aduan.lapor.simulator.old;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.simulator.LedgerEntry.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.FaultGate;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /api/stream/addstream} and {@code POST /api/services/f01/gettopics} (portal-wire 3).
 * The token of the one and the KEYTOKEN of the other are the v3 interface's token, braces and all.
 * How they told errors is not known: statuses and texts are invented.
 */
public final class OldFront implements Front {
  static final int BODY_BYTES_MAX = 256 * 1024;

  private final PortalSettings settings;
  private final PortalDesk desk;
  private final LedgerBook ledger;
  private final FaultGate gate;
  private final AtomicInteger transactions = new AtomicInteger(700_000);

  public OldFront(PortalSettings settings, PortalDesk desk, LedgerBook ledger, FaultGate gate) {
    this.settings = settings;
    this.desk = desk;
    this.ledger = ledger;
    this.gate = gate;
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    String call = request.getMethod() + " " + Objects.requireNonNullElse(request.getPathInfo(), "");
    return switch (call) {
      case "POST /stream/addstream" -> told(Place.STREAM, () -> file(request));
      case "POST /services/f01/gettopics" -> told(Place.TOPICS, () -> topics(request));
      default -> Answer.of(404, "text/plain; charset=UTF-8", "Alamat tidak ditemukan\n");
    };
  }

  private Answer told(Place place, FaultGate.Effect effect) throws IOException {
    Answer answer = gate.pass(place, "", effect);
    String end = answer.cut() == Answer.Cut.NONE ? "HTTP " + answer.status() : "no whole answer";
    ledger.remember(settings.clock().instant(), Kind.CALL, "", place.word() + ", " + end);
    return answer;
  }

  private Answer file(HttpServletRequest request) throws IOException {
    try {
      StreamMessage message = StreamMessage.read(body(request));
      if (!same(message.token())) {
        throw new Refusal(401, "token tidak dikenal");
      }
      String id = desk.file(message.complaint()).id();
      return xml(
          200,
          "<trackingid>%s</trackingid><transaksiid>%d</transaksiid>"
              .formatted(id, transactions.incrementAndGet()));
    } catch (Refusal e) {
      return xml(e.status(), "<error>" + e.getMessage() + "</error>");
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      throw new Refusal(413, "XML terlalu besar");
    }
    return body;
  }

  private static Answer xml(int status, String inner) {
    String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lapor>" + inner + "</lapor>";
    return Answer.of(status, "text/xml; charset=UTF-8", text);
  }

  private Answer topics(HttpServletRequest request) throws IOException {
    String key = Objects.requireNonNullElse(request.getParameter("KEYTOKEN"), "");
    if (!same(key)) {
      return Answer.of(401, "application/json", "{\"error\":\"KEYTOKEN tidak dikenal\"}");
    }
    try (InputStream in = OldFront.class.getResourceAsStream("topics.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Answer.of(200, "application/json", text);
    }
  }

  private boolean same(String given) {
    return MessageDigest.isEqual(
        given.getBytes(UTF_8), settings.credentials().token().getBytes(UTF_8));
  }
}
