package id.aduan.lapor.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ticket system that {@code dishub.yaml} describes. */
final class TicketOffice implements SystemBehind {
  private static final JsonMapper JSON = new JsonMapper();
  private final List<Map<String, String>> tickets = new ArrayList<>();
  private final List<Map<String, String>> changes = new ArrayList<>();

  /** The numbers of the tickets by which complaints are known here. */
  synchronized List<Map<String, String>> tickets() {
    return List.copyOf(tickets);
  }

  /** An officer writes something; who may read it is said by {@code visibility}. */
  synchronized void write(String ticket, String text, String visibility) {
    int id = changes.size() + 1;
    changes.add(
        Map.of(
            "id",
            Integer.toString(id),
            "ticket",
            ticket,
            "at",
            "2026-11-02 09:00:0" + id,
            "text",
            text,
            "visibility",
            visibility));
  }

  @Override
  public synchronized Reply answer(Request request) throws IOException {
    if (request.method().equals("POST")) {
      JsonNode ticket = JSON.readTree(request.body());
      String number = "T-" + (tickets.size() + 1);
      tickets.add(Map.of("number", number, "reference", ticket.path("reference").asText()));
      return reply(201, Map.of("number", number));
    }
    String query = String.valueOf(request.uri().getQuery());
    String value = query.substring(query.indexOf('=') + 1);
    if (request.uri().getPath().endsWith("/changes")) {
      int from = Integer.parseInt(value);
      return reply(
          200,
          Map.of(
              "changes",
              changes.subList(from, changes.size()),
              "cursor",
              Integer.toString(changes.size()),
              "more",
              false));
    }
    return reply(
        200,
        Map.of(
            "tickets", tickets.stream().filter(it -> value.equals(it.get("reference"))).toList()));
  }

  @Override
  public Reply serverError() {
    return new Reply(500, "application/json", "{}");
  }

  @Override
  public Reply errorInside() {
    return new Reply(200, "application/json", "{\"error\":true}");
  }

  private static Reply reply(int status, Object body) throws IOException {
    return new Reply(status, "application/json", JSON.writeValueAsString(body));
  }
}
