package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of reports by SMS 1708 as they are kept (SMS-03, SMS-04). */
class SmsPrivacyTest {

  @Test
  void aMessageStaysJson() {
    String json = "{\"content\":\"Username: zzsec1\\nPassword: zzsec2\",\"channel\":\"SMS\"}";

    assertThat(
            new String(
                SmsPrivacy.cleaned(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
        .isEqualTo("{\"content\":\"Username: ***\\nPassword: ***\",\"channel\":\"SMS\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"password: ab\\/zzsec\"}",
        "{\"content\":\"kata\\u00a0sandi: zzsec1\"}",
        "{\"content\":\"Kode unik:\\u00a0zzsec7\"}",
        "{\"content\":\"sandi: \\\"zzsec\\\"\"}",
        "{\"data\":\"{\\\"content\\\":\\\"sandi: a\\\\\\/zzsec\\\"}\"}",
        "[{\"content\":\"Kode unik:\\u00a0zzsec7\"}]",
      })
  void howAMessageWritesItsTextsMakesNoDifference(String json) {
    assertThat(
            new String(
                SmsPrivacy.cleaned(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
        .contains("***")
        .doesNotContain("zzsec");
  }

  @Test
  void aMessageWithoutAnyIsKeptAsItCame() {
    byte[] raw = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};

    assertThat(SmsPrivacy.cleaned(raw)).isEqualTo(raw);
  }
}
