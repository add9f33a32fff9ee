package id.aduan.lapor.example;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.wire.HttpOutcome;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An adapter of one's own: for a small ticket system that takes and gives plain text. Safe for use
 * by many threads.
 */
public final class PlainTextAdapter implements AgencyAdapter {
  private static final Pattern NUMBER = Pattern.compile("T-[0-9]{1,9}");
  private static final String NONE = "none";
  private final HttpEndpoint endpoint;
  private final HttpTransport http;
  private final InstantSource clock;

  public PlainTextAdapter(HttpEndpoint endpoint, HttpTransport http, InstantSource clock) {
    this.endpoint = endpoint;
    this.http = endpoint.over(http, clock);
    this.clock = clock;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FIND, Capability.UPDATE, Capability.CHANGES);
  }

  // snippet: open
  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    return write("POST", "/tickets", complaint, key);
  }

  private DeliveryResult write(
      String method, String path, AgencyComplaint complaint, IdempotencyKey key) {
    HttpCall call =
        endpoint.call(
            method, path, Map.of("Idempotency-Key", key.value()), Optional.of(body(complaint)));
    try {
      HttpReply reply = http.exchange(call);
      if (!reply.isSuccess()) {
        return HttpOutcome.of(call, reply, HttpOutcome.REFUSED, clock.instant());
      }
      return line(reply)
          .filter(number -> NUMBER.matcher(number).matches())
          .<DeliveryResult>map(DeliveryResult.Accepted::new)
          .orElseGet(
              () -> new DeliveryResult.Unknown(call.summary() + " was answered without a number"));
    } catch (HttpFailure e) {
      return HttpOutcome.of(e);
    }
  }

  // end

  // snippet: update
  @Override
  public DeliveryResult update(AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    return NUMBER.matcher(ticket.number()).matches()
        ? write("PUT", "/tickets/" + ticket.number(), complaint, key)
        : new DeliveryResult.Refused("ticket.odd", "no number of this system; nothing was sent");
  }

  // end

  // snippet: find
  @Override
  public Lookup find(Reference reference) {
    HttpCall call = get("/references/" + reference);
    try {
      String found = line(http.exchange(call)).orElse("");
      if (NUMBER.matcher(found).matches()) {
        return new Lookup.Found(found);
      }
      return found.equals(NONE)
          ? new Lookup.Absent()
          : new Lookup.CannotTell(call.summary() + " was not answered as agreed");
    } catch (HttpFailure e) {
      return new Lookup.CannotTell(String.valueOf(e.getMessage()));
    }
  }

  // end

  @Override
  public ChangePage changes(String cursor) {
    HttpCall call = get("/changes/" + (cursor.isEmpty() ? "0" : cursor));
    try {
      HttpReply reply = http.exchange(call);
      if (!reply.isSuccess()) {
        throw HttpOutcome.unread(call, reply, clock.instant());
      }
      return page(call, text(reply));
    } catch (HttpFailure e) {
      throw HttpOutcome.unread(e);
    }
  }

  /** The cursor on a line of its own, so that an empty answer is not taken for "nothing new". */
  private static ChangePage page(HttpCall call, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).matches("[0-9]{1,9}")) {
      throw broken(call);
    }
    List<TicketChange> changes = new ArrayList<>();
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      change(line.split("\t", -1))
          .ifPresentOrElse(changes::add, () -> unreadable.add(unreadable(line)));
    }
    return new ChangePage(changes, unreadable, lines.get(0), false);
  }

  private static ChangePage.Unreadable unreadable(String line) {
    return new ChangePage.Unreadable(
        line.getBytes(StandardCharsets.UTF_8), "is not six fields as agreed");
  }

  private static Optional<TicketChange> change(String[] fields) {
    if (fields.length != 6 || fields[0].isEmpty() || fields[1].isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TicketChange(
              fields[0],
              fields[1],
              "",
              Instant.parse(fields[2]),
              fields[3].equals("public"),
              fields[5],
              fields[4],
              List.of()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static FarEndException broken(HttpCall call) {
    return FarEndException.contract(
        call.summary() + " was not answered as agreed; nothing was read");
  }

  /** Where the reporter is withheld, the type has no reporter that could be written down. */
  private static HttpCall.Body body(AgencyComplaint complaint) {
    AgencyComplaint.Facts facts = complaint.facts();
    String reporter =
        complaint instanceof AgencyComplaint.Identified identified
            ? identified.reporter().name()
            : "";
    String text =
        String.join(
            "\n", facts.id().value(), reporter, facts.title().replace('\n', ' '), content(facts));
    return new HttpCall.Body("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the reporter added later is a part of what has to be answered. */
  private static String content(AgencyComplaint.Facts facts) {
    return Stream.concat(Stream.of(facts.content()), facts.replies().stream().map(it -> it.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private HttpCall get(String path) {
    return endpoint.call("GET", path, Map.of(), Optional.empty());
  }

  private static Optional<String> line(HttpReply reply) {
    return reply.isSuccess() ? Optional.of(text(reply).strip()) : Optional.empty();
  }

  private static String text(HttpReply reply) {
    return reply.mediaType().equals("text/plain") ? reply.text() : "";
  }

  @Override
  public String toString() {
    return "PlainTextAdapter[" + endpoint.base().getHost() + "]";
  }
}
