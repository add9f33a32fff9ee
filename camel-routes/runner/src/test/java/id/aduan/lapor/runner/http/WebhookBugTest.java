package id.aduan.lapor.runner.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.http.RecordingTransport;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.ComplaintFiles;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.PendingArrivals;
import id.aduan.lapor.sync.Reception;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.Unfamiliar;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is genuine is kept, or asked for again, by whatever mistake of ours it failed. */
@Tag("C2")
class WebhookBugTest extends WebhookRig {
  private final Callbacks.Memory memory =
      new Callbacks.Memory(new ByteBudget(1_000_000), new ByteBudget(1_000_000));

  @Override
  Optional<WebhookIntake> webhooks(RunnerConfig config) {
    InstantSource time = InstantSource.system();
    Reception reception = new Reception(connector.store(), time, alert -> {});
    PortalMessages messages =
        raw -> {
          if (new String(raw, UTF_8).contains("9100001")) {
            throw new IllegalStateException("Siti ZZPII-1");
          }
          throw new AssertionError("Siti ZZPII-2");
        };
    return Optional.of(
        new WebhookIntake(
            reception,
            new WebhookVerifier(List.of(SigningSecret.parse(SampleConfig.SECRET)), time),
            new PendingArrivals(reception, messages, intake(config, time))));
  }

  private ComplaintIntake intake(RunnerConfig config, InstantSource time) {
    return new ComplaintIntake(
        connector.store(),
        new IntakeParts(
            config.portal().wire().open(new RecordingTransport(), time, new Random(1)),
            Mappings.of(config.mapping()),
            new Timekeeper(connector.store(), config.deadlines()),
            new CaseNotices(
                connector.store(), config.deadlines(), Notifications.NONE, target -> {}),
            agency -> false,
            Unfamiliar.UNHEARD,
            target -> {},
            ComplaintFiles.NONE));
  }

  @Override
  Callbacks.Memory memory() {
    return memory;
  }

  /** It would fail each time, so that it must not come again (C11). */
  @Test
  @Tag("C11")
  void whatOurReaderFailsOnIsSetAside() throws Exception {
    HttpResponse<String> response = send(signed(event, complaint("9100001")));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).contains("\"quarantined\",\"code\":\"processing.failed\"");
    assertThat(response.body()).doesNotContain("ZZPII");
  }

  @Test
  @Tag("C22")
  void aFailureOfAnyKindIsAnswered503AndHoldsNoMemory() throws Exception {
    HttpResponse<String> response = send(signed(event, complaint("9100002")));

    assertProblem(response, 503, "store.unavailable");
    assertThat(response.headers().firstValue("retry-after")).hasValue("30");
    assertThat(response.body()).doesNotContain("ZZPII");
    await().untilAsserted(() -> assertThat(memory.keeping().taken()).isZero());
  }
}
