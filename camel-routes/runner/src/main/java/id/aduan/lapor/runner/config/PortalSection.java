package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.TlsSettings;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.portal.profile.Profile;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Headers;
import id.aduan.lapor.portal.stream.StreamSettings;
import id.aduan.lapor.portal.v3.V3Calls;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
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

/** The key {@code portal}: how it is reached, and as whom. What is assumed of it is its profile. */
final class PortalSection {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofMinutes(10);

  private PortalSection() {}

  static PortalConfig read(
      YamlMap portal, Path directory, Problems problems, List<Problem> notices) {
    ProfileSection.refuseMoved(portal);
    portal.rejectUnknownKeys(
        "profile",
        "baseUri",
        "tls",
        "clientCertificate",
        "trust",
        "authorization",
        "authorizationHeader",
        "token",
        "institution",
        "user",
        "timeouts",
        "webhook",
        "poll",
        RepliesSection.REPLIES,
        RepliesSection.REFERENCE,
        RepliesSection.FILES,
        "rate",
        "follow",
        "reconcile",
        "exports",
        "institutions",
        "filing");
    noticeTls("the portal", portal, directory, notices);
    Profile profile = ProfileSection.read(portal, directory, problems);
    PortalWire wire = wire(portal, directory, profile);
    PortalReading reading = PortalReadingSection.read(portal);
    return new PortalConfig(
        wire,
        WebhookSection.read(portal),
        reading.polled() ? PollSection.every(portal) : PollSection.USUAL,
        reading,
        ExportsSection.read(portal, directory, profile.words(), notices),
        FilingSection.read(portal, wire.institution()),
        RepliesSection.read(portal));
  }

  private static PortalWire wire(YamlMap portal, Path directory, Profile profile) {
    URI baseUri = ProfileSection.baseUri(portal, profile);
    V3Calls calls =
        new V3Calls(
            timeout(portal, "connect", V3Calls.DEFAULT.connect()),
            timeout(portal, "read", V3Calls.DEFAULT.read()),
            timeout(portal, "write", V3Calls.DEFAULT.write()),
            TlsSettings.read(portal, directory));
    if (profile instanceof StreamProfile stream) {
      return new PortalWire.Stream(
          new StreamSettings(
              baseUri,
              stream,
              headerValue(portal, "token"),
              new HttpBounds(calls.connect(), calls.write(), HttpBounds.REPLY_BYTES_MAX),
              calls.tls()));
    }
    V3Profile v3 = (V3Profile) profile;
    return new PortalWire.V3(
        new V3Settings(
            baseUri,
            credentials(portal, v3.headers()),
            v3,
            portal.requiredString("institution"),
            portal.requiredString("user"),
            calls));
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

  private static V3Credentials credentials(YamlMap portal, Headers headers) {
    Optional<YamlScalar> name = portal.scalar("authorizationHeader");
    name.filter(it -> !HEADER.matcher(it.text()).matches())
        .ifPresent(it -> it.problem(it.excerpt() + " is not the name of a header", ""));
    Headers named =
        new Headers(
            name.map(YamlScalar::text).orElse(headers.authorization()),
            headers.prefix(),
            headers.token(),
            headers.braces(),
            headers.accept());
    if (named.areMixedUp()) {
      name.ifPresent(it -> it.problem(it.excerpt() + " is the name of another header", ""));
    }
    return V3Credentials.of(
        named, headerValue(portal, "authorization"), headerValue(portal, "token"));
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
