package id.aduan.lapor.routes.mail;

import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.yaml.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The SMTP server, and what every mail to it says.
 *
 * @param login empty for a server that asks nobody
 * @param headers more of each mail; from the configuration only, never from what is told
 */
public record MailSettings(
    Server server,
    Optional<Login> login,
    EmailAddress from,
    Optional<EmailAddress> replyTo,
    Map<String, String> headers,
    Bounds bounds) {
  public MailSettings {
    headers = Map.copyOf(headers);
  }

  /** Where it is, and whom we believe there. Its name is checked against its certificate. */
  public record Server(String host, int port, Security security, TlsIdentity tls) {}

  /** How the connection is sealed. */
  public enum Security {
    /** Begun in the clear and sealed before anything is said; refused where it cannot be. */
    STARTTLS,
    /** Sealed from the first byte. */
    SSL,
    /** Not at all; for a server in the same house. */
    OFF
  }

  /** The account by which we send. */
  public record Login(String user, Secret password) {}

  /**
   * How long one mail may take.
   *
   * @param connect until the connection stands
   * @param read from one answer of the server to the next
   * @param deadline all of it, writing included
   */
  public record Bounds(Duration connect, Duration read, Duration deadline) {
    public static final Bounds DEFAULT =
        new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(1));
  }
}
