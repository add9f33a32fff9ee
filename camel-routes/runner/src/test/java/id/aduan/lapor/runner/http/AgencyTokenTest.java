package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.SampleConfig;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agency whose system cannot sign sends a token of its own instead. */
@Tag("C2")
@Tag("C3")
class AgencyTokenTest extends WebhookRig {
  private static final String CHANGE =
      """
      {"id": "c1", "no": "T-1", "ref": "9400001", "at": "2026-11-02T09:00:00+07:00",
       "text": "Sudah", "status": "open", "visibility": "internal"}""";

  @Override
  void adapt(SampleConfig sample) {
    sample.replace(
        "    kind: opd\n",
        """
            kind: opd
            webhook: {token: {header: X-Kunci, value: "${env:TOKEN_OLD}"}}
        """);
    sample.replace(
        "mapping: ",
        """
              push:
                item: {id: /id, ticket: /no, reference: /ref, at: /at, text: /text, status: /status,
                       publicWhen: visibility = "public"}
        mapping:\s""");
  }

  private static RawRequest push(String code) {
    return plain("POST /webhooks/agencies/" + code + " HTTP/1.1")
        .with("Content-Type", "application/json")
        .with("x-kunci", "ZZSEC-invented-token-0")
        .body(CHANGE);
  }

  private RawAnswer ask(RawRequest request) throws Exception {
    return request.sendTo(ingress.address());
  }

  @Test
  void theSameBytesAgainAreTheSameEvent() throws Exception {
    RawAnswer first = ask(push("dishub")).isAccepted();

    assertThat(ask(push("dishub")).body()).isEqualTo(first.body());
  }

  @Test
  void anyDoubtIsAnsweredByTheSameBytesAndTheTokenOpensNoOtherAddress() throws Exception {
    List<RawAnswer> doubtful =
        List.of(
            ask(push("dishub").without("x-kunci")),
            ask(push("dishub").set("x-kunci", "ZZSEC-invented-token-1")),
            ask(push("dishub").with("X-Kunci", "x")),
            ask(push("dishub").without("x-kunci").with("webhook-id", "a.b")),
            ask(push("nobody").with("webhook-id", "a.b")),
            ask(push("kantah")),
            ask(push("nobody").without("x-kunci")));

    assertThat(doubtful).allSatisfy(it -> it.isProblem(401, "signature.invalid"));
    assertThat(doubtful).extracting(RawAnswer::body).containsOnly(doubtful.get(0).body());
  }
}
