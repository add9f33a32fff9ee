package id.aduan.lapor.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.json.JsonObject;
import id.aduan.lapor.json.JsonPlace;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.PhoneNumber;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookSigner;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMessengersTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OLDER = "whsec_b2xkZXItc2VjcmV0LWludmVudGVkLTAwMDE=";
  private static final URI GATEWAY = URI.create("https://sms.example.go.id");
  private static final String EVIL = "a\"}&to=+6299999999\n\\{{to}} ${x} <b>";
  private final Far far = new Far();

  /** A far end that answers as it is told. */
  private static final class Far implements HttpTransport {
    private final List<HttpCall> calls = new ArrayList<>();
    private int status = 200;
    private Map<String, String> headers = Map.of();
    private String body = "{}";
    private Optional<HttpFailure.Kind> failure = Optional.empty();

    @Override
    public HttpReply exchange(HttpCall call) throws HttpFailure {
      calls.add(call);
      if (failure.isPresent()) {
        throw new HttpFailure(failure.get(), call.summary() + ": no answer");
      }
      return new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    String sent() {
      return new String(calls.get(0).body().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
  }

  private static Message message(String text) {
    return new Message(
        new Contact(
            Optional.empty(),
            Optional.of(new PhoneNumber("+6281234567890")),
            Optional.of(URI.create("https://dishub.example.go.id/notify"))),
        Notice.Kind.CASE_NEW,
        Role.LIAISON,
        Optional.of(new TrackingId("9200001")),
        Optional.of(new AgencyCode("dishub")),
        "Subjek",
        text,
        Map.of("kategori", "Jalan"),
        Instant.EPOCH);
  }

  private GatewayMessenger gateway(GatewayBody body) {
    return new GatewayMessenger(
        new GatewayConfig(
            HttpEndpoint.of(GATEWAY, new HttpAuth.None()),
            "/v1",
            Map.of("X-Key", "k"),
            body,
            Set.of(),
            JsonPlace.parse("/data/id")),
        far,
        InstantSource.system());
  }

  private WebhookMessenger webhook() {
    return new WebhookMessenger(
        new WebhookSigner(List.of(SigningSecret.parse(SECRET), SigningSecret.parse(OLDER))),
        HttpEndpoint.BOUNDS,
        far,
        InstantSource.system());
  }

  private DeliveryResult byGateway(int status) {
    far.status = status;
    return gateway(new GatewayBody.Form(Map.of("to", "{{to}}", "text", "{{text}}")))
        .send(message("x"), new IdempotencyKey("k1"));
  }

  @Test
  @Tag("S4")
  void a_text_leaves_its_place_in_json_by_nothing_that_it_holds() throws Exception {
    GatewayBody body =
        JsonObject.parse(
                "{\"to\":\"{{ to_digits }}\",\"m\":[{\"t\":\"> {{text}}\"}],\"n\":1,\"i\":\"{{id}}\"}")
            .map(GatewayBody.Json::new)
            .orElseThrow();

    gateway(body).send(message(EVIL), new IdempotencyKey("k1"));

    JsonNode sent = new ObjectMapper().readTree(far.sent());
    assertThat(sent.size()).isEqualTo(4);
    assertThat(sent.at("/to").asText()).isEqualTo("6281234567890");
    assertThat(sent.at("/m/0/t").asText()).isEqualTo("> " + EVIL);
    assertThat(sent.at("/i").asText()).isEqualTo("k1");
  }

  @Test
  @Tag("S4")
  void a_text_leaves_its_place_in_a_form_by_nothing_that_it_holds() {
    gateway(new GatewayBody.Form(Map.of("text", "{{text}}")))
        .send(message(EVIL), new IdempotencyKey("k1"));

    assertThat(far.sent()).startsWith("text=").doesNotContain("&");
    assertThat(URLDecoder.decode(far.sent().substring(5), StandardCharsets.UTF_8)).isEqualTo(EVIL);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted, ",
    "202, Accepted, ",
    "400, Refused, ",
    "404, Refused, ",
    "422, Refused, ",
    "401, RetryLater, CREDENTIALS",
    "403, RetryLater, CREDENTIALS",
    "429, RetryLater, TARGET",
    "500, Unknown, ",
    "502, Unknown, ",
    "503, Unknown, ",
    "504, Unknown, ",
    "302, Unknown, "
  })
  @Tag("C9")
  void what_a_gateway_answers_says_whose_trouble_it_is(int status, String kind, Trouble trouble) {
    DeliveryResult result = byGateway(status);

    assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
    if (result instanceof RetryLater later) {
      assertThat(later.trouble()).isEqualTo(trouble);
    }
  }

  @Test
  @Tag("C9")
  void a_gateway_that_asks_to_come_again_has_sent_nothing() {
    far.headers = Map.of("retry-after", "30");

    assertThat(((RetryLater) byGateway(503)).trouble()).isEqualTo(Trouble.TARGET);
  }

  @Test
  @Tag("C7")
  void a_gateway_that_did_not_answer_may_have_sent_it() {
    far.failure = Optional.of(HttpFailure.Kind.UNCERTAIN);
    assertThat(byGateway(200)).isInstanceOf(Unknown.class);

    far.failure = Optional.of(HttpFailure.Kind.NOT_SENT);
    assertThat(((RetryLater) byGateway(200)).trouble()).isEqualTo(Trouble.TARGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {"data": {"id": "m-1"}}      | m-1
      {"data": {"id": 17}}         | 17
      {"data": {"id": "a b"}}      | ''
      {"data": {"id": {}}}         | ''
      {"data": {}}                 | ''
      not json                     | ''
      """)
  void a_gateways_name_for_the_message_is_kept_where_it_is_one(String body, String reference) {
    far.body = body;

    assertThat(byGateway(200)).isEqualTo(new Accepted(reference));
  }

  @Test
  void a_webhook_is_signed_by_each_secret_and_carries_the_key() throws Exception {
    webhook().send(message("x"), new IdempotencyKey("k1"));

    Map<String, List<String>> headers =
        far.calls.get(0).headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    for (String secret : List.of(SECRET, OLDER)) {
      new Webhook(secret).verify(far.sent(), HttpHeaders.of(headers, (name, value) -> true));
    }
    assertThat(far.calls.get(0).headers()).containsEntry("webhook-id", "k1");
    JsonNode sent = new ObjectMapper().readTree(far.sent());
    assertThat(sent.at("/type").asText()).isEqualTo("lapor.notification.case_new");
    assertThat(sent.at("/data/trackingId").asText()).isEqualTo("9200001");
    assertThat(sent.at("/data/facts/kategori").asText()).isEqualTo("Jalan");
  }

  private DeliveryResult byWebhook(int status) {
    far.status = status;
    return webhook().send(message("x"), new IdempotencyKey("k1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 410, 429})
  @Tag("C10")
  void the_trouble_of_one_webhook_is_its_recipients_alone(int status) {
    assertThat(((RetryLater) byWebhook(status)).trouble()).isEqualTo(Trouble.ENTRY);
  }

  @Test
  @Tag("C10")
  void a_webhook_that_cannot_be_reached_is_its_recipients_trouble_alone() {
    far.failure = Optional.of(HttpFailure.Kind.NOT_SENT);
    assertThat(((RetryLater) byWebhook(200)).trouble()).isEqualTo(Trouble.ENTRY);

    far.failure = Optional.of(HttpFailure.Kind.NOT_ADMITTED);
    assertThat(((RetryLater) byWebhook(200)).trouble()).isEqualTo(Trouble.ENTRY);
  }

  @Test
  @Tag("S4")
  void what_came_of_a_webhook_never_names_its_address() {
    List<String> told = new ArrayList<>();
    for (HttpFailure.Kind kind : HttpFailure.Kind.values()) {
      far.failure = Optional.of(kind);
      told.add(byWebhook(200).toString());
    }
    far.failure = Optional.empty();
    for (int status : new int[] {302, 401, 404, 410, 429, 500, 503}) {
      told.add(byWebhook(status).toString());
    }

    assertThat(told).noneMatch(text -> text.contains("example") || text.contains("/notify"));
    assertThat(byWebhook(404))
        .isEqualTo(new Refused("http.404", "the webhook was answered with 404"));
    assertThat(byWebhook(500)).isEqualTo(new Unknown("the webhook was answered with 500"));
  }
}
