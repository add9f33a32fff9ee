package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.sync.ReplyRules;
import java.time.Duration;

/** The portal's side. */
public record PortalConfig(
    PortalWire wire,
    WebhookConfig webhook,
    Duration pollEvery,
    PortalReading reading,
    ReplyRules replies,
    Exports exports) {}
