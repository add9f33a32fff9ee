package id.aduan.lapor.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.wire.TlsSettings;
import id.aduan.lapor.testkit.http.Certificates.Holder;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of real files before anything runs. */
@Tag("S21")
class TlsSettingsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException, GeneralSecurityException {
    Certificates certificates = Certificates.in(folder);
    certificates.authority();
    certificates.write(Holder.CLIENT, folder.resolve("client.p12"));
    certificates.write(Holder.CLIENT_EXPIRED, folder.resolve("ended.p12"));
    Files.writeString(folder.resolve("password"), Certificates.PASSWORD);
    Files.writeString(folder.resolve("wrong"), "ZZSEC-wrong");
    Files.writeString(folder.resolve("rubbish"), "rubbish");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    try (OutputStream out = Files.newOutputStream(folder.resolve("empty.p12"))) {
      empty.store(out, Certificates.PASSWORD.toCharArray());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clientCertificate: {file: client.p12, password: "${file:password}"} |
          trust: authority.pem                                                |
          clientCertificate: {file: none.p12, password: "${file:password}"}   | 1:27: the file none.p12 cannot be read
          clientCertificate: {file: client.p12, password: "${file:wrong}"}    | 1:27: the password does not open the file client.p12
          clientCertificate: {file: empty.p12, password: "${file:password}"}  | 1:27: the file empty.p12 holds no private key
          clientCertificate: {file: rubbish, password: "${file:password}"}    | 1:27: the file rubbish is not a PKCS#12 file
          clientCertificate: {file: client.p12}                               | 1:20: the key 'password' is missing
          trust: none.pem                                                     | 1:8: the file none.pem cannot be read
          trust: rubbish                                                      | 1:8: the file rubbish
          """)
  void aFaultIsToldOnceAndAtItsLine(String yaml, String fault) throws IOException {
    Problems problems = new Problems();

    var unused = TlsSettings.read(settings(yaml, problems), folder);

    assertThat(problems.list()).hasSize(fault == null ? 0 : 1);
    assertThat(problems.list())
        .allSatisfy(
            problem -> assertThat(problem.toString()).contains(fault).doesNotContain("ZZSEC"));
  }

  @Test
  void aCertificateThatHasEndedIsANoticeSinceAllElseCanRun() throws IOException {
    Problems problems = new Problems();
    YamlMap settings =
        settings("clientCertificate: {file: ended.p12, password: \"${file:password}\"}", problems);

    List<Problem> notices = TlsSettings.notices(settings, folder, InstantSource.system().instant());

    assertThat(problems.isEmpty()).isTrue();
    assertThat(notices)
        .singleElement()
        .satisfies(
            it -> assertThat(it.message()).startsWith("the client certificate has ended on"));
  }

  @Test
  void aCertificateThatEndsSoonIsNoticedAMonthBefore() throws IOException {
    YamlMap settings =
        settings(
            "clientCertificate: {file: client.p12, password: \"${file:password}\"}",
            new Problems());
    Instant made = InstantSource.system().instant();

    assertThat(TlsSettings.notices(settings, folder, made)).isEmpty();
    assertThat(TlsSettings.notices(settings, folder, made.plus(Duration.ofDays(340)))).hasSize(1);
    assertThat(TlsSettings.notices(settings, folder, made.minus(Duration.ofDays(1)))).hasSize(1);
  }

  private static YamlMap settings(String yaml, Problems problems) throws IOException {
    return YamlFile.read(Files.writeString(folder.resolve("a.yaml"), yaml), problems);
  }
}
