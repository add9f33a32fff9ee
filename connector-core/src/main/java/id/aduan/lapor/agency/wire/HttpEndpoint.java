package id.aduan.lapor.agency.wire;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a system is, how it knows us, and how long and how much we take from it.
 *
 * @param base without a slash at its end
 * @param deadline the most that one call may take, the last byte of the answer included
 * @param replyBytesMax the largest answer that is read
 */
public record HttpEndpoint(URI base, HttpAuth auth, Duration deadline, int replyBytesMax) {
  public static final Duration DEADLINE = Duration.ofSeconds(30);
  public static final int REPLY_BYTES_MAX = 2 * 1024 * 1024;

  /** The keys that {@link #read} knows besides the one of the address. */
  public static final List<String> KEYS = List.of("tls", "auth", "deadline", "replyBytesMax");

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

  /** With the default deadline and size. */
  public static HttpEndpoint of(URI base, HttpAuth auth) {
    return new HttpEndpoint(base, auth, DEADLINE, REPLY_BYTES_MAX);
  }

  /** Reads {@link #KEYS} for an address that was read already. */
  public static HttpEndpoint read(YamlMap settings, URI base) {
    return new HttpEndpoint(
        base,
        HttpAuth.read(settings),
        settings
            .optionalDuration("deadline", Duration.ofSeconds(1), Duration.ofMinutes(10))
            .orElse(DEADLINE),
        settings
            .optionalInt("replyBytesMax", 1024, HttpCall.REPLY_BYTES_MAX)
            .orElse(REPLY_BYTES_MAX));
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
    boolean sealed = "https".equals(uri.getScheme());
    Tls tls = settings.optionalEnum("tls", Tls.class).orElse(Tls.ON);
    if (!sealed && tls == Tls.ON) {
      place.problem(
          "the address is not sealed by TLS",
          "write https://, or 'tls: off' beside it if the network in between is trusted");
    } else if (sealed && tls == Tls.OFF) {
      place.problem("'tls: off' goes with an http:// address only", "");
    }
    return true;
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

  /** A call to this system, with its credentials. */
  public HttpCall call(
      String method, String path, Map<String, String> headers, Optional<HttpCall.Body> body) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(auth.headers());
    return new HttpCall(method, URI.create(base + path), all, body, deadline, replyBytesMax);
  }
}
