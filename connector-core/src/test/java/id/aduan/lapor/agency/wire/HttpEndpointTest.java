package id.aduan.lapor.agency.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlLimits;
import id.aduan.lapor.yaml.YamlMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEndpointTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PASS", "ZZSEC-pass", "LINES", "ZZSEC\nlines");
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          uri: ftp://x.go.id                              | 1:6: the address must begin with https:// (or http://)
          uri: file:///etc/passwd                         | 1:6: 'uri' must be an address with scheme and host
          uri: https://budi:hush@x.go.id                  | 1:6: 'uri' must not hold a user or password
          uri: https://x.go.id/?a=b                       | 1:6: the address must end before '?' and '#'
          uri: http://x.go.id                             | 1:6: the address is not sealed by TLS
          uri: https://x.go.id;tls: off                   | 1:6: 'tls: off' goes with an http:// address only
          uri: https://x.go.id;tls: no                    | 2:6: unknown value for 'tls': 'no'
          uri: https://x.go.id;deadline: PT0S             | 2:11: 'deadline' must be a duration from PT1S to PT10M
          uri: https://x.go.id;auth: {}                   | 2:7: 'auth' needs one of basic, apiKey, bearer, oauth2
          uri: https://x.go.id;auth: {token: x}           | 2:8: unknown key: 'token'
          uri: https://x.go.id;auth: {basic: {user: a:b, password: "${env:PASS}"}} | 2:22: a user has no ':' in HTTP Basic
          uri: https://x.go.id;auth: {basic: {user: a, password: hush}} | 2:35: 'password' must say where the secret is, not the secret
          uri: https://x.go.id;auth: {apiKey: {header: Host, value: "${env:PASS}"}} | 2:25: 'header' must be a header of the system's own
          uri: https://x.go.id;auth: {apiKey: {header: X-Key, value: "${env:LINES}"}} | 2:39: the secret holds what no HTTP header can carry
          uri: https://x.go.id;connect: PT2M              | 2:10: 'connect' must be a duration from PT0.1S to PT1M
          uri: https://x.go.id;auth: {bearer: {token: "${env:LINES}"}} | 2:24: the secret holds what no HTTP header can carry
          uri: https://x.go.id;auth: {basic: {user: a, password: "${env:PASS}"}, bearer: {token: "${env:PASS}"}} | 2:7: 'auth' needs one of
          uri: https://x.go.id;auth: {oauth2: {clientId: a, clientSecret: "${env:PASS}"}} | 2:16: the key 'tokenUri' is missing
          uri: https://x.go.id;auth: {oauth2: {tokenUri: http://sso.go.id/token, clientId: a, clientSecret: "${env:PASS}"}} | 2:27: the address is not sealed by TLS
          uri: https://x.go.id;auth: {oauth2: {tokenUri: https://sso.go.id/t, clientId: a, clientSecret: hush}} | 'clientSecret' must say where the secret is
          uri: https://x.go.id;auth: {oauth2: {tokenUri: https://sso.go.id/t, clientId: a, clientSecret: "${env:PASS}", parameters: {scope: x}}} | the parameter 'scope' has a key of its own
          uri: https://x.go.id;auth: {oauth2: {tokenUri: https://sso.go.id/t, clientId: a, clientSecret: "${env:PASS}", credentials: query}} | unknown value for 'credentials': 'query'
          uri: https://x.go.id;trust: missing.pem         | 2:8: the file missing.pem cannot be read
          uri: https://x.go.id;trust: a.yaml              | 2:8: the file a.yaml
          uri: https://x.go.id;clientCertificate: {file: x.p12, password: "${env:PASS}"} | 2:27: the file x.p12 cannot be read
          uri: https://x.go.id;clientCertificate: {file: a.yaml, password: "${env:PASS}"} | 2:27: the file a.yaml is not a PKCS#12 file
          uri: https://x.go.id;clientCertificate: {file: a.yaml, password: hush} | 'password' must say where the secret is
          uri: https://x.go.id;clientCertificate: {password: "${env:PASS}"} | the key 'file' is missing
          uri: http://x.go.id;tls: off;trust: a.yaml      | 3:1: 'trust' is of no use with 'tls: off'
          """)
  void aFaultIsToldWithItsPlace(String yaml, String expected) throws IOException {
    Problems problems = new Problems();

    read(yaml.replace(';', '\n'), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .anySatisfy(line -> assertThat(line).contains(expected))
        .allSatisfy(line -> assertThat(line).doesNotContain("hush", "ZZSEC"));
  }

  @Test
  void anUnsealedAddressIsTakenWhenSaidSo() throws IOException {
    Problems problems = new Problems();

    HttpEndpoint endpoint = read("uri: http://192.168.1.5:8080/api/\ntls: off\n", problems);

    assertThat(problems.list()).isEmpty();
    assertThat(endpoint.base()).isEqualTo(URI.create("http://192.168.1.5:8080/api"));
  }

  @Test
  void aTokenMayComeFromASealedPlaceThoughTheSystemIsNotSealed() throws IOException {
    Problems problems = new Problems();

    HttpEndpoint endpoint =
        read(
            """
            uri: http://192.168.1.5/api
            tls: off
            auth:
              oauth2:
                tokenUri: https://sso.go.id/oauth2/token
                clientId: lapor
                clientSecret: "${env:PASS}"
                scope: aduan.tulis aduan.baca
                parameters: {audience: kantor}
                credentials: body
            """,
            problems);

    assertThat(problems.list()).isEmpty();
    assertThat(endpoint.auth()).isInstanceOf(HttpAuth.OAuth2.class);
    assertThat(endpoint.toString()).contains("sso.go.id").doesNotContain("ZZSEC");
  }

  @Test
  void theUsualBoundsAreThreeSecondsToConnectAndThirtyInAll() throws IOException {
    HttpEndpoint endpoint = read("uri: https://x.go.id\n", new Problems());

    assertThat(endpoint.bounds())
        .isEqualTo(new HttpBounds(Duration.ofSeconds(3), Duration.ofSeconds(30), 2 * 1024 * 1024));
  }

  @Test
  void aProgramMayNotNameAnotherScheme() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpEndpoint.of(URI.create("jar:file:x"), new HttpAuth.None()))
        .withMessageContaining("must begin with https://");
  }

  private HttpEndpoint read(String yaml, Problems problems) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
    YamlMap map = YamlFile.read(file, problems, YamlLimits.DEFAULT, ENVIRONMENT::get);
    URI nowhere = URI.create("https://missing.invalid");
    return HttpEndpoint.read(map, HttpEndpoint.readUri(map, "uri").orElse(nowhere), folder);
  }
}
