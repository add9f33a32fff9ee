package id.aduan.lapor.runner.config;

import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The key {@code webhook} of the portal or an agency: how a callback of theirs is known. */
final class WebhookSection {
  private WebhookSection() {}

  /**
   * The secrets that a side may sign with, newest first; none where it does not push. A listener
   * without a secret would prove nothing, so it is refused (S2).
   */
  static List<SigningSecret> secrets(YamlMap side) {
    Optional<YamlMap> webhook = side.optionalMap("webhook");
    if (webhook.isEmpty()) {
      return List.of();
    }
    webhook.get().rejectUnknownKeys("secrets");
    List<YamlScalar> written = webhook.get().scalars("secrets");
    if (written.isEmpty()) {
      webhook
          .get()
          .problem(
              "the webhook has no secret, so nothing could be verified",
              "secrets: [\"${env:NAME}\"], or no 'webhook' at all to live by polling");
    }
    return written.stream().flatMap(secret -> signing(secret).stream()).toList();
  }

  private static Optional<SigningSecret> signing(YamlScalar written) {
    return written
        .asSecret()
        .flatMap(
            secret -> {
              try {
                return Optional.of(SigningSecret.parse(secret.reveal()));
              } catch (IllegalArgumentException e) {
                written.problem(
                    "%s: %s".formatted(written.text(), e.getMessage()),
                    "make one with: openssl rand -base64 32");
                return Optional.empty();
              }
            });
  }
}
