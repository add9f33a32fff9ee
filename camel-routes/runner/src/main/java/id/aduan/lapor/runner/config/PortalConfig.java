package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.sync.ReplyRules;
import java.time.Duration;

/** The portal's side. */
public record PortalConfig(
    V3Settings settings, WebhookConfig webhook, Duration pollEvery, ReplyRules replies) {}
