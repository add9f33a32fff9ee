package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S2")
class LaporConnectorBuilderTest {
  private static final List<SigningSecret> SECRETS =
      List.of(SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
  private static final TokenVerifier TOKEN =
      TokenVerifier.of("X-T", List.of("ZZSEC-invented-token-1"));

  private final LaporConnectorBuilder builder =
      LaporConnector.builder().agency("dishub", new FakeAgency());

  @Test
  void a_callback_is_proven_by_signatures_or_by_a_token_or_not_taken() {
    assertThat(builder.webhookCheck(InstantSource.system())).isEmpty();
    assertThat(builder.webhookSecrets(SECRETS).webhookCheck(InstantSource.system()))
        .containsInstanceOf(WebhookVerifier.class);
    assertThat(
            builder
                .webhookSecrets(List.of())
                .webhookToken(TOKEN)
                .webhookCheck(InstantSource.system()))
        .containsInstanceOf(TokenVerifier.class);
  }

  @Test
  void both_at_once_are_a_mistake() {
    assertThatThrownBy(() -> builder.webhookSecrets(SECRETS).webhookToken(TOKEN).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not both");
  }
}
