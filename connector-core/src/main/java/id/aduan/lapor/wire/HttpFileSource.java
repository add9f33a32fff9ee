package id.aduan.lapor.wire;

import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.RetryAfter;
import id.aduan.lapor.http.TlsIdentity;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches files from hosts that are named beforehand, and from no other: not from one that an
 * address only seems to name, nor from where an answer points to. Safe for use by many threads.
 */
public final class HttpFileSource implements FileSource {
  private static final String NOT_ALLOWED = "address.not-allowed";
  private final HttpTransport transport;
  private final Map<String, Host> hosts;
  private final HttpBounds bounds;
  private final InstantSource time;

  /**
   * How a host is called.
   *
   * @param headers credentials, which reach no other host
   */
  public record Host(Map<String, String> headers, TlsIdentity tls) {
    public Host {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Makes a source.
   *
   * @param hosts by their {@link #origin}
   * @param bounds of one call; its deadline has room for a large file on a slow line
   */
  public HttpFileSource(
      HttpTransport transport, Map<String, Host> hosts, HttpBounds bounds, InstantSource time) {
    this.transport = transport;
    this.hosts = Map.copyOf(hosts);
    this.bounds = bounds;
    this.time = time;
  }

  /** Scheme, host and port of an address, so that two ways to write one are the same. */
  public static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  @Override
  public Fetched fetch(Attachment attachment, long bytesMax, OutputStream to) {
    Optional<URI> uri = parsed(attachment.url());
    Optional<Host> host = uri.flatMap(it -> Optional.ofNullable(hosts.get(origin(it))));
    if (host.isEmpty()) {
      return new Never(NOT_ALLOWED);
    }
    HttpCall call =
        new HttpCall(
            "GET", uri.get(), host.get().headers(), Optional.empty(), bounds, host.get().tls());
    Proof proof = new Proof(to);
    try {
      return ended(transport.download(call, bytesMax, proof), proof);
    } catch (HttpFailure e) {
      if (e.isTooLarge()) {
        return new Never("file.too-large");
      }
      return switch (e.kind()) {
        case NOT_SENT -> new Later("http.not-reached", e.retryAfter());
        case NOT_ADMITTED -> new Later("http.401", e.retryAfter());
        case UNCERTAIN, NOT_WHOLE -> new Later("http.cut", e.retryAfter());
      };
    }
  }

  @Override
  public String origin(Attachment attachment) {
    return parsed(attachment.url()).map(HttpFileSource::origin).orElse("");
  }

  /** Only what cannot be read in two ways: no user, no dots in the path, nothing but a host. */
  private static Optional<URI> parsed(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    boolean plain =
        uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawPath() != null
            && uri.normalize().getRawPath().equals(uri.getRawPath())
            && !uri.getRawPath().contains("//")
            && !uri.getRawPath().toLowerCase(Locale.ROOT).contains("%2e")
            && !uri.getRawPath().contains("\\");
    return plain && uri.toASCIIString().equals(url) ? Optional.of(uri) : Optional.empty();
  }

  private Fetched ended(HttpReply reply, Proof proof) {
    int status = reply.status();
    if (status == 200 && proof.bytes() == 0 && reply.header("content-length").isEmpty()) {
      return new Later("http.cut", Optional.empty()); // its headers may have been cut off
    }
    if (status == 200) {
      return proof.fits(reply)
          ? new Whole(proof.bytes())
          : new Later("file.mismatch", Optional.empty());
    }
    if (status == 404 || status == 410) {
      return new Never("http.404");
    }
    return status / 100 == 3
        ? new Later("http.redirect", Optional.empty()) // to a log-in, or while it is mended
        : new Later("http." + status, RetryAfter.of(reply, time.instant()));
  }
}
