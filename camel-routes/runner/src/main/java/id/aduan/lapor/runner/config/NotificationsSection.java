package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Templates;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.notification.http.GatewayConfig;
import id.aduan.lapor.notification.http.GatewayMessenger;
import id.aduan.lapor.notification.http.WebhookMessenger;
import id.aduan.lapor.routes.mail.CamelMessenger;
import id.aduan.lapor.webhook.WebhookSigner;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The keys {@code notifications} and {@code agencies.CODE.contacts}: by which ways officials are
 * told, who they are, and in which words. Without the section nobody is told anything.
 */
final class NotificationsSection {
  private final Path directory;
  private final HttpTransport http;
  private final Problems problems;
  private final List<Problem> notices;
  private final BiConsumer<YamlMap, WebhookConfig> secrets;
  private final Map<Channel, Messenger> messengers = new EnumMap<>(Channel.class);
  private Optional<CamelMessenger> mail = Optional.empty();

  /**
   * @param http the way out of webhooks and gateways
   * @param problems gets the faults of files that the section names
   * @param secrets asked of each side that proves itself or is proven to by secrets
   */
  NotificationsSection(
      Path directory,
      HttpTransport http,
      Problems problems,
      List<Problem> notices,
      BiConsumer<YamlMap, WebhookConfig> secrets) {
    this.secrets = secrets;
    this.directory = directory;
    this.http = http;
    this.problems = problems;
    this.notices = notices;
  }

  /**
   * Reads both keys.
   *
   * @param names of agencies by code
   */
  NotificationsConfig read(YamlMap file, Map<AgencyCode, String> names) {
    Optional<YamlMap> section = file.optionalMap("notifications");
    section.ifPresent(this::ways);
    Map<Role, Contact> common = section.map(it -> ContactsSection.read(it, true)).orElse(Map.of());
    Map<AgencyCode, Map<Role, Contact>> each =
        file.optionalMap("agencies").map(it -> each(it, section.isPresent())).orElse(Map.of());
    Wording wording = section.map(it -> wording(it, names)).orElseGet(Wording::shipped);
    return new NotificationsConfig(
        new Notifications(
            Directory.of(each, common), wording, LadderSection.read(file), messengers),
        section
            .flatMap(it -> it.optionalMap("sms"))
            .flatMap(sms -> ReportsSection.read(sms, secrets)),
        mail);
  }

  private void ways(YamlMap section) {
    section.rejectUnknownKeys(
        "email", "webhook", "sms", "contacts", "ladder", "templates", "portalLink");
    InstantSource time = InstantSource.system();
    section
        .optionalMap("email")
        .flatMap(it -> new MailSection(it, directory, notices).read())
        .map(CamelMessenger::new)
        .ifPresent(
            it -> {
              mail = Optional.of(it);
              messengers.put(Channel.EMAIL, it);
            });
    section
        .optionalMap("webhook")
        .flatMap(this::signer)
        .ifPresent(
            it ->
                messengers.put(
                    Channel.WEBHOOK, new WebhookMessenger(it.signer(), it.bounds(), http, time)));
    section
        .optionalMap("sms")
        .flatMap(it -> GatewayConfig.read(it, directory))
        .ifPresent(it -> messengers.put(Channel.SMS, new GatewayMessenger(it, http, time)));
    section
        .optionalMap("sms")
        .ifPresent(it -> PortalSection.noticeTls("the gateway", it, directory, notices));
  }

  private record Signed(WebhookSigner signer, HttpBounds bounds) {}

  private Optional<Signed> signer(YamlMap webhook) {
    webhook.rejectUnknownKeys("secrets", "connect", "deadline");
    HttpBounds bounds =
        new HttpBounds(
            webhook
                .optionalDuration("connect", Duration.ofMillis(100), Duration.ofMinutes(1))
                .orElse(HttpEndpoint.CONNECT),
            HttpEndpoint.deadline(webhook),
            HttpEndpoint.REPLY_BYTES_MAX);
    webhook.requireKeys("secrets");
    var own = WebhookSection.secrets(webhook);
    secrets.accept(webhook, new WebhookConfig(own, Optional.empty()));
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signed(new WebhookSigner(own), bounds));
  }

  private Map<AgencyCode, Map<Role, Contact>> each(YamlMap agencies, boolean told) {
    Map<AgencyCode, Map<Role, Contact>> each = new HashMap<>();
    for (YamlScalar key : agencies.keys()) {
      Optional<AgencyCode> code = AgenciesSection.code(key);
      Optional<YamlMap> agency = agencies.optionalMap(key.text());
      if (code.isPresent() && agency.isPresent()) {
        Map<Role, Contact> contacts = ContactsSection.read(agency.get(), false);
        each.put(code.get(), contacts);
        notice(key, contacts, told);
      }
    }
    return each;
  }

  private void notice(YamlScalar agency, Map<Role, Contact> contacts, boolean told) {
    Contact liaison = contacts.get(Role.LIAISON);
    if (told && liaison == null) {
      notices.add(
          agency.note(
              "nobody is told of new cases of " + agency.excerpt(),
              "write 'contacts: {liaison: {email: ...}}' below it"));
    } else if (liaison != null && liaison.channels().stream().noneMatch(messengers::containsKey)) {
      notices.add(
          agency.note(
              "no way leads to the liaison officer of " + agency.excerpt(),
              "write 'email', 'sms' or 'webhook' below 'notifications'"));
    }
  }

  private Wording wording(YamlMap section, Map<AgencyCode, String> names) {
    Templates templates =
        PlacesSection.path(section, "templates", directory)
            .map(it -> Templates.read(it, problems))
            .orElseGet(Templates::shipped);
    return new Wording(templates, names, link(section));
  }

  private static String link(YamlMap section) {
    Optional<YamlScalar> written = section.scalar("portalLink");
    Optional<String> link = written.flatMap(YamlScalar::asText).filter(NotificationsSection::isOne);
    if (written.isPresent() && link.isEmpty()) {
      written
          .get()
          .problem(
              "'portalLink' must be an https:// address, which may hold {{nomor}}", Wording.PORTAL);
    }
    return link.orElse(Wording.PORTAL);
  }

  private static boolean isOne(String link) {
    try {
      URI uri = URI.create(link.replace(Wording.NUMBER, "1"));
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
