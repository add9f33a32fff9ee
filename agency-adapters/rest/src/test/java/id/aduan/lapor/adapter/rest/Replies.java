package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Answers for tests of what decides over them. */
final class Replies {
  static final HttpCall CALL =
      HttpEndpoint.of(URI.create("https://dinas.example.go.id"), new HttpAuth.None())
          .call("POST", "/tiket", Map.of(), Optional.empty());

  private Replies() {}

  static HttpReply json(int status, String body) {
    return reply(status, "application/json", body);
  }

  static HttpReply reply(int status, String type, String body) {
    return new HttpReply(
        status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
  }
}
