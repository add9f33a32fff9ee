package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.agency.wire.TlsSettings;
import id.aduan.lapor.portal.v3.V3Calls;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key {@code portal}: nothing of the portal's wire is public, so all of it can be said. */
final class PortalSection {
  private static final URI NOWHERE = URI.create("https://missing.invalid");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofMinutes(10);

  private PortalSection() {}

  static PortalConfig read(YamlMap portal, Path directory, List<Problem> notices) {
    portal.rejectUnknownKeys(
        "baseUri",
        "tls",
        "clientCertificate",
        "trust",
        "authorization",
        "authorizationHeader",
        "token",
        "institution",
        "user",
        "template",
        "zone",
        "paths",
        "timeouts",
        "webhook",
        "poll",
        RepliesSection.REPLIES,
        RepliesSection.REFERENCE,
        RepliesSection.FILES);
    noticeTls("the portal", portal, directory, notices);
    portal.requireKeys("baseUri");
    V3Settings settings =
        new V3Settings(
            HttpEndpoint.readUri(portal, "baseUri").orElse(NOWHERE),
            credentials(portal),
            PathsSection.read(portal),
            portal.requiredString("institution"),
            portal.requiredString("user"),
            portal.optionalString("template").orElse(V3Settings.TEMPLATE_CODE),
            portal.optionalZoneId("zone").orElse(V3Settings.ZONE),
            new V3Calls(
                timeout(portal, "connect", V3Calls.DEFAULT.connect()),
                timeout(portal, "read", V3Calls.DEFAULT.read()),
                timeout(portal, "write", V3Calls.DEFAULT.write()),
                TlsSettings.read(portal, directory)));
    return new PortalConfig(
        settings,
        WebhookSection.read(portal),
        PollSection.every(portal),
        RepliesSection.read(portal));
  }

  static void noticeTls(String whom, YamlMap side, Path directory, List<Problem> notices) {
    notices.addAll(TlsSettings.notices(side, directory, InstantSource.system().instant()));
    side.scalar("tls")
        .filter(tls -> tls.text().equals("off"))
        .ifPresent(
            tls ->
                notices.add(
                    tls.note(
                        "what goes to " + whom + " is not sealed by TLS",
                        "only for a trusted network")));
  }

  private static V3Credentials credentials(YamlMap portal) {
    Optional<YamlScalar> header = portal.scalar("authorizationHeader");
    header
        .filter(name -> !HEADER.matcher(name.text()).matches())
        .ifPresent(name -> name.problem(name.excerpt() + " is not the name of a header", ""));
    return V3Credentials.of(
        header.map(YamlScalar::text).orElse(V3Credentials.DEFAULT_HEADER),
        headerValue(portal, "authorization"),
        headerValue(portal, "token"));
  }

  /** A value with a line break would end the header it is sent in. */
  private static Secret headerValue(YamlMap portal, String key) {
    Secret secret = portal.requiredSecret(key);
    if (!VISIBLE.matcher(secret.reveal()).matches()) {
      portal
          .scalar(key)
          .ifPresent(
              it ->
                  it.problem(
                      "what '%s' leads to by %s cannot stand in an HTTP header"
                          .formatted(key, it.text()),
                      "one line of visible ASCII characters"));
    }
    return secret;
  }

  private static Duration timeout(YamlMap portal, String key, Duration usual) {
    return portal
        .optionalMap("timeouts")
        .flatMap(
            timeouts -> {
              timeouts.rejectUnknownKeys("connect", "read", "write");
              return timeouts.optionalDuration(key, MIN, MAX);
            })
        .orElse(usual);
  }
}
