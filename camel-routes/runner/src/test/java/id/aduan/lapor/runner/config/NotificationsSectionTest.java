package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationsSectionTest {
  private static final String SECTION =
      """
      notifications:
        email:
          host: mail.example.go.id
          user: lapor
          password: ${env:TOKEN}
          from: lapor@example.go.id
          replyTo: admin@example.go.id
          headers: {X-Kabupaten: Bintan}
        webhook: {secrets: ["${env:HOOK_OLDER}"]}
        sms:
          baseUri: https://sms.example.go.id
          path: /v1/messages
          headers: {X-Key: "${env:AUTH}", X-Sender: LAPOR}
          json: '{"to": "{{to_digits}}", "body": {"text": "{{text}}"}, "ref": "{{id}}"}'
          success: [200, 202]
          messageId: /data/id
        contacts:
          sekda: {email: sekda@example.go.id}
        ladder:
          opd: {50: [liaison], 150: [liaison, bupati]}
        portalLink: https://www.lapor.go.id/laporan/{{nomor}}
      """;

  @TempDir private Path folder;
  private SampleConfig sample;

  @BeforeEach
  void write() {
    sample = SampleConfig.in(folder);
    sample.replace(
        "    kind: opd\n",
        "    kind: opd\n    contacts: {liaison: {email: p@dishub.example.go.id, phone: \"+6281234567890\"}}\n");
    sample.replace("store: {path", SECTION + "store: {path");
  }

  private List<String> faults() {
    ConfigurationFault fault =
        catchThrowableOfType(ConfigurationFault.class, () -> sample.load().close());
    return fault.problems().stream()
        .map(Problem::toString)
        .map(it -> it.replace(folder + "/", ""))
        .toList();
  }

  @Test
  void a_right_section_is_read_to_its_end() {
    try (RunnerConfig config = sample.load()) {
      var how = config.officials().how();

      assertThat(how.messengers()).containsOnlyKeys(Channel.values());
      assertThat(config.officials().mail()).isPresent();
      Optional<AgencyCode> dishub = Optional.of(new AgencyCode("dishub"));
      assertThat(how.directory().find(dishub, Role.LIAISON).map(Contact::channels).orElseThrow())
          .containsExactly(Channel.EMAIL, Channel.SMS);
      assertThat(how.directory().find(dishub, Role.SEKDA)).isPresent();
      assertThat(how.directory().find(dishub, Role.HEAD)).isEmpty();
      assertThat(how.wording().agencyNames()).containsValue("Dinas Perhubungan");
      assertThat(config.deadlines().steps().of(AgencyKind.OPD)).containsExactly(50, 150);
      assertThat(config.deadlines().steps().of(AgencyKind.VERTICAL)).containsExactly(50, 80, 100);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      lapor@example.go.id      | a@b@c.id                     | 'from' is no plain e-mail address
      lapor@example.go.id      | "lapor@example.go.id\\r\\nBcc: x@y.id" | 'from' is no plain e-mail
      p@dishub.example.go.id   | pä@dishub.example.go.id      | 'email' is no plain e-mail address
      p@dishub.example.go.id   | ""                           | 'email' is no plain e-mail address
      "+6281234567890"         | 081234567890                 | 'phone' is no plain number
      host: mail.example.go.id | host: "mail.example.go.id/x" | 'host' is not the name of a server
      X-Kabupaten              | Bcc                          | must be a header that is not written
      X-Kabupaten: Bintan      | X-Kabupaten: "a\\nb"         | a header's value is 1 to 200 ASCII
      user: lapor              | security: ssl                | 'user' and 'password' of the mail server
      {{text}}                 | {{txt}}                      | there is no placeholder of this name
      {{to_digits}}            | 0812                         | must hold {{to}} (or {{to_digits}})
      "ref": "{{id}}"}         | "ref": "{{id}}"              | 'json' must be a JSON object
      messageId: /data/id      | messageId: data              | is no JSON pointer
      path: /v1/messages       | path: /v1?x=1                | 'path' must begin with a slash
      X-Key                    | Host                         | must be a header of the gateway's own
      [200, 202]               | [500]                        | must be a whole number from 200 to 299
      opd: {50                 | vertical: {50                | the region has no say over a vertical
      150: [liaison, bupati]   | 1500: [liaison]              | must be a whole number from 1 to 1000
      150: [liaison, bupati]   | 150: [camat]                 | unknown value for '150'
      150: [liaison, bupati]   | 150: []                      | nobody is warned at this step
      portalLink: https        | portalLink: http             | 'portalLink' must be an https://
      HOOK_OLDER               | HOOK                         | is another side's as well
      sekda: {email            | skda: {email                 | unknown key: 'skda'
      liaison: {               | sekda: {                     | unknown key: 'sekda'
      """)
  void a_fault_is_told_with_its_place(String right, String wrong, String fault) {
    sample.replace(right, wrong);

    assertThat(faults())
        .anySatisfy(it -> assertThat(it).matches("lapor.yaml:\\d+:\\d+: .*").contains(fault));
  }

  @Test
  @Tag("C24")
  void an_address_that_is_none_is_not_shown() {
    sample.replace("p@dishub.example.go.id", "ZZPII@@x");

    assertThat(faults()).noneMatch(it -> it.contains("ZZPII"));
  }

  @Test
  void texts_of_the_region_are_held_against_what_they_may_name() throws IOException {
    Files.createDirectory(folder.resolve("teks"));
    Files.writeString(folder.resolve("teks/case-new.txt"), "Subjek: x\n{{nomr}}");
    sample.replace("  portalLink", "  templates: teks\n  portalLink");

    assertThat(faults())
        .anyMatch(it -> it.startsWith("teks/case-new.txt:2:1: unknown placeholder here: 'nomr'"));
  }

  @Test
  void an_unsealed_server_and_an_agency_that_nobody_tells_are_worth_a_look() {
    sample.replace("user: lapor\n    password: ${env:TOKEN}", "security: off");
    sample.replace("liaison: {", "head: {");
    try (RunnerConfig config = sample.load()) {
      assertThat(config.notices())
          .extracting(Problem::message)
          .anyMatch(it -> it.contains("the mail server is not sealed"))
          .anyMatch(it -> it.contains("nobody is told of new cases of 'dishub'"));
    }
  }
}
