package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import java.util.Map;
import java.util.Optional;

/** How a complaint is written to the system: opened there, or set anew. Immutable. */
record Writing(String method, PathTemplate target, Expression body, Outcome.Rules rules) {
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

  static Writing of(RestConfig.Create create) {
    return new Writing(
        create.method(),
        PathTemplate.ofCreate(create.path()),
        Expression.compile(create.body()),
        Outcome.Rules.of(create));
  }

  static Writing of(RestConfig.Update update) {
    return new Writing(
        update.method(),
        PathTemplate.ofUpdate(update.path()),
        Expression.compile(update.body()),
        Outcome.Rules.of(update));
  }

  String path(Map<String, Object> view, String ticket) {
    Object reference = Optional.ofNullable(view.get("trackingId")).orElse("");
    return target.with(Map.of("ticket", ticket, "reference", reference.toString()));
  }

  byte[] json(Map<String, Object> view) throws ExpressionFailure {
    Object made = body.evaluate(view);
    if (!(made instanceof Map)) {
      throw new ExpressionFailure("is no object");
    }
    byte[] bytes = Json.write(made);
    if (bytes.length > BODY_BYTES_MAX) {
      throw new ExpressionFailure("is larger than " + BODY_BYTES_MAX + " bytes");
    }
    return bytes;
  }
}
