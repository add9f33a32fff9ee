package id.aduan.lapor.runner.config;

import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import java.util.List;
import java.util.Optional;

/**
 * How the portal proves its callbacks: by signatures or by a token, never both.
 *
 * @param secrets newest first
 */
public record WebhookConfig(List<SigningSecret> secrets, Optional<TokenVerifier> token) {
  /** The portal does not push, and polling does it all. */
  public static final WebhookConfig NONE = new WebhookConfig(List.of(), Optional.empty());

  public WebhookConfig {
    secrets = List.copyOf(secrets);
  }

  /** Whether the portal pushes at all. */
  public boolean pushed() {
    return !secrets.isEmpty() || token.isPresent();
  }
}
