package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyAdapterFactory;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The key {@code agencies}: a code, who it is, and the adapter's own settings under the adapter's
 * name.
 */
final class AgenciesSection {
  private static final List<String> KEYS =
      List.of(
          "name",
          "kind",
          "adapter",
          "poll",
          "webhook",
          "concurrency",
          "rate",
          "paused",
          "returnedStatus",
          AgencyFilesSection.ATTACHMENTS,
          ReachSection.REACH,
          ReachSection.INSTITUTION,
          "deadlines",
          "contacts");
  private static final int CONCURRENCY = 8;
  private static final int CONCURRENCY_MAX = 256;
  private static final int CALLS_MAX = 100_000;
  private static final Duration PER_MIN = Duration.ofSeconds(1);
  private static final Duration PER_MAX = Duration.ofDays(1);

  private final Map<String, AgencyAdapterFactory> factories = new TreeMap<>();
  private final AdapterContext context;
  private final List<Problem> notices;
  private final Map<String, YamlScalar> codes = new LinkedHashMap<>();
  private final List<WebhookConfig> taken = new ArrayList<>();
  private final List<AgencyConfig> found = new ArrayList<>();
  private final Map<String, Duration> callMax = new LinkedHashMap<>();

  AgenciesSection(AdapterContext context, List<Problem> notices) {
    this.context = context;
    this.notices = notices;
    ServiceLoader.load(AgencyAdapterFactory.class)
        .forEach(factory -> factories.put(factory.type(), factory));
  }

  /** Every code as written, right or wrong: a fault of one is not told again by the mapping. */
  Set<String> codes() {
    return codes.keySet();
  }

  List<AgencyConfig> found() {
    return found;
  }

  /** How long a call to each agency may take, as far as its adapter has the usual key for it. */
  Map<String, Duration> callMax() {
    return callMax;
  }

  /**
   * @param ofThePortal whose secrets and tokens none of the agencies may share
   */
  void read(YamlMap agencies, WebhookConfig ofThePortal) {
    taken.add(ofThePortal);
    agencies.keys().forEach(code -> codes.put(code.text(), code));
    codes.values().forEach(code -> code(code).ifPresent(it -> read(it, agencies)));
    if (codes.isEmpty()) {
      agencies.problem("there is no agency", "write one below 'agencies'");
    }
  }

  static Optional<AgencyCode> code(YamlScalar key) {
    if (Targets.isReserved(key.text())) {
      key.problem("no agency may be called " + key.excerpt(), "that name is the connector's own");
      return Optional.empty();
    }
    try {
      return Optional.of(new AgencyCode(key.text()));
    } catch (IllegalArgumentException e) {
      key.problem(
          "an agency's code must not be " + key.excerpt(),
          "lower-case letters, digits and hyphens, at most 32");
      return Optional.empty();
    }
  }

  private void read(AgencyCode code, YamlMap agencies) {
    YamlMap agency = agencies.requiredMap(code.value());
    agency.rejectUnknownKeys(
        Stream.concat(KEYS.stream(), factories.keySet().stream()).toArray(String[]::new));
    String name = agency.requiredString("name");
    AgencyKind kind = agency.optionalEnum("kind", AgencyKind.class).orElse(AgencyKind.OTHER);
    int concurrency = agency.optionalInt("concurrency", 1, CONCURRENCY_MAX).orElse(CONCURRENCY);
    Optional<RateLimit> rate = agency.optionalMap("rate").flatMap(AgenciesSection::rate);
    Optional<Boolean> paused = agency.optionalBoolean("paused");
    WebhookConfig webhook = webhook(agency);
    List<String> returned =
        agency.scalars("returnedStatus").stream().flatMap(word -> word.asText().stream()).toList();
    Optional<String> reach = ReachSection.read(agency);
    Optional<AgencyFileLimits> files = AgencyFilesSection.read(agency);
    agency.requireKeys("adapter");
    agency
        .scalar("adapter")
        .flatMap(type -> type.asOneOf(factories.keySet(), "adapter"))
        .flatMap(type -> Optional.ofNullable(factories.get(type)))
        .ifPresent(
            factory -> {
              refuseOthers(agency, factory.type());
              YamlMap settings = agency.requiredMap(factory.type());
              noticeTls(code, settings);
              callMax.put(code.value(), HttpEndpoint.deadline(settings));
              AgencyAdapter adapter = factory.create(code, settings, context);
              refuseUnread(agency, adapter);
              found.add(
                  new AgencyConfig(
                      code,
                      name,
                      kind,
                      adapter,
                      PollSection.every(agency),
                      concurrency,
                      rate,
                      paused,
                      webhook,
                      returned,
                      reach,
                      files,
                      http -> factory.create(code, settings, by(http))));
            });
  }

  private AdapterContext by(HttpTransport http) {
    return new AdapterContext(http, context.clock(), context.directory());
  }

  private static Optional<RateLimit> rate(YamlMap rate) {
    rate.rejectUnknownKeys("calls", "per");
    rate.requireKeys("calls");
    Duration per = rate.optionalDuration("per", PER_MIN, PER_MAX).orElse(PER_MIN);
    return rate.optionalInt("calls", 1, CALLS_MAX).map(calls -> new RateLimit(calls, per));
  }

  /** Whoever has a secret or a token speaks for its owner, so that no two may have the same. */
  private WebhookConfig webhook(YamlMap agency) {
    WebhookConfig webhook = WebhookSection.read(agency);
    agency.optionalMap("webhook").ifPresent(it -> refuseShared(it, webhook));
    return webhook;
  }

  /** The same for another side; to be asked once for each. */
  void refuseShared(YamlMap side, WebhookConfig webhook) {
    if (taken.stream().anyMatch(webhook::sharesWith)) {
      side.problem(
          "a secret or token of this webhook is another side's as well",
          "each needs its own: openssl rand -base64 32");
    }
    taken.add(webhook);
  }

  /** What is pushed and cannot be read would be kept aside, message by message. */
  private static void refuseUnread(YamlMap agency, AgencyAdapter adapter) {
    if (agency.has("webhook") && !adapter.capabilities().contains(Capability.PUSH)) {
      agency
          .optionalMap("webhook")
          .ifPresent(
              webhook ->
                  webhook.problem(
                      "the adapter is not told how to read what is pushed",
                      "for 'rest': write 'push' below its settings"));
    }
  }

  private void refuseOthers(YamlMap agency, String type) {
    for (YamlScalar key : agency.keys()) {
      if (factories.containsKey(key.text()) && !key.text().equals(type)) {
        key.problem(
            "the settings " + key.excerpt() + " are not read", "the adapter is '" + type + "'");
      }
    }
  }

  private void noticeTls(AgencyCode code, YamlMap settings) {
    PortalSection.noticeTls("agency " + code, settings, context.directory(), notices);
  }
}
