package id.aduan.lapor.runner.config;

import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.sync.ReplyRules;
import java.time.Duration;
import java.util.Optional;

/**
 * The portal's side.
 *
 * @param filing how reports of local systems are filed; empty where none are
 */
public record PortalConfig(
    PortalWire wire,
    WebhookConfig webhook,
    Duration pollEvery,
    PortalReading reading,
    Exports exports,
    Optional<FilingSettings> filing,
    ReplyRules replies) {}
