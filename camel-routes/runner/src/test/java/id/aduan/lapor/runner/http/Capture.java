package id.aduan.lapor.runner.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.PushSettings;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.state.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what the portal's simulator pushes, and keeps it as it came. */
final class Capture implements AutoCloseable {
  private final List<Push> pushes = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Capture() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  record Push(Map<String, String> headers, String body) {}

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  List<Push> pushes() {
    return List.copyOf(pushes);
  }

  static PortalSimulator portal(URI target, boolean thin) {
    return PortalSimulator.start(
        PortalSettings.defaults()
            .withPush(PushSettings.to(target, PushSettings.INVENTED_SECRET).withThin(thin)));
  }

  /** Some complaints, and what happens to one of them. */
  static void story(PortalSimulator portal) {
    NewComplaint complaint =
        NewComplaint.of(
                "Lampu mati \ud83d\udea8",
                "Sejak \"tiga\" hari.\nDi depan pasar.",
                new Reporter("Siti ZZPII-1", "0812 ZZPII-2", "siti.ZZPII-3@contoh.example"))
            .withCategory(1398)
            .withClassification("Pengaduan Tidak Berkadar Pengawasan")
            .withPlace(LocalDate.of(2026, 11, 20), "Bintan Timur")
            .withEvidence(List.of(new EvidenceFile("foto.jpg", "image/jpeg", new byte[] {1, 2})));
    String id = portal.fileComplaint(complaint);
    portal.assign(id, 14627);
    portal.reply(id, "Belum juga.");
    portal.closeComplaint(id, Status.CLOSED_BY_SYSTEM);
    portal.fileComplaint(
        NewComplaint.of("", "Tanpa judul.", new Reporter("Budi ZZPII-4", "", ""))
            .withVisibility(true, true));
  }

  private void take(HttpExchange exchange) throws IOException {
    var sent = exchange.getRequestHeaders();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    pushes.add(
        new Push(
            Map.of(
                "webhook-id", sent.getFirst("webhook-id"),
                "webhook-timestamp", sent.getFirst("webhook-timestamp"),
                "webhook-signature", sent.getFirst("webhook-signature")),
            body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
