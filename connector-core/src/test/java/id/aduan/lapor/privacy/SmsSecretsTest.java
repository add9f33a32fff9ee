package id.aduan.lapor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Account data and codes in texts of reports by SMS 1708 (SMS-03, SMS-04). */
class SmsSecretsTest {

  @ParameterizedTest
  @Tag("S18")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Username: zzsec1 Password: zzsec2              | Username: *** Password: ***
          username zzsec password rahasiazzsec           | username *** password ***
          User ID=zzsec1; kata sandi=zzsec2.             | User ID=***; kata sandi=***.
          Nama pengguna anda zzsec1, sandi anda zzsec2   | Nama pengguna anda ***, sandi anda ***
          Kode unik 48zzsec21 untuk membaca              | Kode unik *** untuk membaca
          kode unik anda adalah zzsec                    | kode unik anda adalah ***
          Kode Unik: ZZSEC                               | Kode Unik: ***
          KODE AKSES ZZSEC untuk                         | KODE AKSES *** untuk
          PIN 123456                                     | PIN ***
          (password "zzsec9")                            | (password "***")
          unique code: zzsec                             | unique code: ***
          kata sandi: Xy(7)ZZSEC                         | kata sandi: ***
          password Ab;12zzsec, terima kasih              | password ***, terima kasih
          password: p'4ss,zzsec/ZZSEC\\zzsec.             | password: ***.
          Password: zzsec-sandi                          | Password: ***
          sandi=zzsec1;pin 4zzsec                        | sandi=***;pin ***
          Username: zzsec1,Password: zzsec2              | Username: ***,Password: ***
          kata sandi: zzsec1                           | kata sandi: ***
          """)
  void whatLetsAReporterInIsRemoved(String text, String without) {
    assertThat(SmsSecrets.removed(text)).isEqualTo(without).doesNotContainIgnoringCase("zzsec");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Saya lupa password akun desa.",
        "Lampu jalan mati sejak Senin di Jalan Merdeka 12.",
        "Petugas meminta kode unik kepada warga.",
        "Pipa PDAM bocor, pintu air tidak dibuka.",
        "Jembatan Sandi Jaya rusak",
        ""
      })
  void wordsThatAreNoSecretStay(String text) {
    assertThat(SmsSecrets.removed(text)).isEqualTo(text);
  }

  @Test
  @Tag("C22")
  void noTextTakesLong() {
    for (String text : List.of("password ", "kode unik anda ", "user name: ", "sandi", "\u00a0 ")) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> SmsSecrets.removed(text.repeat(100_000)));
    }
  }

  @Test
  void theChannelIsKnownByItsWord() {
    assertThat(SmsSecrets.isSms("SMS")).isTrue();
    assertThat(SmsSecrets.isSms("SMS 1708")).isTrue();
    assertThat(SmsSecrets.isSms("1708")).isTrue();
    assertThat(SmsSecrets.isSms("Website")).isFalse();
    assertThat(SmsSecrets.isSms("")).isFalse();
  }
}
