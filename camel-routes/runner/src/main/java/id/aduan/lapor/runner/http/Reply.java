package id.aduan.lapor.runner.http;

import id.aduan.lapor.delivery.Inbox.Entry;
import id.aduan.lapor.delivery.Inbox.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it goes over the wire. Its texts are our own: nothing that a caller sent comes back
 * to it.
 */
record Reply(int status, Map<String, String> headers, String body) {
  static final String REQUEST_ID = "X-Request-Id";
  private static final String RETRY_AFTER_SECONDS = "30";

  /** Kept, and told in the same words each time (C2). */
  static Reply kept(Receipt receipt, String requestId) {
    return new Reply(
        202,
        Map.of("Content-Type", "application/json", REQUEST_ID, requestId),
        "{\"outcome\":\"%s\",\"code\":\"%s\",\"reference\":\"%s\"}"
            .formatted(outcome(receipt), receipt.code(), receipt.reference()));
  }

  /** What became of an event; nothing of a person is in it. */
  static Reply found(Entry event, String requestId) {
    Receipt receipt = event.receipt();
    return new Reply(
        200,
        Map.of(
            "Content-Type", "application/json", "Cache-Control", "no-store", REQUEST_ID, requestId),
        "{\"reference\":\"%s\",\"outcome\":\"%s\",\"code\":\"%s\",\"receivedAt\":\"%s\"%s}"
            .formatted(
                receipt.reference(),
                outcome(receipt),
                receipt.code(),
                event.receivedAt(),
                event.complaint().map(id -> ",\"complaint\":\"" + id.value() + "\"").orElse("")));
  }

  private static String outcome(Receipt receipt) {
    return receipt.quarantined() ? "quarantined" : "accepted";
  }

  /** A problem by RFC 9457. */
  static Reply error(ErrorKind kind, String requestId) {
    return error(kind, requestId, "");
  }

  /**
   * A problem with a text of ours that says more. A 401 is the same to the byte for every cause, so
   * its request is named in the header alone.
   */
  static Reply error(ErrorKind kind, String requestId, String detail) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/problem+json");
    headers.put("Cache-Control", "no-store");
    headers.put(REQUEST_ID, requestId);
    if (kind.status() == ErrorKind.UNAVAILABLE.status()) {
      headers.put("Retry-After", RETRY_AFTER_SECONDS);
    }
    String more = detail.isEmpty() ? "" : ",\"detail\":\"" + detail + "\"";
    String id = kind == ErrorKind.UNSIGNED ? "" : ",\"requestId\":\"" + requestId + "\"";
    return new Reply(
        kind.status(),
        headers,
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"%s%s}"
            .formatted(kind.title(), kind.status(), kind.code(), more, id));
  }

  /** The same with one more header. */
  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
