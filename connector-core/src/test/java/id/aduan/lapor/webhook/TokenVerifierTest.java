package id.aduan.lapor.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.webhook.Verdict.Genuine;
import id.aduan.lapor.webhook.Verdict.Malformed;
import id.aduan.lapor.webhook.Verdict.Reason;
import id.aduan.lapor.webhook.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C3")
class TokenVerifierTest {
  private static final String TOKEN = "ZZSEC-invented-token-1";
  private static final byte[] BODY = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
  private final TokenVerifier verifier = TokenVerifier.of("X-Portal-Token", List.of(TOKEN));

  private Verdict verdict(String... sent) {
    return verifier.verify(verifier.headersOf(name -> List.of(sent)), BODY);
  }

  @Test
  void the_id_of_an_event_is_the_hash_of_its_bytes() {
    Verdict first = verdict(TOKEN);

    assertThat(first)
        .isEqualTo(new Genuine("f9d86028c6e0d64e225186f96acb69338b2c59764df79162107f5c4bb34d1310"));
  }

  @Test
  void it_looks_at_its_own_header_and_at_no_other() {
    List<String> asked = new ArrayList<>();

    WebhookHeaders headers =
        verifier.headersOf(
            name -> {
              asked.add(name);
              return List.of();
            });

    assertThat(asked).containsExactly("X-Portal-Token");
    assertThat(verifier.verify(headers, BODY)).isEqualTo(new Refused(Reason.MISSING_HEADER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ZZSEC-invented-token-",
        "ZZSEC-invented-token-12",
        "zzsec-invented-token-1",
        " ZZSEC-invented-token-1",
        "Bearer ZZSEC-invented-token-1"
      })
  void another_token_is_refused(String other) {
    assertThat(verdict(other)).isEqualTo(new Refused(Reason.BAD_TOKEN));
  }

  @Test
  void a_token_that_is_sent_twice_is_malformed() {
    assertThat(verdict(TOKEN, TOKEN)).isInstanceOf(Malformed.class);
  }

  @Test
  void while_a_token_is_rotated_the_old_and_the_new_one_count() {
    TokenVerifier both = TokenVerifier.of("X-T", List.of("ZZSEC-invented-token-2", TOKEN));

    for (String token : List.of(TOKEN, "ZZSEC-invented-token-2")) {
      assertThat(both.verify(both.headersOf(name -> List.of(token)), BODY))
          .isInstanceOf(Genuine.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "fifteen-letters",
        "a space at the end ",
        "two lines\r\nof a token",
        "n\u00f3n-ascii-token-1"
      })
  void a_token_of_another_form_is_refused_without_showing_it(String token) {
    assertThatThrownBy(() -> TokenVerifier.of("X-T", List.of(token)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(token.isEmpty() ? "\u0000" : token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X T", "X:T", "X\r\nT"})
  void the_header_has_the_name_of_a_header(String header) {
    assertThatThrownBy(() -> TokenVerifier.of(header, List.of(TOKEN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("S2")
  void without_a_token_there_is_no_verifier() {
    assertThatThrownBy(() -> TokenVerifier.of("X-T", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neither_the_verifier_nor_the_headers_show_a_token() {
    assertThat(verifier.toString() + verifier.headersOf(name -> List.of(TOKEN)))
        .doesNotContain("ZZSEC");
  }
}
