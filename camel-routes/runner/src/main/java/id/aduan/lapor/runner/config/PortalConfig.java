package id.aduan.lapor.runner.config;

import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.portal.v3.V3Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * The portal's side.
 *
 * @param filing how reports of local systems are filed; empty where none are
 */
public record PortalConfig(
    V3Settings settings,
    WebhookConfig webhook,
    Duration pollEvery,
    Optional<FilingSettings> filing) {}
