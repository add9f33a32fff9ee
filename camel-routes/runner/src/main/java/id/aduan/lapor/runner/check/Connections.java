package id.aduan.lapor.runner.check;

import id.aduan.lapor.runner.check.CheckReport.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The way to a far end: its name, a connection, and the seal on it. Nothing is sent. */
final class Connections {
  private static final int CONNECT_MILLIS_MAX = 5_000;
  private static final Duration CERTIFICATE_SOON = Duration.ofDays(21);

  private Connections() {}

  /**
   * Tries the way step by step, as far as it goes.
   *
   * @param trusted whether a call got through: then its own settings of trust count, not the
   *     platform's, by which this looks
   */
  static List<Step> to(URI uri, boolean trusted, Instant now) {
    Optional<Proxy> proxy = proxy(uri);
    if (proxy.isPresent()) {
      return List.of(new Step("connect", true, "by the proxy " + proxy.get().address()));
    }
    List<Step> steps = new ArrayList<>();
    boolean sealed = "https".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : sealed ? 443 : 80;
    try {
      InetAddress[] addresses = InetAddress.getAllByName(uri.getHost());
      steps.add(new Step("name", true, addresses(addresses)));
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(addresses[0], port), CONNECT_MILLIS_MAX);
        steps.add(new Step("connect", true, "port " + port));
        steps.add(sealed ? tls(socket, uri, port, trusted, now) : unsealed());
      } catch (IOException e) {
        steps.add(new Step("connect", false, "port " + port + ": " + e.getClass().getSimpleName()));
      }
    } catch (UnknownHostException e) {
      steps.add(new Step("name", false, "it does not resolve"));
    }
    return steps;
  }

  private static Step unsealed() {
    return new Step("tls", true, "off, by the configuration");
  }

  private static Optional<Proxy> proxy(URI uri) {
    return ProxySelector.getDefault().select(uri).stream()
        .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
        .findFirst();
  }

  private static String addresses(InetAddress... addresses) {
    return Arrays.stream(addresses)
        .map(InetAddress::getHostAddress)
        .collect(Collectors.joining(", "));
  }

  private static Step tls(Socket plain, URI uri, int port, boolean trusted, Instant now) {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, uri.getHost(), port, true)) {
      socket.setSoTimeout(CONNECT_MILLIS_MAX);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new Step("tls", true, seal(socket.getSession(), now));
    } catch (SSLException e) {
      return new Step(
          "tls",
          trusted,
          trusted
              ? "sealed, by the trust that the configuration names"
              : "refused: is its certificate expired, for another host, or of an unknown authority?");
    } catch (IOException e) {
      return new Step("tls", trusted, e.getClass().getSimpleName());
    }
  }

  private static String seal(SSLSession session, Instant now) throws SSLException {
    Certificate[] chain = session.getPeerCertificates();
    if (chain.length == 0 || !(chain[0] instanceof X509Certificate certificate)) {
      return session.getProtocol();
    }
    Instant end = certificate.getNotAfter().toInstant();
    Duration left = Duration.between(now, end);
    return "%s, certificate until %s%s"
        .formatted(
            session.getProtocol(),
            end,
            left.compareTo(CERTIFICATE_SOON) < 0
                ? ": that is in %d days".formatted(left.toDays())
                : "");
  }
}
