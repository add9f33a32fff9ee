package id.aduan.lapor.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.ClientCertificate;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.TlsFault;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.testkit.http.Certificates.Asking;
import id.aduan.lapor.testkit.http.Certificates.Holder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract about TLS: whom we believe, and whom we show ourselves to be. */
@Tag("S21")
abstract class HttpTransportTls extends HttpTransportBounds {
  /** A handshake is work, and may count as connecting: a busy machine takes its time for it. */
  private static final HttpBounds PATIENT =
      new HttpBounds(Duration.ofSeconds(10), Duration.ofSeconds(20), REPLY_BYTES_MAX);

  @TempDir static Path authorityFolder;
  private static Certificates certificates;
  @TempDir Path folder;

  @BeforeAll
  static void vouch() throws IOException, GeneralSecurityException {
    certificates = Certificates.in(authorityFolder);
  }

  @Test
  void a_server_of_a_private_authority_is_believed_where_we_trust_it() throws Exception {
    serve(Holder.SERVER, Asking.NOBODY);

    assertThat(transport().exchange(get(trusting())).text()).isEqualTo("nobody");
  }

  @Test
  @Tag("F44")
  void a_certificate_that_nobody_vouches_for_ends_the_call_before_anything_is_sent()
      throws Exception {
    serve(Holder.SERVER, Asking.NOBODY);

    refusesToSend(TlsIdentity.SYSTEM);
    Happened.times("F44", server.connections(), "certificates from nobody known");
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED", "ELSEWHERE"})
  @Tag("F44")
  void a_certificate_that_has_ended_or_is_another_hosts_ends_the_call_too(Holder holder)
      throws Exception {
    serve(holder, Asking.NOBODY);

    refusesToSend(trusting());
    Happened.times("F44", server.connections(), "certificates that ended or are of another host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_server_that_asks_is_shown_our_certificate(String version) throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY, version);

    assertThat(transport().exchange(get(showing(Holder.CLIENT))).text()).isEqualTo("CN=client");
  }

  @ParameterizedTest
  @EnumSource(names = {"STRANGER", "CLIENT_EXPIRED"})
  @Tag("F44")
  void a_certificate_of_ours_that_the_server_does_not_believe_ends_the_call_too(Holder shown)
      throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY, "TLSv1.2");

    refusesToSend(showing(shown));
    Happened.times("F44", server.connections(), "certificates of ours that were refused");
  }

  @Test
  @Tag("F44")
  void so_does_none_where_the_server_wants_one() throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY, "TLSv1.2");

    refusesToSend(trusting());
    Happened.times("F44", server.connections(), "calls without a certificate");
  }

  /** Here the server looks at it when we think that all is done, so we may have sent by then. */
  @ParameterizedTest
  @EnumSource(names = {"STRANGER", "CLIENT_EXPIRED"})
  @Tag("F44")
  void with_tls_1_3_the_call_ends_and_the_server_has_not_heard_it(Holder shown) throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY, "TLSv1.3");

    assertThat(refusing(showing(shown))).isNotNull();
    assertThat(server.heard()).isEmpty();
    Happened.times("F44", server.connections(), "certificates of ours that were refused late");
  }

  @Test
  void a_connection_serves_only_calls_of_its_own_identity() throws Exception {
    serve(Holder.SERVER, Asking.WHOEVER_LIKES);
    TlsIdentity client = showing(Holder.CLIENT);
    TlsIdentity nobody = trusting();

    for (int i = 0; i < 3; i++) {
      assertThat(transport().exchange(get(client)).text()).isEqualTo("CN=client");
      assertThat(transport().exchange(get(nobody)).text()).isEqualTo("nobody");
    }

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  @Tag("F45")
  void a_certificate_that_was_replaced_is_shown_by_the_next_call() throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY);
    TlsIdentity identity = showing(Holder.CLIENT);
    HttpReply before = transport().exchange(get(identity));

    certificates.write(Holder.CLIENT_RENEWED, folder.resolve("client.p12"));
    HttpReply after = transport().exchange(get(identity));

    assertThat(before.text()).isEqualTo("CN=client");
    assertThat(after.text()).isEqualTo("CN=client-renewed");
    Happened.times("F45", 1, "a certificate that was replaced");
  }

  @Test
  @Tag("F45")
  void a_certificate_that_is_replaced_by_rubbish_stays_in_use() throws Exception {
    serve(Holder.SERVER, Asking.EVERYBODY);
    TlsIdentity identity = showing(Holder.CLIENT);

    Files.writeString(folder.resolve("client.p12"), "half of a cert");

    assertThat(transport().exchange(get(identity)).text()).isEqualTo("CN=client");
    Happened.times("F45", 1, "a certificate that was replaced by rubbish");
  }

  private void serve(Holder holder, Asking asking, String... versions) throws Exception {
    server =
        new RawServer(
            certificates.server(holder, asking, versions),
            (request, connection) -> {
              String who = peer((SSLSocket) connection);
              RawServer.write(
                  connection, OK + "Content-Length: " + who.length() + "\r\n\r\n" + who);
            });
  }

  private static String peer(SSLSocket connection) {
    try {
      return connection.getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "nobody";
    }
  }

  private TlsIdentity trusting() throws Exception {
    return TlsIdentity.of(Optional.empty(), Optional.of(certificates.authority()));
  }

  private TlsIdentity showing(Holder holder)
      throws IOException, GeneralSecurityException, TlsFault {
    Path file = certificates.write(holder, folder.resolve("client.p12"));
    return TlsIdentity.of(
        Optional.of(new ClientCertificate(file, Certificates.PASSWORD.toCharArray())),
        Optional.of(certificates.authority()));
  }

  private HttpCall get(TlsIdentity identity) {
    URI secure = URI.create(server.uri("/").toString().replace("http:", "https:"));
    return new HttpCall("GET", secure, Map.of(), Optional.empty(), PATIENT, identity);
  }

  private void refusesToSend(TlsIdentity identity) {
    HttpFailure failure = refusing(identity);

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(failure.getMessage()).doesNotContain("ZZSEC");
    assertThat(server.heard()).isEmpty();
  }

  private HttpFailure refusing(TlsIdentity identity) {
    HttpFailure failure =
        catchThrowableOfType(HttpFailure.class, () -> transport().exchange(get(identity)));
    assertThat(failure).isNotNull();
    return failure;
  }
}
