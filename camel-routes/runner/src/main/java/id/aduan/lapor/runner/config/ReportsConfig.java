package id.aduan.lapor.runner.config;

import id.aduan.lapor.notification.http.ReportForm;

/**
 * How a gateway reports what became of messages, and how it proves that it does.
 *
 * @param webhook by which it is {@link WebhookConfig#pushed() pushed}
 */
public record ReportsConfig(WebhookConfig webhook, ReportForm form) {}
