package id.aduan.lapor.http;

import id.aduan.lapor.http.TlsFiles.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who we are and whom we believe on TLS connections (S21): a client certificate, and certificate
 * authorities besides the system's. Host names are checked by the transports in any case.
 *
 * <p>Files that were replaced are read again at the next call (F45); while they cannot be used,
 * what was read before stays in use, and a warning says so. Connections of one {@link #context()}
 * are never used under another. Safe for use by many threads.
 */
public final class TlsIdentity {
  /** Nothing to show, and the system's authorities. */
  public static final TlsIdentity SYSTEM =
      new TlsIdentity(
          Optional.empty(),
          Optional.empty(),
          new State(List.of(), new Loaded(systemContext(), List.of())));

  private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);
  private static final Duration NOTICE_BEFORE = Duration.ofDays(30);

  private final Optional<ClientCertificate> certificate;
  private final Optional<Path> trusted;
  private volatile State state;

  /** What was read, and how the files looked then. */
  private record State(List<String> stamps, Loaded loaded) {}

  private TlsIdentity(
      Optional<ClientCertificate> certificate, Optional<Path> trusted, State state) {
    this.certificate = certificate;
    this.trusted = trusted;
    this.state = state;
  }

  /**
   * Reads the files.
   *
   * @param trusted certificates in PEM that are believed as if they were the system's
   * @throws TlsFault for a file that is missing, does not open or holds no key
   */
  public static TlsIdentity of(Optional<ClientCertificate> certificate, Optional<Path> trusted)
      throws TlsFault {
    if (certificate.isEmpty() && trusted.isEmpty()) {
      return SYSTEM;
    }
    List<String> stamps = stamps(certificate, trusted);
    return new TlsIdentity(
        certificate, trusted, new State(stamps, TlsFiles.load(certificate, trusted)));
  }

  private static SSLContext systemContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** By what connections are made now; another object after the files were replaced. */
  public SSLContext context() {
    if (!state.stamps().equals(stamps(certificate, trusted))) {
      reload();
    }
    return state.loaded().context();
  }

  private synchronized void reload() {
    List<String> now = stamps(certificate, trusted);
    State before = state;
    if (before.stamps().equals(now)) {
      return; // another thread was here first
    }
    try {
      state = new State(now, TlsFiles.load(certificate, trusted));
      LOG.info("the files for TLS were replaced and are in use: {}", this);
    } catch (TlsFault e) {
      // Once for each state of the files: they may be in the middle of being replaced.
      state = new State(now, before.loaded());
      LOG.warn("{}; what was read before stays in use", e.getMessage());
    }
  }

  /** What of our certificates has ended, begins later or ends soon, for the operator. */
  public List<String> notices(Instant now) {
    return state.loaded().shown().stream().flatMap(shown -> notice(shown, now).stream()).toList();
  }

  private static Optional<String> notice(X509Certificate shown, Instant now) {
    Instant from = shown.getNotBefore().toInstant();
    Instant until = shown.getNotAfter().toInstant();
    if (until.isBefore(now)) {
      return Optional.of("the client certificate has ended on " + until);
    }
    if (from.isAfter(now)) {
      return Optional.of("the client certificate counts from " + from + " only");
    }
    return until.isBefore(now.plus(NOTICE_BEFORE))
        ? Optional.of("the client certificate ends on " + until)
        : Optional.empty();
  }

  private static List<String> stamps(
      Optional<ClientCertificate> certificate, Optional<Path> trusted) {
    return Stream.concat(certificate.map(ClientCertificate::file).stream(), trusted.stream())
        .map(TlsIdentity::stamp)
        .toList();
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey();
    } catch (IOException e) {
      return "unreadable"; // told by whoever reads it then
    }
  }

  @Override
  public String toString() {
    return "TlsIdentity["
        + certificate.map(shown -> shown.file().toString()).orElse("no certificate")
        + ", "
        + trusted.map(Path::toString).orElse("the system's authorities")
        + "]";
  }
}
