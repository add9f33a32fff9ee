package id.aduan.lapor.runner.config;

import id.aduan.lapor.json.JsonPlace;
import id.aduan.lapor.notification.Receipts.Report;
import id.aduan.lapor.notification.http.GatewayConfig;
import id.aduan.lapor.notification.http.ReportForm;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The key {@code notifications.sms.reports}: how a gateway tells what became of messages. */
final class ReportsSection {
  private ReportsSection() {}

  /** Reads it below the settings of the gateway. */
  static Optional<ReportsConfig> read(YamlMap gateway, BiConsumer<YamlMap, WebhookConfig> secrets) {
    return gateway.optionalMap("reports").flatMap(it -> reports(gateway, it, secrets));
  }

  private static Optional<ReportsConfig> reports(
      YamlMap gateway, YamlMap reports, BiConsumer<YamlMap, WebhookConfig> secrets) {
    reports.rejectUnknownKeys("webhook", "id", "status", "delivered", "read", "failed");
    reports.requireKeys("webhook", "id", "status");
    WebhookConfig webhook = WebhookSection.read(reports);
    reports.optionalMap("webhook").ifPresent(it -> secrets.accept(it, webhook));
    Optional<JsonPlace> id = GatewayConfig.pointer(reports, "id");
    Optional<JsonPlace> status = GatewayConfig.pointer(reports, "status");
    Map<String, Report> words = new HashMap<>();
    for (Report report : Report.values()) {
      for (YamlScalar word : reports.scalars(report.name().toLowerCase(Locale.ROOT))) {
        word.asText().ifPresent(it -> put(words, word, it, report));
      }
    }
    if (words.isEmpty()) {
      reports.problem("no word of a report says anything", "delivered: [DELIVRD]");
    }
    if (!gateway.has("messageId")) {
      reports.problem(
          "a report cannot be told to belong to a message", "write 'messageId' beside 'reports'");
    }
    return id.isPresent() && status.isPresent()
        ? Optional.of(new ReportsConfig(webhook, new ReportForm(id.get(), status.get(), words)))
        : Optional.empty();
  }

  private static void put(Map<String, Report> words, YamlScalar place, String word, Report report) {
    Report before = words.putIfAbsent(word.toLowerCase(Locale.ROOT), report);
    if (before != null && before != report) {
      place.problem(place.excerpt() + " says two things", "write it once");
    }
  }
}
