package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import id.aduan.lapor.testkit.StoredTicket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small ticket system with a JSON API, whose search finds by prefix as careless ones do. */
final class TicketDesk implements SystemBehind {
  private static final JsonMapper JSON = new JsonMapper();
  private final List<StoredTicket> tickets = new ArrayList<>();
  private final List<Map<String, Object>> changes = new ArrayList<>();
  private final TicketFiles files = new TicketFiles();

  List<FarEnd.StoredFile> files() {
    return files.all();
  }

  synchronized List<StoredTicket> tickets() {
    return List.copyOf(tickets);
  }

  synchronized void forget() {
    tickets.clear();
    changes.clear();
    files.forget();
  }

  synchronized void write(String ticket, String kind, String text, String status) {
    int id = changes.size() + 1;
    changes.add(
        Map.of(
            "id", id,
            "nomor", ticket,
            "waktu", "2026-11-02 09:00:%02d".formatted(id),
            "jenis", kind,
            "publik", !kind.equals("CATATAN"),
            "isi", text,
            "status", status));
  }

  /** Two changes to a message, as far as they go. */
  synchronized List<byte[]> pushes() {
    List<byte[]> bodies = new ArrayList<>();
    for (int from = 0; from < changes.size(); from += 2) {
      List<?> told = changes.subList(from, Math.min(from + 2, changes.size()));
      bodies.add(
          JSON.valueToTree(Map.of("perubahan", told)).toString().getBytes(StandardCharsets.UTF_8));
    }
    return bodies;
  }

  @Override
  public synchronized Reply answer(Request request) throws IOException {
    if (request.uri().getPath().matches("/(unggah|tiket/.*/lampiran).*")) {
      return files.answer(request);
    }
    Map<String, String> query = query(request);
    if (request.method().equals("POST")) {
      return reply(201, Map.of("nomor", store(JSON.readTree(request.body())), "status", "BARU"));
    }
    if (request.method().equals("PUT")) {
      return set(request.uri().getPath().substring("/tiket/".length()), request.body());
    }
    return request.uri().getPath().equals("/tiket")
        ? reply(200, Map.of("data", search(query.getOrDefault("no_referensi", ""))))
        : list(query.getOrDefault("sejak", ""), Integer.parseInt(query.get("batas")));
  }

  private Reply set(String number, String body) throws IOException {
    for (int i = 0; i < tickets.size(); i++) {
      if (tickets.get(i).number().equals(number)) {
        tickets.set(i, ticket(number, JSON.readTree(body)));
        return reply(200, Map.of("status", "DIPERBARUI"));
      }
    }
    return reply(404, Map.of("galat", List.of()));
  }

  private String store(JsonNode body) {
    String number = "TKT/2026/%06d".formatted(tickets.size() + 1);
    tickets.add(ticket(number, body));
    return number;
  }

  private static StoredTicket ticket(String number, JsonNode body) {
    List<String> files = new ArrayList<>();
    for (JsonNode file : body.path("lampiran")) {
      byte[] bytes = Base64.getDecoder().decode(file.path("isi_base64").asText());
      files.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return new StoredTicket(
        number,
        body.path("no_referensi").asText(),
        body.path("judul").asText(),
        body.path("uraian").asText(),
        body.path("pelapor").isNull() ? "" : body.path("pelapor").toString(),
        files);
  }

  private List<Map<String, String>> search(String reference) {
    return tickets.stream()
        .filter(ticket -> ticket.reference().startsWith(reference))
        .map(ticket -> Map.of("nomor", ticket.number(), "no_referensi", ticket.reference()))
        .toList();
  }

  private Reply list(String since, int limit) throws IOException {
    int from = since.isEmpty() ? 0 : Integer.parseInt(since);
    int to = Math.min(changes.size(), from + limit);
    return reply(
        200,
        Map.of(
            "data", changes.subList(from, to),
            "kursor", Integer.toString(to),
            "lagi", to < changes.size()));
  }

  @Override
  public Reply serverError() {
    return new Reply(500, "application/json", "{\"pesan\":\"Terjadi kesalahan pada server.\"}");
  }

  @Override
  public Reply errorInside() {
    return new Reply(200, "application/json", "{\"galat\":[{\"kolom\":\"judul\"}]}");
  }

  private static Reply reply(int status, Object body) throws IOException {
    return new Reply(status, "application/json", JSON.writeValueAsString(body));
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    String text = request.uri().getQuery();
    for (String pair : text == null ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return query;
  }
}
