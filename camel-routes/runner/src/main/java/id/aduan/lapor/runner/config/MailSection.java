package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.TlsSettings;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.routes.mail.MailSettings;
import id.aduan.lapor.routes.mail.MailSettings.Bounds;
import id.aduan.lapor.routes.mail.MailSettings.Login;
import id.aduan.lapor.routes.mail.MailSettings.Security;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The key {@code notifications.email}: the SMTP server, and what every mail says. */
final class MailSection {
  private static final Duration BOUND_MIN = Duration.ofMillis(100);
  private static final Duration CONNECT_MAX = Duration.ofMinutes(1);
  private static final Duration DEADLINE_MAX = Duration.ofMinutes(10);
  private static final int PORT_MAX = 65_535;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,200}");
  private static final Set<String> TAKEN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    TAKEN.addAll(Set.of("From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Subject", "Date"));
    TAKEN.addAll(Set.of("Message-ID", "Auto-Submitted", "MIME-Version", "Return-Path"));
    TAKEN.addAll(Set.of("Content-Type", "Content-Transfer-Encoding", "Received"));
  }

  private final YamlMap mail;
  private final Path directory;
  private final List<Problem> notices;

  MailSection(YamlMap mail, Path directory, List<Problem> notices) {
    this.mail = mail;
    this.directory = directory;
    this.notices = notices;
  }

  /** Nothing where the sender is missing or faulty, which is noted. */
  Optional<MailSettings> read() {
    mail.rejectUnknownKeys(
        "host",
        "port",
        "security",
        "user",
        "password",
        "from",
        "replyTo",
        "headers",
        "connect",
        "read",
        "deadline",
        "clientCertificate",
        "trust");
    mail.requireKeys("host", "from");
    Security security = mail.optionalEnum("security", Security.class).orElse(Security.STARTTLS);
    noticeUnsealed(security);
    MailSettings.Server server =
        new MailSettings.Server(
            host(),
            mail.optionalInt("port", 1, PORT_MAX).orElse(usualPort(security)),
            security,
            TlsSettings.read(mail, directory));
    Optional<Login> login = login();
    Optional<EmailAddress> replyTo = ContactsSection.email(mail, "replyTo");
    Map<String, String> headers =
        mail.optionalMap("headers").map(MailSection::headers).orElse(Map.of());
    Bounds bounds = bounds();
    return ContactsSection.email(mail, "from")
        .map(from -> new MailSettings(server, login, from, replyTo, headers, bounds));
  }

  private static int usualPort(Security security) {
    return switch (security) {
      case STARTTLS -> 587;
      case SSL -> 465;
      case OFF -> 25;
    };
  }

  private String host() {
    Optional<YamlScalar> written = mail.scalar("host");
    written
        .filter(host -> !HOST.matcher(host.text()).matches())
        .ifPresent(
            host -> host.problem("'host' is not the name of a server", "mail.example.go.id"));
    return written.map(YamlScalar::text).orElse("");
  }

  private void noticeUnsealed(Security security) {
    if (security == Security.OFF) {
      mail.scalar("security")
          .ifPresent(
              it ->
                  notices.add(
                      it.note(
                          "what goes to the mail server is not sealed by TLS",
                          "only for a trusted network")));
    }
  }

  private Optional<Login> login() {
    if (mail.has("user") != mail.has("password")) {
      mail.problem("'user' and 'password' of the mail server go together", "");
      return Optional.empty();
    }
    return mail.optionalString("user")
        .flatMap(
            user -> mail.optionalSecret("password").map(password -> new Login(user, password)));
  }

  private Bounds bounds() {
    Bounds usual = Bounds.DEFAULT;
    return new Bounds(
        mail.optionalDuration("connect", BOUND_MIN, CONNECT_MAX).orElse(usual.connect()),
        mail.optionalDuration("read", BOUND_MIN, DEADLINE_MAX).orElse(usual.read()),
        mail.optionalDuration("deadline", Duration.ofSeconds(1), DEADLINE_MAX)
            .orElse(usual.deadline()));
  }

  private static Map<String, String> headers(YamlMap written) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (YamlScalar name : written.keys()) {
      if (!HEADER.matcher(name.text()).matches() || TAKEN.contains(name.text())) {
        name.problem(name.excerpt() + " must be a header that is not written already", "X-...");
      }
      Optional<YamlScalar> value = written.scalar(name.text());
      value
          .filter(it -> !VALUE.matcher(it.text()).matches())
          .ifPresent(it -> it.problem("a header's value is 1 to 200 ASCII characters", ""));
      value.flatMap(YamlScalar::asText).ifPresent(text -> headers.put(name.text(), text));
    }
    return headers;
  }
}
