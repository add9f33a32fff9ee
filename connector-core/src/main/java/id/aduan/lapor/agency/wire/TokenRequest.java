package id.aduan.lapor.agency.wire;

import id.aduan.lapor.agency.wire.HttpAuth.OAuth2.Credentials;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.RetryAfter;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.json.JsonFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The request for a token by client credentials (RFC 6749 4.4), and what its answer means. Nothing
 * of an answer is quoted but a code that the standard names.
 */
record TokenRequest(HttpAuth.OAuth2 client) {
  static final int REPLY_BYTES_MAX = 64 * 1024;
  static final String NOTHING_SENT = "; without a token nothing was sent";

  /** What the standard lets an issuer say (5.2). */
  private static final Set<String> CODES =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  HttpCall call(HttpBounds bounds, TlsIdentity tls) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    client.scope().ifPresent(scope -> form.put("scope", scope));
    form.putAll(client.parameters());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    if (client.credentials() == Credentials.BASIC) {
      String pair = encoded(client.clientId()) + ":" + encoded(client.clientSecret().reveal());
      headers.put(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    } else {
      form.put("client_id", client.clientId());
      form.put("client_secret", client.clientSecret().reveal());
    }
    String written =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpCall(
        "POST",
        client.tokenUri(),
        headers,
        Optional.of(
            new HttpCall.Body(
                "application/x-www-form-urlencoded", written.getBytes(StandardCharsets.UTF_8))),
        bounds,
        tls);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static AccessToken read(HttpCall call, HttpReply reply, Instant now) throws HttpFailure {
    String what = call.summary() + " was answered with " + reply.status();
    int status = reply.status();
    if (reply.isSuccess()) {
      return AccessToken.read(reply.body(), now)
          .orElseThrow(
              () -> new HttpFailure(Kind.NOT_SENT, what + " and no usable token" + NOTHING_SENT));
    }
    if (status == 400 || status == 401 || status == 403) {
      throw new HttpFailure(Kind.NOT_ADMITTED, what + code(reply) + NOTHING_SENT);
    }
    throw HttpFailure.busy(what + NOTHING_SENT, RetryAfter.of(reply, now).orElse(Duration.ZERO));
  }

  private static String code(HttpReply reply) {
    return JsonFields.read(reply.body())
        .map(fields -> fields.getOrDefault("error", ""))
        .filter(CODES::contains)
        .map(code -> " (" + code + ")")
        .orElse("");
  }
}
