package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSettingsTest {
  @TempDir Path folder;
  private Settings settings;
  private String valid;

  @BeforeEach
  void template() throws IOException {
    settings =
        Settings.in(folder).with("baseUri", "http://10.1.1.1").withSecret("key", "ZZSEC-kunci");
    valid = settings.template("dinas.yaml");
  }

  @Test
  void theSampleHasNoFault() throws IOException {
    assertThat(settings.faults(valid)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          type: rest                 | typ: rest                      | 1:1: unknown key: 'typ' (did you mean 'type'?)
          baseUri:                   | base_uri:                      | 2:1: unknown key: 'base_uri' (did you mean 'baseUri'?)
          baseUri: http://10.1.1.1   | #                              | 1:1: the key 'baseUri' is missing
          tls: off                   | tls: on                        | 2:10: the address is not sealed by TLS
          path: /tiket               | path: tiket                    | 9:9: this must begin with one '/'
          path: /tiket               | path: /a/../b                  | 9:9: this is not a path
          path: /tiket               | path: /tiket/{reference}       | 9:9: this has an unknown {reference}
          ticket: /nomor             | ticket: nomor                  | 23:11: this is not a JSON pointer
          ticket: /nomor             | number: /nomor                 | 23:3: unknown key: 'number'
          ={reference}               | =8                             | 27:9: this must have {reference} in it
          ?sejak={cursor}            | ?sejak={kursor}                | 32:9: this must have {cursor} in it
          limit: 3                   | limit: 0                       | 33:10: 'limit' must be a whole number from 1 to 1000
          at: /waktu                 | on: /waktu                     | 38:5: the key 'at' is missing
          pattern: uuuu-MM-dd        | pattern: tahun                 | 42:14: 'pattern' is no date and time
          zone: Asia/Jakarta         | zone: WIB                      | 43:11: 'zone' must be a time zone
          successWhen: $not(         | successWhen: $eval(            | 24:16: this must not define functions or use $eval or $pad
          publicWhen: publik         | publicWhen: function($x) {1} & | 46:17: this must not define functions
          publicWhen: publik         | publicWhen: (                  | 46:17: this is not JSONata
          items: /perubahan}         | items: perubahan}              | 47:15: this is not a JSON pointer
          items: /perubahan}         | itms: /perubahan}              | 47:8: unknown key: 'itms' (did you mean 'items'?)
          refusalReason:             | refusedStatus: [409]\\n  refusalReason: | 25:19: the status 409 does not prove this
          refusalReason:             | refusedStatus: 500\\n  refusalReason:   | 25:18: 'refusedStatus' must be a whole number from 400 to 499
          refusalReason:             | method: GET\\n  refusalReason: | 25:11: unknown method: 'GET'
          "no_referensi": trackingId | "no_referensi": title          | 10:9: this carries no trackingId
          fullText.{                 | halfText.{                     | 10:9: 'limits' cuts texts, and this carries no fullText
          "judul": title             | "judul": $number(title)        | 10:9: for an invented complaint this failed with
          "judul": title             | "judul" title                  | 10:9: this is not JSONata
          /tiket/{ticket}            | /tiket/{tiket}                 | 49:9: this has an unknown {tiket}
          path: /tiket/{ticket}      | method: DELETE                 | 49:11: unknown method: 'DELETE'
          path: /tiket/{ticket}      | way: /tiket/{ticket}           | 49:3: unknown key: 'way'
          "rahasia": secret          | "rahasia" secret               | 50:9: this is not JSONata
          email} : null              | email} : $error()              | 50:9: for an invented complaint this failed with
          """)
  void aFaultIsToldWithItsPlace(String written, String instead, String expected)
      throws IOException {
    assertThat(valid).contains(written);
    String faulty =
        valid.substring(0, valid.indexOf(written))
            + instead.replace("\\n", "\n")
            + valid.substring(valid.indexOf(written) + written.length());

    List<Problem> faults = settings.faults(faulty);

    assertThat(faults)
        .extracting(Problem::toString)
        .anySatisfy(line -> assertThat(line).contains("dinas.yaml:" + expected))
        .allSatisfy(line -> assertThat(line).doesNotContain("ZZSEC"));
  }

  @Test
  @Tag("C24")
  void whatIsPublicMustBeSaid() throws IOException {
    String silent = valid.replaceAll("(?m)^ *publicWhen:.*$", "");

    assertThat(settings.faults(silent))
        .extracting(Problem::message)
        .containsExactly("the key 'publicWhen' is missing");
  }

  @Test
  @Tag("C24")
  void anUpdateMustNotLeaveOutWhatAWithheldReporterMayNotKeepThere() throws IOException {
    String leaving = valid.replace("reporter ? reporter.{", "reporter.{").replace(" : null,", ",");

    assertThat(settings.faults(leaving))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("dinas.yaml:50:9: where the reporter is withheld this leaves out 'pelapor'");
  }

  @Test
  void anUpdateMustSayWhichTicketIsMeantAndCarryTheWholeText() throws IOException {
    int update = valid.indexOf("update:");
    String faulty =
        valid.substring(0, update)
            + valid
                .substring(update)
                .replace("/tiket/{ticket}", "/tiket")
                .replace("\"no_referensi\": trackingId,", "")
                .replace("fullText.{", "halfText.{");

    assertThat(settings.faults(faulty))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "neither this nor 'path' says which ticket is meant",
            "'limits' cuts texts, and this carries no fullText");
  }

  @Test
  @Tag("C24")
  void whatIsPublicMustBeSaidOfWhatIsPushedToo() throws IOException {
    String silent =
        valid.replace("{items: /perubahan}", "{item: {id: /id, ticket: /nomor, at: /waktu}}");

    assertThat(settings.faults(silent))
        .extracting(Problem::message)
        .containsExactly("the key 'publicWhen' is missing");
  }

  @Test
  void withoutAListOfChangesItMustBeSaidHowOneIsPushed() throws IOException {
    String silent =
        valid.substring(0, valid.indexOf("changes:")) + valid.substring(valid.indexOf("push:"));

    assertThat(settings.faults(silent))
        .extracting(Problem::message)
        .containsExactly("the key 'item' is missing");
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    String faulty =
        valid
            .replace("path: /tiket\n", "path: tiket\n")
            .replace("at: /waktu", "at: waktu")
            .replace("items: /data", "items: data")
            .replace("header: X-Kunci-Api", "header: Host");

    assertThat(settings.faults(faulty)).hasSize(5);
  }
}
