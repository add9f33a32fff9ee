package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is genuine and could not be kept, by whatever mistake of ours, is asked for again. */
@Tag("C2")
class WebhookBugTest extends WebhookRig {
  @Override
  Optional<WebhookIntake> webhooks(RunnerConfig config) {
    InstantSource time = InstantSource.system();
    return Optional.of(
        new WebhookIntake(
            connector.store(),
            new WebhookVerifier(List.of(SigningSecret.parse(SampleConfig.SECRET)), time),
            raw -> {
              throw new IllegalStateException("Siti ZZPII-1");
            },
            new ComplaintIntake(connector.store(), config.mapping(), config.deadlines(), () -> {}),
            time));
  }

  @Test
  void aFailureOfAnyKindIsAnswered503AndTheSenderRepeatsIt() throws Exception {
    HttpResponse<String> response = send(signed(event, complaint("9100001")));

    assertProblem(response, 503, "store.unavailable");
    assertThat(response.headers().firstValue("retry-after")).hasValue("30");
    assertThat(response.body()).doesNotContain("ZZPII");
  }
}
