package id.aduan.lapor.example;

import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.Fault;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import id.aduan.lapor.testkit.StoredTicket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The system that the example's adapter speaks to, and the hand that drives it. */
final class PlainTextDesk implements SystemBehind, FarEnd, AutoCloseable {
  private final List<StoredTicket> tickets = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final FaultyHttpServer server = FaultyHttpServer.before(this);

  URI uri() {
    return server.uri();
  }

  @Override
  public synchronized Reply answer(Request request) {
    String path = request.uri().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (request.method().equals("POST")) {
      String number = "T-" + (tickets.size() + 1);
      tickets.add(ticket(number, request.body()));
      return text(number);
    }
    if (request.method().equals("PUT")) {
      boolean known = tickets.removeIf(ticket -> ticket.number().equals(last));
      if (known) {
        tickets.add(ticket(last, request.body()));
      }
      return known ? text(last) : new Reply(404, "text/plain", "");
    }
    if (path.startsWith("/changes/")) {
      List<String> lines = new ArrayList<>(List.of(Integer.toString(changes.size())));
      lines.addAll(changes.subList(Integer.parseInt(last), changes.size()));
      return text(String.join("\n", lines));
    }
    return text(
        tickets.stream()
            .filter(ticket -> ticket.reference().equals(last))
            .map(StoredTicket::number)
            .findFirst()
            .orElse("none"));
  }

  private static StoredTicket ticket(String number, String body) {
    String[] lines = body.split("\n", 4);
    return new StoredTicket(number, lines[0], lines[2], lines[3], lines[1], List.of());
  }

  private synchronized void write(String ticket, String visibility, String status, String text) {
    int id = changes.size() + 1;
    changes.add(
        String.join(
            "\t",
            Integer.toString(id),
            ticket,
            Instant.parse("2026-11-02T02:00:00Z").plusSeconds(id).toString(),
            visibility,
            status,
            text));
  }

  @Override
  public void answer(String ticket, String text) {
    write(ticket, "public", "", text);
  }

  @Override
  public void note(String ticket, String text) {
    write(ticket, "internal", "", text);
  }

  @Override
  public void move(String ticket, String status) {
    write(ticket, "internal", status, "");
  }

  @Override
  public void garble() {
    write("", "public", "", "Jawaban tanpa tiket");
  }

  @Override
  public synchronized void reset() {
    server.reset();
    tickets.clear();
    changes.clear();
  }

  @Override
  public synchronized List<StoredTicket> tickets() {
    return List.copyOf(tickets);
  }

  @Override
  public String recorded() {
    return server.recorded();
  }

  @Override
  public void recover() {
    server.recover();
  }

  @Override
  public void fail(Fault fault) {
    server.fail(fault);
  }

  @Override
  public Reply serverError() {
    return new Reply(500, "text/plain", "");
  }

  @Override
  public Reply errorInside() {
    return text("error");
  }

  private static Reply text(String text) {
    return new Reply(200, "text/plain", text);
  }

  @Override
  public void close() {
    server.close();
  }
}
