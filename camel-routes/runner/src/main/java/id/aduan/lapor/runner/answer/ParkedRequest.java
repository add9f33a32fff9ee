package id.aduan.lapor.runner.answer;

import id.aduan.lapor.http.HttpCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The requests by which something that waits would go out: it names people. Of a header that is
 * none of ours the value is hidden, since it may be a credential.
 *
 * @param otherwise why there is none, or why there may be another first; empty if neither
 */
public record ParkedRequest(String id, List<Call> calls, String otherwise) {
  /** What stands for a value that is not shown. */
  public static final String HIDDEN = "(hidden)";

  private static final Set<String> SHOWN =
      Set.of("accept", "content-type", "idempotency-key", "soapaction");

  public ParkedRequest {
    calls = List.copyOf(calls);
  }

  /**
   * One request, without what the transport adds: {@code Host}, the length, the connection.
   *
   * @param encoding of the body: {@code utf-8} where it is text, otherwise {@code base64}
   */
  public record Call(
      String method, String uri, Map<String, String> headers, String encoding, String body) {}

  /** Shows calls that were recorded. */
  public static ParkedRequest of(String id, List<HttpCall> calls, String otherwise) {
    return new ParkedRequest(id, calls.stream().map(ParkedRequest::shown).toList(), otherwise);
  }

  private static Call shown(HttpCall call) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    call.headers().forEach((name, value) -> headers.put(name, isShown(name) ? value : HIDDEN));
    call.body().ifPresent(body -> headers.put("Content-Type", body.contentType()));
    ParkedContent.Text body =
        ParkedContent.Text.of(call.body().map(HttpCall.Body::bytes).orElse(new byte[0]));
    return new Call(call.method(), call.uri().toString(), headers, body.encoding(), body.content());
  }

  private static boolean isShown(String header) {
    return SHOWN.contains(header.toLowerCase(Locale.ROOT));
  }
}
