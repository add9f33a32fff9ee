package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A caller of the OPD system with one unit's key. */
final class OpdCaller {
  static final Map<String, String> KEYS =
      Map.of("DISHUB", "kunci-dishub", "PUPR", "kunci-pupr", "DISKOMINFO", "kunci-diskominfo");
  static final JsonMapper JSON = new JsonMapper();
  static final String TICKET =
      """
      {"judul":"Lampu lalu lintas padam","uraian":"Lampu di simpang Toapaya padam sejak Senin.",
       "no_referensi":"%s"}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String key;

  OpdCaller(URI base, String unit) {
    this.base = base;
    this.key = KEYS.getOrDefault(unit, "kunci-salah");
  }

  HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(
        request("/api/v2/tiket")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String number, String body) throws IOException, InterruptedException {
    return send(
        request("/api/v2/tiket/" + encoded(number))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> attach(String number, String body) throws IOException, InterruptedException {
    return send(
        request("/api/v2/berkas/" + encoded(number))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Files a ticket and returns its number. */
  String file(String reference) throws IOException, InterruptedException {
    return JSON.readTree(post(TICKET.formatted(reference)).body()).path("nomor").asText();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode getJson(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> submit(Map<String, String> form) throws IOException, InterruptedException {
    var fields = new StringBuilder();
    form.forEach((name, value) -> fields.append(name + "=" + encoded(value) + "&"));
    return send(
        request("/petugas")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields.toString())));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(5))
        .header(UnitKeys.HEADER, key);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
