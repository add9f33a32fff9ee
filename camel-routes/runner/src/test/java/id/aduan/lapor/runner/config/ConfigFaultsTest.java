package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFaultsTest {
  @TempDir private Path folder;

  /** One change to a right file, and the one line that it brings. */
  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "mapping: mapping.yaml",
            "mapping: {file: mapping.yaml, deliver: after_confirm}",
            "lapor.yaml:23:40: unknown value for 'deliver': 'after_confirm' (known: automatic"),
        fault(
            "mapping: mapping.yaml",
            "mapping: {deliver: automatic}",
            "lapor.yaml:23:10: the key 'file' is missing"),
        fault(
            "mapping: mapping.yaml",
            "mapping: {file: mapping.yaml, delivr: automatic}",
            "lapor.yaml:23:31: unknown key: 'delivr' (did you mean 'deliver'?)"),
        fault(
            "kind: opd",
            "institution: 4",
            "lapor.yaml:13:18: 'institution' is read beside 'reach: forwarding' alone"),
        fault("kind: opd", "reach: forwarding", "the key 'institution' is missing"),
        fault(
            "kind: opd",
            "reach: forwarding\n    institution: BPN",
            "lapor.yaml:14:18: an institution is the portal's number of it (at most 12 digits)"),
        fault("tls: off # portal", "trust: none.pem", "lapor.yaml:3:10: the file none.pem cannot"),
        fault("poll: {every: PT1S}", "timeouts: {conect: PT1S}", "lapor.yaml:9:14: unknown key"),
        fault("portal:", "portl:", "lapor.yaml:1:1: unknown key: 'portl' (did you mean 'portal'?)"),
        fault("tls: off # portal", "", "lapor.yaml:2:12: the address is not sealed by TLS"),
        fault("http://127.0.0.1:1/", "ftp://x/", "lapor.yaml:2:12: the address must begin with"),
        fault("http://127.0.0.1:1/", "http://u:p@x/", "lapor.yaml:2:12: 'baseUri' must not hold"),
        fault("${env:AUTH}", "s3cret", "lapor.yaml:4:18: 'authorization' must say where"),
        fault(
            "${env:AUTH}",
            "${env:NONE}",
            "lapor.yaml:4:18: 'authorization' needs the environment variable NONE, which is not"),
        fault("${env:AUTH}", "${env:LINES}", "lapor.yaml:4:18: what 'authorization' leads to by"),
        fault("${env:HOOK}", "${env:SHORT}", "lapor.yaml:8:23: ${env:SHORT}: a webhook secret has"),
        fault("[\"${env:HOOK}\"]", "[]", "lapor.yaml:8:12: the webhook has no secret, so nothing"),
        fault(
            "{secrets: [\"${env:HOOK}\"]}", "{}", "lapor.yaml:8:12: the webhook has no secret, so"),
        fault("secrets: [", "secret: [", "lapor.yaml:8:13: unknown key: 'secret' (did you mean"),
        fault(
            "[\"${env:HOOK}\"]",
            "[\"${env:HOOK}\"], token: {header: X-T, value: \"${env:TOKEN_NEW}\"}",
            "lapor.yaml:8:12: the webhook has both 'secrets' and 'token' (keep one of them)"),
        token("{header: X-T}", "lapor.yaml:8:20: the token has no value, so nothing could be"),
        token("{value: \"${env:TOKEN_NEW}\"}", "lapor.yaml:8:20: the key 'header' is missing"),
        token(
            "{header: \"X T\", value: \"${env:TOKEN_NEW}\"}",
            "lapor.yaml:8:29: 'X T': a header's name is 1 to 64 letters, digits and hyphens"),
        token(
            "{header: X-T, value: \"${env:SHORT}\"}",
            "lapor.yaml:8:41: ${env:SHORT}: a webhook token has 16 to 512 ASCII characters"),
        token(
            "{header: X-T, value: s3cret-s3cret-s3cret}",
            "lapor.yaml:8:41: 'value' must say where"),
        token("{headr: X-T}", "lapor.yaml:8:21: unknown key: 'headr' (did you mean 'header'?)"),
        fault(
            "poll: {every: PT1S}",
            "replies: after_aproval",
            "lapor.yaml:9:12: unknown value for 'replies': 'after_aproval' (did you mean"),
        fault(
            "poll: {every: PT1S}",
            "replyReference: nomor",
            "lapor.yaml:9:19: the text of 'replyReference' must have {reference} in it"),
        fault(
            "poll: {every: PT1S}",
            "replyFiles: {max: 6}",
            "lapor.yaml:9:21: 'max' must be a whole number from 0 to 5"),
        http("rates: {}", "lapor.yaml:27:34: unknown key: 'rates' (did you mean 'rate'?)"),
        http("rate: {perSecond: 0}", "lapor.yaml:27:52: 'perSecond' must be a whole number from 1"),
        http("rate: {burst: 5}", "lapor.yaml:27:40: the key 'perSecond' is missing"),
        http("ratePerAddress: {perSecond: 5, brust: 5}", "lapor.yaml:27:65: unknown key: 'brust'"),
        http("trustedProxies: [proxy]", "lapor.yaml:27:51: 'proxy' in 'trustedProxies': not an"),
        http("trustedProxies: 10.0.0.1/8", "lapor.yaml:27:50: '10.0.0.1/8' in 'trustedProxies'"),
        http("trustedProxies: 10.0.0.0/33", "has only 32 bits"),
        http("trustedProxies: 1.2.3", "'1.2.3' in 'trustedProxies': not an address"),
        fault("zone: Asia/Jakarta", "zone: WIB", "lapor.yaml:24:19: 'zone' must be a time zone"),
        fault("zone: Asia/Jakarta", "weekdays: []", "lapor.yaml:24:13: 'weekdays' names no day"),
        fault("zone: Asia/Jakarta", "calendar: none.yaml", "none.yaml: cannot read this file"),
        fault(
            "kind: opd",
            "deadlines: {daysOff: [{day: 2026-02-30, name: Libur}]}",
            "lapor.yaml:13:33: 'day' must be a day, but is '2026-02-30'"),
        fault("kind: opd", "deadlines: {rules: [sp4n]}", "lapor.yaml:13:17: unknown key: 'rules'"),
        fault("PT1S}", "1s}", "lapor.yaml:9:17: 'every' must be a duration from PT1S to PT24H"),
        fault("dishub:", "Dishub:", "lapor.yaml:11:3: an agency's code must not be 'Dishub'"),
        fault("dishub:", "portal:", "lapor.yaml:11:3: no agency may be called 'portal'"),
        fault(
            "kind: opd",
            "webhook: {secrets: []}",
            "lapor.yaml:13:14: the webhook has no secret, so nothing could be verified"),
        fault(
            "kind: opd",
            "webhook: {secrets: [\"${env:HOOK_DISHUB}\"]}",
            "lapor.yaml:13:14: the adapter is not told how to read what is pushed"),
        fault(
            "kind: opd",
            "webhook: {secrets: [\"${env:HOOK}\"]}",
            "lapor.yaml:13:14: a secret or token of this webhook is another side's as well"),
        fault("adapter: rest", "adaptor: rest", "lapor.yaml:14:5: unknown key: 'adaptor' (did you"),
        fault("adapter: rest", "", "lapor.yaml:12:5: the key 'adapter' is missing"),
        fault("adapter: rest", "adapter: rset", "lapor.yaml:14:14: unknown adapter: 'rset' (did"),
        fault("adapter: rest", "adapter: mail", "(known: rest"),
        fault("kind: opd", "kind: dinas", "lapor.yaml:13:11: unknown value for 'kind': 'dinas'"),
        fault("path: /tickets", "path: tickets", "lapor.yaml:19:15: "),
        fault("title, ", "$..(, ", "lapor.yaml:20:15: "),
        fault("mapping: mapping.yaml", "mapping: none.yaml", "none.yaml: cannot read this file"),
        fault("mapping: mapping.yaml", "", "lapor.yaml:1:1: the key 'mapping' is missing"),
        fault("port: 0", "port: 65536", "lapor.yaml:27:31: 'port' must be a whole number from 0"),
        fault(
            "port: 0, admin: {\"port\": 0}",
            "port: 9123, admin: {port: 9123}",
            "lapor.yaml:27:7: the public listener and the one for administration cannot share port 9123"),
        fault("zone: Asia/Jakarta", "zone: WIBB", "lapor.yaml:24:19: 'zone' must be a time zone"),
        fault(
            "store:",
            "documents: {odfVersion: 1.1}\nstore:",
            "lapor.yaml:25:25: 'odfVersion' is no version that is written (one of: "),
        fault(
            "store:",
            "documents: {converter: {office: soffice}}\nstore:",
            "lapor.yaml:25:33: 'office' is no absolute path (auto, off or /usr/bin/soffice)"),
        store("path: a.db, node: a b", "lapor.yaml:25:27: 'a b' is no name of a node (1 to 100"),
        store("paht: a.db", "lapor.yaml:25:9: unknown key: 'paht' (did you mean 'path'?)"),
        store(
            "path: a.db, postgres: {url: \"jdbc:postgresql://db/l\", user: u}",
            "lapor.yaml:25:15: the store is either a file or a database, and both are named"),
        database("user: u", "lapor.yaml:25:19: the key 'url' is missing"),
        database("url: \"jdbc:postgresql://db/l\"", "lapor.yaml:25:19: the key 'user' is missing"),
        database(
            "url: \"postgresql://u:s3cret@db/l\", user: u",
            "lapor.yaml:25:25: 'url' is not the address of a PostgreSQL database (such as jdbc:"),
        database(
            "url: \"jdbc:postgresql://u:s3cret@db/l\", user: u",
            "lapor.yaml:25:25: 'url' is not the address of a PostgreSQL database"),
        database(
            "url: \"jdbc:postgresql://db/l?ssl=true&password=s3cret\", user: u",
            "lapor.yaml:25:25: who we are to the database does not stand in its address (write"),
        database(
            "url: \"jdbc:postgresql://db/l\", user: u, password: s3cret",
            "lapor.yaml:25:70: 'password' must say where the secret is, not the secret"),
        database(
            "url: \"jdbc:postgresql://db/l\", user: u, password: \"${env:NONE}\"",
            "lapor.yaml:25:70: 'password' needs the environment variable NONE, which is not set"),
        fault(
            "store: {path: store/lapor.db}\nprivacy: {keys: store/lapor.db.keys}",
            "store: {postgres: {url: \"jdbc:postgresql://db/l\", user: u}}",
            "lapor.yaml:25:19: with a database the keys of the personal columns need a file that"),
        fault("lookupSettle: PT1S", "base: PT2H", "lapor.yaml:28:11: 'base' is PT2H and 'cap'"));
  }

  private static Arguments token(String token, String line) {
    return fault("secrets: [\"${env:HOOK}\"]", "token: " + token, line);
  }

  private static Arguments http(String more, String line) {
    return fault("port: 0, admin", "port: 0, " + more + ", admin", line);
  }

  private static Arguments store(String store, String line) {
    return fault("{path: store/lapor.db}", "{" + store + "}", line);
  }

  private static Arguments database(String database, String line) {
    return store("postgres: {" + database + "}", line);
  }

  private static Arguments fault(String right, String wrong, String line) {
    return Arguments.of(right, wrong, line);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("faults")
  void aFaultIsToldByFileLineAndColumn(String right, String wrong, String line) throws IOException {
    SampleConfig sample = SampleConfig.in(folder);
    assertThat(sample.text()).contains(right);
    sample.replace(right, wrong);

    String told = faultsOf(sample).replace(folder + "/", "");

    assertThat(told).contains(line);
    assertThat(told).doesNotContain("s3cret");
  }

  @Test
  void allFaultsOfTheFileTheMappingAndTheAdapterAreToldAtOnce() throws IOException {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("institution: \"12938\"", "institusi: \"12938\"");
    sample.replace("ticket: /id", "tiket: /id");
    Files.writeString(folder.resolve("mapping.yaml"), "version: 1\ndefault: dishb\nfoo: 1\n");

    String told = faultsOf(sample).replace(folder + "/", "");

    assertThat(told.lines().map(line -> line.replaceFirst(": .*", "")))
        .containsExactly(
            "lapor.yaml:2:3",
            "lapor.yaml:6:3",
            "lapor.yaml:19:9",
            "lapor.yaml:21:9",
            "lapor.yaml:22:13",
            "lapor.yaml:22:62",
            "mapping.yaml:2:10",
            "mapping.yaml:3:1");
    assertThat(told).contains("unknown agency: 'dishb' (did you mean 'dishub'?)");
  }

  @Test
  void anAgencyThatTheMappingNamesNowhereIsAFault() throws IOException {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace(
        "mapping: mapping.yaml",
        "  pupr:\n    name: PUPR\n    adapter: rest\n    rest: {baseUri: https://pupr.example.go.id,"
            + " create: {path: /t, body: '{}', ticket: /id}}\nmapping: mapping.yaml");

    assertThat(faultsOf(sample))
        .contains("mapping.yaml: the mapping names the agency 'pupr' nowhere");
  }

  private static String faultsOf(SampleConfig sample) {
    ConfigurationFault fault =
        catchThrowableOfType(ConfigurationFault.class, () -> sample.load().close());
    assertThat(fault).isNotNull();
    return String.valueOf(fault.getMessage());
  }
}
