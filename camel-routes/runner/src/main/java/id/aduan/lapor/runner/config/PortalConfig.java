package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.webhook.SigningSecret;
import java.time.Duration;
import java.util.List;

/**
 * The portal's side.
 *
 * @param webhookSecrets newest first; empty when the portal does not push, and polling does it all
 */
public record PortalConfig(
    V3Settings settings, List<SigningSecret> webhookSecrets, Duration pollEvery) {
  public PortalConfig {
    webhookSecrets = List.copyOf(webhookSecrets);
  }
}
