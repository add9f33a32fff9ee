package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.Exports;
import java.time.Duration;

/** The portal's side. */
public record PortalConfig(
    PortalWire wire,
    WebhookConfig webhook,
    Duration pollEvery,
    PortalReading reading,
    Exports exports) {}
