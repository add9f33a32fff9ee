package id.aduan.lapor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.PortalSettings.Control;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.UnknownComplaintException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders over HTTP below {@code /control}, for whoever may: by default callers on this machine who
 * call it by a name of this machine, so that no web page can, and through no proxy that says that
 * it is one. Bodies are JSON objects, errors are {@code {"message": ...}}.
 */
public final class ControlFront implements Front {
  private static final Pattern FAULT = Pattern.compile("DELETE /faults/(f\\d{1,9})");
  private static final Pattern ACT = Pattern.compile("POST /complaints/(\\d{1,15})/([a-z]{1,20})");

  /** What proxies add: who calls one from afar comes from this machine all the same. */
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  private static final Pattern OWN_NAME =
      Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

  private final Control control;
  private final Orders orders;

  public ControlFront(Control control, Orders orders) {
    this.control = control;
    this.orders = orders;
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    try {
      check(request);
      String path = Objects.requireNonNullElse(request.getPathInfo(), "");
      return answer(request, request.getMethod() + " " + path);
    } catch (Refusal e) {
      return Json.message(e.status(), String.valueOf(e.getMessage()));
    } catch (UnknownComplaintException e) {
      return Json.message(404, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Json.message(422, String.valueOf(e.getMessage()));
    }
  }

  private Answer answer(HttpServletRequest request, String call) throws IOException {
    Matcher fault = FAULT.matcher(call);
    if (fault.matches()) {
      return orders.removeFault(fault.group(1))
          ? Json.message(200, "removed")
          : Json.message(404, "no fault " + fault.group(1));
    }
    Matcher act = ACT.matcher(call);
    if (act.matches()) {
      return Json.ok(orders.act(act.group(1), act.group(2), body(request)));
    }
    return fixed(request, call);
  }

  private Answer fixed(HttpServletRequest request, String call) throws IOException {
    return switch (call) {
      case "GET ", "GET /" -> Json.ok(orders.state());
      case "GET /kinds" -> Json.ok(FaultJson.kinds());
      case "GET /ledger" -> Json.ok(orders.ledger(Query.of(request)));
      case "GET /followups" -> Json.ok(orders.followUps(Query.of(request)));
      case "POST /faults" -> {
        Fault fault = FaultJson.read(body(request));
        yield Json.answer(201, Json.object().put("id", orders.addFault(fault)));
      }
      case "DELETE /faults" -> {
        orders.removeFaults();
        yield Json.message(200, "removed");
      }
      case "POST /wire" -> Json.ok(orders.wire(body(request)));
      case "POST /push" -> Json.ok(orders.push(body(request)));
      case "POST /complaints" -> Json.answer(201, orders.file(body(request)));
      case "POST /reset" -> Json.ok(orders.reset(body(request)));
      default -> Json.message(404, "no such order; GET /control shows what stands");
    };
  }

  private void check(HttpServletRequest request) throws IOException {
    if (control == Control.OFF) {
      throw new Refusal(404, "the control API is off; start with --control");
    }
    if (control == Control.LOOPBACK) {
      String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
      boolean isNear = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
      boolean isPassedOn = PASSED_ON.stream().anyMatch(name -> request.getHeader(name) != null);
      if (!isNear || isPassedOn || !OWN_NAME.matcher(host).matches()) {
        throw new Refusal(403, "the control API answers callers on this machine alone");
      }
    }
  }

  /** A JSON body by its type: a form of some web page cannot have it. */
  private static ObjectNode body(HttpServletRequest request) throws IOException {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    if (!type.startsWith("application/json")) {
      throw new Refusal(415, "send Content-Type: application/json");
    }
    return Json.readObject(request.getInputStream());
  }

  /** What the ledger is asked for. */
  record Query(String complaint, String kind, long after) {
    static Query of(HttpServletRequest request) {
      String after = Objects.requireNonNullElse(request.getParameter("after"), "0");
      if (!after.matches("\\d{1,18}")) {
        throw new Refusal(422, "after is the number of an entry");
      }
      return new Query(
          Objects.requireNonNullElse(request.getParameter("complaint"), ""),
          Objects.requireNonNullElse(request.getParameter("kind"), ""),
          Long.parseLong(after));
    }
  }

  /** What can be ordered; faults of the caller are {@link IllegalArgumentException}s. */
  interface Orders {
    JsonNode state();

    JsonNode ledger(Query query);

    JsonNode followUps(Query query);

    String addFault(Fault fault);

    boolean removeFault(String id);

    void removeFaults();

    JsonNode wire(ObjectNode changes);

    JsonNode push(ObjectNode order);

    JsonNode file(ObjectNode order);

    JsonNode act(String complaintId, String act, ObjectNode said);

    JsonNode reset(ObjectNode order);
  }
}
