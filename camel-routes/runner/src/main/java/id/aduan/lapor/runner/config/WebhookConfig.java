package id.aduan.lapor.runner.config;

import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How one side proves its callbacks: by signatures or by a token, never both.
 *
 * @param secrets newest first
 */
public record WebhookConfig(List<SigningSecret> secrets, Optional<TokenVerifier> token) {
  /** The side does not push, and polling does it all. */
  public static final WebhookConfig NONE = new WebhookConfig(List.of(), Optional.empty());

  public WebhookConfig {
    secrets = List.copyOf(secrets);
  }

  /** Whether the side pushes at all. */
  public boolean pushed() {
    return !secrets.isEmpty() || token.isPresent();
  }

  /** What proves a callback; to be asked of a side that pushes. */
  public WebhookCheck check(InstantSource time) {
    return token.<WebhookCheck>map(it -> it).orElseGet(() -> new WebhookVerifier(secrets, time));
  }

  /** Whether a secret or a token of one side is also the other's. */
  boolean sharesWith(WebhookConfig other) {
    boolean secret =
        secrets.stream().anyMatch(one -> other.secrets.stream().anyMatch(one::isSameAs));
    return secret || token.flatMap(one -> other.token.filter(one::sharesWith)).isPresent();
  }
}
