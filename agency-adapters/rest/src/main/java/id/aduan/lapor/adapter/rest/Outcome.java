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
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what the answer to a create or an update means (C7). Pure.
 *
 * <p>Systems echo what they were sent, so nothing of an answer gets into a result but the ticket
 * and a short code of the reason.
 */
final class Outcome {
  private static final Pattern CODE = Pattern.compile("[\\w.:/\\[\\]-]{1,80}");

  private static final int NO_CONTENT = 204;

  private Outcome() {}

  /**
   * What the system documents about its answers.
   *
   * @param ticket where a create's answer has the number
   */
  record Rules(
      Optional<JsonPointer> ticket,
      Optional<Expression> successWhen,
      Optional<Expression> refusedWhen,
      Set<Integer> refusedStatus,
      Optional<JsonPointer> reason) {

    /** Whether a success needs nothing in its body to say so. */
    boolean isLenient() {
      return successWhen.isEmpty();
    }

    static Rules of(RestConfig.Create create) {
      return new Rules(
          Optional.of(Json.pointer(create.ticket())),
          create.successWhen().map(Expression::compile),
          create.refusedWhen().map(Expression::compile),
          create.refusedStatus(),
          create.refusalReason().map(Json::pointer));
    }

    static Rules of(RestConfig.Update update) {
      return new Rules(
          Optional.empty(),
          update.successWhen().map(Expression::compile),
          update.refusedWhen().map(Expression::compile),
          update.refusedStatus(),
          update.refusalReason().map(Json::pointer));
    }
  }

  static DeliveryResult of(Rules rules, HttpCall call, HttpReply reply, Instant now) {
    return of(rules, "", call, reply, now);
  }

  /**
   * The same for an update.
   *
   * @param known the number of the ticket; it is accepted where the answer has no place for one
   */
  static DeliveryResult of(Rules rules, String known, HttpCall call, HttpReply reply, Instant now) {
    Optional<JsonNode> json = Json.read(reply);
    try {
      if (json.isPresent() && isRefusal(rules, reply.status(), json.get())) {
        return refused(rules, json, call, reply);
      }
      if (!reply.isSuccess()) {
        DeliveryResult byStatus = HttpOutcome.of(call, reply, rules.refusedStatus(), now);
        return byStatus instanceof Refused ? refused(rules, json, call, reply) : byStatus;
      }
      if (reply.status() == NO_CONTENT && rules.ticket().isEmpty() && rules.isLenient()) {
        return new Accepted(known);
      }
      return json.isPresent()
          ? ofSuccess(rules, known, json.get(), call)
          : new Unknown(call.summary() + " was answered with success, but not with JSON");
    } catch (ExpressionFailure e) {
      return new Unknown(call.summary() + " was answered, but a rule over it " + e.getMessage());
    }
  }

  private static DeliveryResult ofSuccess(Rules rules, String known, JsonNode json, HttpCall call)
      throws ExpressionFailure {
    if (rules.successWhen().isPresent() && !rules.successWhen().get().isTrue(Json.plain(json))) {
      return new Unknown(call.summary() + " was answered, but successWhen is not true");
    }
    if (rules.ticket().isEmpty()) {
      return new Accepted(known);
    }
    return Json.text(json, rules.ticket().get())
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
