package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what the answer to a create means (C7). Pure.
 *
 * <p>Systems echo what they were sent, so nothing of an answer gets into a result but the ticket
 * and a short code of the reason.
 */
final class Outcome {
  private static final Pattern CODE = Pattern.compile("[\\w.:/\\[\\]-]{1,80}");

  private Outcome() {}

  /** What the system documents about its answers. */
  record Rules(
      JsonPointer ticket,
      Optional<Expression> successWhen,
      Optional<Expression> refusedWhen,
      Set<Integer> refusedStatus,
      Optional<JsonPointer> reason) {

    static Rules of(RestConfig.Create create) {
      return new Rules(
          Json.pointer(create.ticket()),
          create.successWhen().map(Expression::compile),
          create.refusedWhen().map(Expression::compile),
          create.refusedStatus(),
          create.refusalReason().map(Json::pointer));
    }
  }

  static DeliveryResult of(Rules rules, HttpCall call, HttpReply reply, Instant now) {
    Optional<JsonNode> json = Json.read(reply);
    try {
      if (json.isPresent() && isRefusal(rules, reply.status(), json.get())) {
        return refused(rules, json, call, reply);
      }
      if (!reply.isSuccess()) {
        DeliveryResult byStatus = HttpOutcome.of(call, reply, rules.refusedStatus(), now);
        return byStatus instanceof Refused ? refused(rules, json, call, reply) : byStatus;
      }
      return json.isPresent()
          ? ofSuccess(rules, json.get(), call)
          : new Unknown(call.summary() + " was answered with success, but not with JSON");
    } catch (ExpressionFailure e) {
      return new Unknown(call.summary() + " was answered, but a rule over it " + e.getMessage());
    }
  }

  private static DeliveryResult ofSuccess(Rules rules, JsonNode json, HttpCall call)
      throws ExpressionFailure {
    if (rules.successWhen().isPresent() && !rules.successWhen().get().isTrue(Json.plain(json))) {
      return new Unknown(call.summary() + " was answered, but successWhen is not true");
    }
    return Json.text(json, rules.ticket())
        .flatMap(AgencyTicket::readNumber)
        .<DeliveryResult>map(Accepted::new)
        .orElseGet(() -> new Unknown(call.summary() + " was answered without a ticket"));
  }

  /** A redirect or a request for patience is no refusal, whatever stands in its body. */
  private static boolean isRefusal(Rules rules, int status, JsonNode json)
      throws ExpressionFailure {
    boolean mayBe =
        (status >= 200 && status < 300)
            || (status >= 400 && !HttpOutcome.NEVER_REFUSED.contains(status));
    return mayBe
        && rules.refusedWhen().isPresent()
        && rules.refusedWhen().get().isTrue(Json.plain(json));
  }

  private static Refused refused(
      Rules rules, Optional<JsonNode> json, HttpCall call, HttpReply reply) {
    Optional<String> code =
        json.flatMap(node -> rules.reason().flatMap(reason -> Json.text(node, reason)))
            .filter(text -> CODE.matcher(text).matches());
    String status = "http." + reply.status();
    return new Refused(
        status,
        call.summary()
            + " was refused with "
            + reply.status()
            + code.map(it -> " (" + it + ")").orElse(""));
  }
}
