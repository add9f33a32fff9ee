package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.Field;
import java.util.Optional;

/**
 * Judges the body of a success. A 2xx proves little: gateways answer a login page, and programs an
 * error, with 200.
 */
final class V3Answers {
  private final Field refused;

  V3Answers(Field refused) {
    this.refused = refused;
  }

  /** The JSON of an answer, or a missing node. */
  static JsonNode json(HttpReply reply) {
    try {
      return reply.body().length == 0 ? MissingNode.getInstance() : V3Json.parse(reply.body());
    } catch (UnreadableMessageException e) {
      return MissingNode.getInstance(); // then it names nothing
    }
  }

  /**
   * What is wrong with a success, if anything is: a refusal where the profile knows it as proof.
   */
  Optional<DeliveryResult> objection(HttpReply reply) {
    if (reply.body().length == 0) {
      return Optional.empty();
    }
    JsonNode answer = json(reply);
    String proof = refused.text(answer);
    if (!proof.isEmpty() && !proof.equals("false")) {
      return Optional.of(
          new DeliveryResult.Refused(
              "portal.refused", "the portal's answer says that it refused; nothing was stored"));
    }
    boolean error =
        !answer.isObject()
            || answer.has("error")
            || answer.has("errors")
            || V3Json.text(answer, "status").equals("error")
            || !V3Json.flag(answer, "success").orElse(true);
    return error
        ? Optional.of(
            new DeliveryResult.Unknown(
                "the portal answered a success whose body tells of an error"))
        : Optional.empty();
  }
}
