package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.runner.npm.Npm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows 25 to 27: texts reach the store and the agency as they were written, and no log. */
@Tag("S19")
@Timeout(240)
class NaughtyStringsTest extends WebhookRig {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ +(INFO|WARN|ERROR) +\\w+ .*";
  private final Map<String, String> tickets = new ConcurrentHashMap<>();

  @Override
  BodyReader.Rules body() {
    return BodyReader.Rules.usual(1024 * 1024);
  }

  @Override
  HttpTransport world() {
    return this::ticket;
  }

  private HttpReply ticket(HttpCall call) throws HttpFailure {
    if (!call.method().equals("POST") || !call.uri().getPath().equals("/dishub/tickets")) {
      throw new HttpFailure(HttpFailure.Kind.NOT_SENT, "nobody is there");
    }
    try {
      JsonNode sent = JSON.readTree(call.body().orElseThrow().bytes());
      tickets.put(sent.path("nomor").asText(), sent.path("judul").asText());
      return new HttpReply(
          201,
          Map.of("content-type", "application/json"),
          "{\"id\": \"T-1\"}".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    JSON.readTree(Npm.file("blns/resources/blns.json")).forEach(it -> texts.add(it.asText()));
    assertThat(texts).hasSizeGreaterThan(400);
    texts.addAll(
        List.of(
            "' OR 1=1--",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "${body}",
            "{{prop}}",
            "%n%n%s",
            "../../etc/passwd",
            "\u202egnirts\u200b\u200d",
            "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e\u0301".repeat(10_000),
            "satu\r\n2026-01-01 ERROR dua\u001b[31m\u2028"));
    return texts;
  }

  @Test
  void rows25To27_textsAreStoredAndForwardedAsTheyAreAndNeverLogged() throws Exception {
    List<String> texts = texts();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream standard = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      connector.start();
      for (int i = 0; i < texts.size(); i++) {
        RawRequest.genuine("msg_blns_" + i, message(idOf(i), texts.get(i)))
            .sendTo(ingress.address())
            .isAccepted();
      }
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(tickets).hasSameSizeAs(texts));
    } finally {
      System.setErr(standard);
    }

    for (int i = 0; i < texts.size(); i++) {
      Complaint kept = kept(idOf(i));
      String read = texts.get(i).equals("null") ? "" : texts.get(i); // the portal's word for none
      assertThat(kept.location()).isEqualTo(read);
      assertThat(kept.title()).isEqualTo("J" + texts.get(i));
      assertThat(tickets).containsEntry(idOf(i), "J" + texts.get(i));
    }
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .allSatisfy(line -> assertThat(line).matches(LINE).doesNotContain("jndi", "ZZPII"));
  }

  private static String idOf(int i) {
    return "93%05d".formatted(i);
  }

  private static String message(String id, String text) {
    ObjectNode message = JSON.createObjectNode().put("type", "complaint.created");
    ObjectNode data = message.putObject("data");
    data.put("complaint_id", id).put("title", "J" + text).put("content", "isi: " + text);
    data.put("location", text).put("is_anonymous", false).put("is_secret", false);
    data.putObject("reporter").put("name", "ZZPII-1 " + text);
    return message.toString();
  }

  private Complaint kept(String id) {
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint();
  }
}
