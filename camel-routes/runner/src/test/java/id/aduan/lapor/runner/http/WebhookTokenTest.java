package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.SampleConfig;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A portal that cannot sign sends a token instead; the bytes of an event are its id then. */
@Tag("C2")
@Tag("C3")
class WebhookTokenTest extends WebhookRig {
  @Override
  void adapt(SampleConfig sample) {
    sample.replace(
        "{secrets: [\"${env:HOOK}\"]}",
        "{token: {header: X-Portal-Token, value: [\"${env:TOKEN_NEW}\", \"${env:TOKEN_OLD}\"]}}");
  }

  private static RawRequest push(String body) {
    return plain("POST /webhooks/portal HTTP/1.1")
        .with("Content-Type", "application/json")
        .with("x-portal-token", "ZZSEC-invented-token-1")
        .body(body);
  }

  private RawAnswer ask(RawRequest request) throws Exception {
    return request.sendTo(ingress.address());
  }

  @Test
  void theSameBytesAgainAreTheSameEventAndOthersAreAnother() throws Exception {
    RawAnswer first = ask(push(complaint("9100001"))).isAccepted();

    assertThat(ask(push(complaint("9100001"))).body()).isEqualTo(first.body());
    assertThat(ask(push(complaint("9100001") + " ")).isAccepted().reference())
        .isNotEqualTo(first.reference());
  }

  @Test
  void whileATokenIsRotatedTheOldOneCountsToo() throws Exception {
    ask(push(complaint("9100002")).set("X-Portal-Token", "ZZSEC-invented-token-0")).isAccepted();
  }

  @Test
  void anyDoubtIsAnsweredByTheSameBytesAndASignatureProvesNothingHere() throws Exception {
    List<RawAnswer> doubtful =
        List.of(
            ask(push("{}").without("x-portal-token")),
            ask(push("{}").set("x-portal-token", "")),
            ask(push("{}").set("x-portal-token", "ZZSEC-invented-token-9")),
            ask(push("{}").set("x-portal-token", "Bearer ZZSEC-invented-token-1")),
            ask(genuine(event, "{}")));

    assertThat(doubtful).allSatisfy(it -> it.isProblem(401, "signature.invalid"));
    assertThat(doubtful).extracting(RawAnswer::body).containsOnly(doubtful.get(0).body());
  }

  @Test
  void aTokenThatIsSentTwiceIsRefused() throws Exception {
    ask(push("{}").with("X-Portal-Token", "x")).isProblem(400, "header.invalid");
  }

  @Test
  void whatBecameOfAnEventIsToldForTheToken() throws Exception {
    String reference = ask(push(complaint("9100003"))).isAccepted().reference();
    RawRequest question =
        push("").without("Content-Type").line("GET /webhooks/portal/" + reference + " HTTP/1.1");

    assertThat(ask(question).body()).contains("\"outcome\":\"accepted\"", "9100003");
    ask(question.without("x-portal-token")).isProblem(401, "signature.invalid");
  }
}
