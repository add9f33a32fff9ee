package id.aduan.lapor.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.webhook.Verdict.Genuine;
import id.aduan.lapor.webhook.Verdict.Malformed;
import id.aduan.lapor.webhook.Verdict.Reason;
import id.aduan.lapor.webhook.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class WebhookVerifierTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIMESTAMP = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static WebhookVerifier at(long now, String... secrets) {
    return new WebhookVerifier(
        List.of(secrets).stream().map(SigningSecret::parse).toList(),
        InstantSource.fixed(Instant.ofEpochSecond(now)));
  }

  private static WebhookHeaders headers(String id, String timestamp, String signature) {
    return new WebhookHeaders(List.of(id), List.of(timestamp), List.of(signature));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Verdict verdict(String id, String timestamp, String signature, String body) {
    return at(TIMESTAMP, SECRET).verify(headers(id, timestamp, signature), bytes(body));
  }

  @Test
  void the_published_vector_is_genuine() {
    assertThat(verdict(ID, "" + TIMESTAMP, SIGNATURE, BODY)).isEqualTo(new Genuine(ID));
  }

  @Test
  void what_the_reference_library_signs_is_genuine() throws Exception {
    String signed = new Webhook(SECRET).sign("msg_1", TIMESTAMP, "{\"a\":\"\u00e9\"}");

    assertThat(verdict("msg_1", "" + TIMESTAMP, signed, "{\"a\":\"\u00e9\"}"))
        .isEqualTo(new Genuine("msg_1"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void five_minutes_either_way_are_in_time(long late) {
    Verdict verdict =
        at(TIMESTAMP + late, SECRET).verify(headers(ID, "" + TIMESTAMP, SIGNATURE), bytes(BODY));

    assertThat(verdict).isInstanceOf(Genuine.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 360, 86_400})
  void more_is_stale_although_the_signature_is_right(long late) {
    Verdict verdict =
        at(TIMESTAMP + late, SECRET).verify(headers(ID, "" + TIMESTAMP, SIGNATURE), bytes(BODY));

    assertThat(verdict).isEqualTo(new Refused(Reason.STALE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1614265330.5", "1e9", "16142653301614265330", "soon", " 1"})
  void a_timestamp_is_whole_seconds(String timestamp) {
    assertThat(verdict(ID, timestamp, SIGNATURE, BODY))
        .isEqualTo(new Refused(Reason.BAD_TIMESTAMP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1,",
        "none",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
      })
  void another_signature_is_refused(String signature) {
    assertThat(verdict(ID, "" + TIMESTAMP, signature, BODY))
        .isEqualTo(new Refused(Reason.BAD_SIGNATURE));
  }

  @Test
  void the_raw_bytes_are_signed_so_the_same_json_written_anew_is_refused() {
    assertThat(verdict(ID, "" + TIMESTAMP, SIGNATURE, "{\"test\":2432232314}"))
        .isEqualTo(new Refused(Reason.BAD_SIGNATURE));
  }

  @Test
  void the_id_is_signed_too() {
    assertThat(verdict("msg_other", "" + TIMESTAMP, SIGNATURE, BODY))
        .isEqualTo(new Refused(Reason.BAD_SIGNATURE));
  }

  @Test
  void a_right_signature_is_found_beside_wrong_ones_but_not_beside_too_many() {
    String wrong = "v1,AAAA ";

    assertThat(verdict(ID, "" + TIMESTAMP, wrong.repeat(15) + SIGNATURE, BODY))
        .isInstanceOf(Genuine.class);
    assertThat(verdict(ID, "" + TIMESTAMP, wrong.repeat(16) + SIGNATURE, BODY))
        .isInstanceOf(Malformed.class);
    assertThat(verdict(ID, "" + TIMESTAMP, wrong.repeat(1000) + SIGNATURE, BODY))
        .isInstanceOf(Malformed.class);
  }

  @Test
  @Tag("F64")
  void while_a_secret_is_rotated_the_old_and_the_new_one_count() {
    String newer = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    Verdict verdict =
        at(TIMESTAMP, newer, SECRET).verify(headers(ID, "" + TIMESTAMP, SIGNATURE), bytes(BODY));

    assertThat(verdict).isInstanceOf(Genuine.class);
    Happened.times("F64", 1, "a message signed by the older secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "a\r\nb", "a\u0000b", "\ud83d\ude00"})
  void an_id_of_another_form_is_malformed(String id) {
    assertThat(verdict(id, "" + TIMESTAMP, SIGNATURE, BODY)).isInstanceOf(Malformed.class);
  }

  @Test
  void an_id_has_at_most_255_characters() {
    assertThat(verdict("x".repeat(255), "" + TIMESTAMP, SIGNATURE, BODY))
        .isInstanceOf(Refused.class);
    assertThat(verdict("x".repeat(256), "" + TIMESTAMP, SIGNATURE, BODY))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void a_missing_header_is_refused_and_a_doubled_one_malformed() {
    WebhookVerifier verifier = at(TIMESTAMP, SECRET);
    List<String> one = List.of("" + TIMESTAMP);

    assertThat(verifier.verify(new WebhookHeaders(List.of(), one, List.of(SIGNATURE)), bytes(BODY)))
        .isEqualTo(new Refused(Reason.MISSING_HEADER));
    assertThat(
            verifier.verify(
                new WebhookHeaders(Collections.nCopies(2, ID), one, List.of(SIGNATURE)),
                bytes(BODY)))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_", "whsec_AAAA", "not base64 at all!", "whsec_%%%"})
  void a_faulty_secret_is_refused_without_showing_it(String secret) {
    assertThatThrownBy(() -> SigningSecret.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret.replace("whsec_", "").isEmpty() ? "\u0000" : secret);
  }

  @Test
  void without_a_secret_there_is_no_verifier() {
    assertThatThrownBy(() -> new WebhookVerifier(List.of(), InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("S3")
  void it_asks_a_request_for_its_three_headers_and_no_other() {
    List<String> asked = new ArrayList<>();

    WebhookHeaders read =
        at(TIMESTAMP, SECRET)
            .headersOf(
                name -> {
                  asked.add(name);
                  return List.of(name + "-value");
                });

    assertThat(asked).containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
    assertThat(read)
        .isEqualTo(
            headers("webhook-id-value", "webhook-timestamp-value", "webhook-signature-value"));
  }
}
