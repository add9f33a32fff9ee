package id.aduan.lapor.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.ClientCertificate;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.routes.mail.MailSettings.Security;
import id.aduan.lapor.testkit.TcpFaultProxy;
import id.aduan.lapor.testkit.http.Certificates;
import id.aduan.lapor.testkit.http.Certificates.Holder;
import id.aduan.lapor.yaml.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections to mail servers that are sealed, from the first byte or before the login. */
@Timeout(60)
class MailTlsTest {
  private static final EmailAddress TO = new EmailAddress("penghubung@dishub.example.go.id");

  @TempDir static Path dir;
  private static Certificates certificates;
  private final CamelContext context = new DefaultCamelContext();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = Certificates.in(dir);
  }

  @BeforeEach
  void begin() {
    server.start();
    server.setUser("lapor@example.go.id", "lapor", "ZZSEC-mail");
  }

  @AfterEach
  void end() {
    server.stop();
    context.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"SSL", "STARTTLS"})
  @Tag("S21")
  void a_server_that_our_own_authority_vouches_for_gets_the_mail(Security way) throws Exception {
    try (SmtpGate gate = gate(way, Holder.SERVER)) {
      DeliveryResult result = send(gate.port(), way, ours());

      assertThat(result).isInstanceOf(Accepted.class);
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(gate.commands()).anyMatch(command -> command.startsWith("AUTH"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SSL", "STARTTLS"})
  @Tag("S21")
  void a_server_of_another_name_gets_neither_login_nor_mail(Security way) throws Exception {
    try (SmtpGate gate = gate(way, Holder.ELSEWHERE)) {
      refusesToTalk(gate, send(gate.port(), way, ours()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SSL", "STARTTLS"})
  @Tag("S21")
  void a_server_whom_nobody_vouches_for_gets_neither_login_nor_mail(Security way) throws Exception {
    try (SmtpGate gate = gate(way, Holder.SERVER)) {
      refusesToTalk(gate, send(gate.port(), way, TlsIdentity.SYSTEM));
    }
  }

  @Test
  @Tag("C9")
  void a_server_that_hangs_in_the_handshake_meets_a_bound() throws Exception {
    InetSocketAddress behind =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getSmtp().getPort());
    try (TcpFaultProxy proxy = TcpFaultProxy.before(behind)) {
      proxy.swallow();

      DeliveryResult result = send(proxy.port(), Security.SSL, ours());

      assertThat(((RetryLater) result).trouble()).isEqualTo(Trouble.TARGET);
    }
  }

  private void refusesToTalk(SmtpGate gate, DeliveryResult result) {
    assertThat(((RetryLater) result).trouble()).isEqualTo(Trouble.TARGET);
    assertThat(gate.commands()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private SmtpGate gate(Security way, Holder holder) throws Exception {
    Path file = certificates.write(holder, dir.resolve(holder + ".p12"));
    TlsIdentity identity =
        TlsIdentity.of(
            Optional.of(new ClientCertificate(file, Certificates.PASSWORD.toCharArray())),
            Optional.empty());
    return new SmtpGate(server.getSmtp().getPort(), new SmtpGate.Seal(way, identity.context()));
  }

  private static TlsIdentity ours() throws Exception {
    return TlsIdentity.of(Optional.empty(), Optional.of(certificates.authority()));
  }

  private DeliveryResult send(int port, Security way, TlsIdentity tls) {
    MailSettings settings =
        new MailSettings(
            new MailSettings.Server("127.0.0.1", port, way, tls),
            Optional.of(new MailSettings.Login("lapor", Secret.of("ZZSEC-mail"))),
            new EmailAddress("lapor@example.go.id"),
            Optional.empty(),
            Map.of(),
            new MailSettings.Bounds(
                Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2)));
    Message message =
        new Message(
            new Contact(Optional.of(TO), Optional.empty(), Optional.empty()),
            Notice.Kind.CASE_NEW,
            Role.LIAISON,
            Optional.empty(),
            Optional.empty(),
            "Subjek",
            "Teks",
            Map.of(),
            Instant.EPOCH);
    try (CamelMessenger messenger = new CamelMessenger(settings)) {
      messenger.open(context);
      return messenger.send(message, new IdempotencyKey("00"));
    }
  }
}
