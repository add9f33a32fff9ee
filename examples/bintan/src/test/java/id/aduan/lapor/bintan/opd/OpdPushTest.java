package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.bintan.front.AgencySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpdPushTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private final OpdSystem opd = new OpdSystem(AgencySettings.local(), OpdCaller.KEYS);
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(202);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
    opd.start();
    URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    opd.pushTo("DISHUB", target, SECRET);
  }

  @AfterEach
  void stop() {
    opd.close();
    server.stop(0);
  }

  /** Takes only what the reference library of the scheme verifies. */
  private void hear(HttpExchange exchange) throws IOException {
    int answer = status.get();
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      new Webhook(SECRET).verify(body, exchange.getRequestHeaders());
      new ObjectMapper().readTree(body).path("perubahan").forEach(heard::add);
      exchange.sendResponseHeaders(answer, -1);
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      throw new IOException(e);
    }
  }

  @Test
  void itTellsWhatStandsInTheFeedOfItsUnitInOrder() throws Exception {
    OpdCaller dishub = new OpdCaller(opd.baseUri(), "DISHUB");
    String ours = dishub.file("8123456");
    String theirs = new OpdCaller(opd.baseUri(), "PUPR").file("8123457");
    opd.desk().note(theirs, "Budi", "Bukan untuk DISHUB.");
    opd.desk().move(ours, "Sari", OpdSystem.WORDS.accepted());
    opd.desk().note(ours, "Sari", "Vendor belum dibayar.");
    opd.desk().answer(ours, "Sari", "Sudah diperbaiki.", OpdSystem.WORDS.done());

    await().until(() -> heard.size() >= 3);

    List<JsonNode> listed = new ArrayList<>();
    dishub.getJson("/api/v2/perubahan?sejak=&batas=50").path("data").forEach(listed::add);
    assertThat(heard).isEqualTo(listed);
    await().until(() -> opd.pushesTaken() > 0);
  }

  @Test
  void whatIsNotTakenIsNotToldAgain() throws Exception {
    status.set(503);
    String ours = new OpdCaller(opd.baseUri(), "DISHUB").file("8123456");
    opd.desk().note(ours, "Sari", "Pertama.");
    await().until(() -> heard.size() == 1);
    status.set(202);

    opd.desk().note(ours, "Sari", "Kedua.");
    await().until(() -> opd.pushesTaken() == 1);

    assertThat(heard)
        .extracting(node -> node.path("isi").asText())
        .containsExactly("Pertama.", "Kedua.");
  }
}
