package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.SampleConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Row 36: whoever asks too often is told so, and when to come again. */
@Tag("C2")
@Tag("S22")
class RateTest extends WebhookRig {
  private static final int BURST = 20;

  @Override
  void adapt(SampleConfig sample) {
    sample.replace(
        "port: 0, admin",
        "port: 0, ratePerAddress: {perSecond: 1, burst: "
            + BURST
            + "}, trustedProxies: [127.0.0.1], admin");
  }

  @Test
  @Tag("F65")
  void row36_tenTimesTheBurstIsAnswered429() throws Exception {
    List<RawAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 10 * BURST; i++) {
      answers.add(unproven("10.36.0.1").sendTo(ingress.address()));
    }

    List<RawAnswer> refused = answers.stream().filter(it -> it.status() == 429).toList();
    assertThat(refused).hasSizeGreaterThan(8 * BURST);
    assertThat(refused)
        .allSatisfy(
            it -> {
              it.isProblem(429, "http.rate");
              assertThat(it.head())
                  .containsPattern("Retry-After: [1-9]")
                  .contains("Connection: close");
            });
    assertThat(answers.subList(0, BURST)).extracting(RawAnswer::status).containsOnly(401);
    Happened.times("F65", refused.size(), "requests beyond the rate");
  }

  /** Unproven, and so kept nowhere. */
  private static RawRequest unproven(String sender) {
    return plain("POST /webhooks/portal HTTP/1.1")
        .unframed()
        .with("Content-Type", "application/json")
        .with("Content-Length", "0")
        .with("X-Forwarded-For", sender);
  }

  @Test
  void aBodyIsNotWaitedFor() throws Exception {
    for (int i = 0; i < 2 * BURST; i++) {
      unproven("10.36.0.6").sendTo(ingress.address());
    }

    // Half a body: whoever reads it would answer 408.
    unproven("10.36.0.6")
        .without("Content-Length")
        .with("Content-Length", "100")
        .sendTo(ingress.address())
        .isProblem(429, "http.rate");
  }

  @Test
  void aSenderThatAsksTooOftenTakesNothingFromAnother() throws Exception {
    for (int i = 0; i < 2 * BURST; i++) {
      unproven("10.36.0.2").sendTo(ingress.address());
    }

    genuine(event, complaint("9100001"))
        .with("X-Forwarded-For", "10.36.0.3")
        .sendTo(ingress.address())
        .isAccepted();
    unproven("10.36.0.2").sendTo(ingress.address()).isProblem(429, "http.rate");
  }

  @Test
  void row23_onlyTheWordOfATrustedProxyCounts() throws Exception {
    for (int i = 0; i < 2 * BURST; i++) {
      unproven("10.36.%d.1, 10.36.0.4".formatted(i)).sendTo(ingress.address());
    }

    unproven("10.36.0.4").sendTo(ingress.address()).isProblem(429, "http.rate");
  }

  @Test
  void everyAddressIsCountedNotOnlyTheWebhooks() throws Exception {
    for (int i = 0; i < 2 * BURST; i++) {
      plain("GET /nothing HTTP/1.1").with("X-Forwarded-For", "10.36.0.5").sendTo(ingress.address());
    }

    plain("GET /nothing HTTP/1.1")
        .with("X-Forwarded-For", "10.36.0.5")
        .sendTo(ingress.address())
        .isProblem(429, "http.rate");
  }
}
