package id.aduan.lapor.agency.wire;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a system is, how it knows us, and how long and how much we take from it.
 *
 * @param base without a slash at its end
 * @param tls who we are on its TLS connections, and whom we believe there
 */
public record HttpEndpoint(URI base, HttpAuth auth, HttpBounds bounds, TlsIdentity tls) {
  public static final Duration CONNECT = Duration.ofSeconds(3);
  public static final Duration DEADLINE = Duration.ofSeconds(30);
  public static final int REPLY_BYTES_MAX = 2 * 1024 * 1024;

  /** What holds where nothing else is said. */
  public static final HttpBounds BOUNDS = new HttpBounds(CONNECT, DEADLINE, REPLY_BYTES_MAX);

  /** The keys that {@link #read} knows besides the one of the address. */
  public static final List<String> KEYS =
      Stream.concat(
              Stream.of("tls", "auth", "connect", "deadline", "replyBytesMax"),
              TlsSettings.KEYS.stream())
          .toList();

  /** Whether the connection is sealed; {@code off} must be said, it is no accident. */
  private enum Tls {
    ON,
    OFF
  }

  /**
   * @throws IllegalArgumentException for an address that is not plain http or https
   */
  public HttpEndpoint {
    fault(base)
        .ifPresent(
            what -> {
              throw new IllegalArgumentException("the address " + what);
            });
    if (base.toString().endsWith("/")) {
      base = URI.create(base.toString().replaceFirst("/+$", ""));
    }
  }

  /** With the default bounds, and nothing of our own in TLS. */
  public static HttpEndpoint of(URI base, HttpAuth auth) {
    return new HttpEndpoint(base, auth, BOUNDS, TlsIdentity.SYSTEM);
  }

  /**
   * Reads {@link #KEYS} for an address that was read already.
   *
   * @param directory where relative paths begin
   */
  public static HttpEndpoint read(YamlMap settings, URI base, Path directory) {
    HttpBounds bounds =
        new HttpBounds(
            settings
                .optionalDuration("connect", Duration.ofMillis(100), Duration.ofMinutes(1))
                .orElse(CONNECT),
            deadline(settings),
            settings
                .optionalInt("replyBytesMax", 1024, HttpBounds.REPLY_BYTES_MAX)
                .orElse(REPLY_BYTES_MAX));
    return new HttpEndpoint(
        base, HttpAuthSettings.read(settings), bounds, TlsSettings.read(settings, directory));
  }

  /** The most that one call may take by these settings. */
  public static Duration deadline(YamlMap settings) {
    return settings
        .optionalDuration("deadline", Duration.ofSeconds(1), Duration.ofMinutes(10))
        .orElse(DEADLINE);
  }

  /** An address from the settings; a faulty one is noted and reads as absent. */
  public static Optional<URI> readUri(YamlMap settings, String key) {
    Optional<YamlScalar> written = settings.scalar(key);
    return written.flatMap(YamlScalar::asUri).filter(uri -> isFit(uri, settings, written.get()));
  }

  /** Notes what is wrong with an address at the place that names it. */
  public static boolean isFit(URI uri, YamlMap settings, YamlScalar place) {
    Optional<String> fault = fault(uri);
    fault.ifPresent(what -> place.problem("the address " + what, ""));
    if (fault.isPresent()) {
      return false;
    }
    refuseUnsealed(uri, settings, place);
    if (isSealed(uri) && tls(settings) == Tls.OFF) {
      place.problem("'tls: off' goes with an http:// address only", "");
    }
    return true;
  }

  /** The same for a second address, which may be sealed where the first one is not. */
  static boolean isFitBeside(URI uri, YamlMap settings, YamlScalar place) {
    Optional<String> fault = fault(uri);
    fault.ifPresent(what -> place.problem("the address " + what, ""));
    refuseUnsealed(uri, settings, place);
    return fault.isEmpty();
  }

  private static void refuseUnsealed(URI uri, YamlMap settings, YamlScalar place) {
    if ("http".equals(uri.getScheme()) && tls(settings) == Tls.ON) {
      place.problem(
          "the address is not sealed by TLS",
          "write https://, or 'tls: off' beside it if the network in between is trusted");
    }
  }

  private static boolean isSealed(URI uri) {
    return "https".equals(uri.getScheme());
  }

  private static Tls tls(YamlMap settings) {
    return settings.optionalEnum("tls", Tls.class).orElse(Tls.ON);
  }

  private static Optional<String> fault(URI uri) {
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      return Optional.of("must begin with https:// (or http://)");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.of("must name a host, and no user");
    }
    return uri.getRawQuery() != null || uri.getRawFragment() != null
        ? Optional.of("must end before '?' and '#'")
        : Optional.empty();
  }

  /** A call to this system, to be made {@link #over} what carries its credentials. */
  public HttpCall call(
      String method, String path, Map<String, String> headers, Optional<HttpCall.Body> body) {
    return new HttpCall(method, URI.create(base + path), headers, body, bounds, tls);
  }

  /**
   * A call for a file that this system named, by an absolute address or one below its own.
   *
   * @param bytesMax the largest that is read
   * @return empty where the address is another system's, or outside of this one's path: our
   *     credentials and our place in the network are not for that (SSRF)
   */
  public Optional<HttpCall> file(String address, int bytesMax) {
    try {
      URI named = URI.create(base + "/").resolve(address.strip());
      URI plain = named.normalize();
      boolean ours =
          Objects.equals(plain.getScheme(), base.getScheme())
              && Objects.equals(plain.getRawAuthority(), base.getRawAuthority())
              && isBelow(plain.getRawPath());
      return ours
          ? Optional.of(
              new HttpCall(
                  "GET",
                  withoutFragment(plain),
                  Map.of("Accept", "*/*"),
                  Optional.empty(),
                  new HttpBounds(bounds.connect(), bounds.deadline(), bytesMax),
                  tls))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No step upwards either, however it is written: a server may read it after us. */
  private boolean isBelow(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String below = base.getRawPath() + "/";
    return path.startsWith(below)
        && path.length() > below.length()
        && !lower.contains("..")
        && !lower.contains("%2e")
        && !lower.contains("%2f")
        && !lower.contains("%5c");
  }

  private static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  /**
   * The way to this system: adds its credentials to each call, and carries calls to no other host.
   * A token belongs to the object that is made here, so each agency makes its own, once.
   *
   * @param http carries the calls, and those for a token; it stays the caller's to close
   */
  public HttpTransport over(HttpTransport http, InstantSource clock) {
    return new SignedTransport(this, http, clock);
  }
}
