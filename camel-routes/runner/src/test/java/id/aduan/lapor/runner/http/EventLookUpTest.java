package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.portal.v3.V3Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of an event is told to whoever can prove to be its sender, and to nobody else. */
@Tag("C2")
@Tag("S20")
class EventLookUpTest extends WebhookRig {
  private static final String UNKNOWN = "in-0123456789abcdef";

  private RawRequest lookUp(String reference) {
    return genuine(event + "_look", "")
        .without("Content-Type")
        .line("GET /webhooks/portal/" + reference + " HTTP/1.1");
  }

  private RawAnswer ask(RawRequest request) throws Exception {
    return request.sendTo(ingress.address());
  }

  @Test
  void anAcceptedEventIsTold() throws Exception {
    String reference = ask(genuine(event, complaint("9100007"))).isAccepted().reference();

    RawAnswer told = ask(lookUp(reference));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.head()).contains("Content-Type: application/json", "Cache-Control: no-store");
    assertThat(told.body())
        .matches(
            "\\{\"reference\":\"%s\",\"outcome\":\"accepted\",\"code\":\"\",\"receivedAt\":\"20[0-9T:.-]+Z\",\"complaint\":\"9100007\"}"
                .formatted(reference))
        .doesNotContain("Siti", "Lampu");
  }

  @Test
  void aQuarantinedEventIsToldWithItsCode() throws Exception {
    String reference = ask(genuine(event, "[]")).isQuarantined("payload.shape").reference();

    assertThat(ask(lookUp(reference)).body())
        .contains("\"outcome\":\"quarantined\",\"code\":\"payload.shape\"")
        .doesNotContain("complaint");
  }

  @Test
  void aReferenceThatNobodyWasToldIsUnknownButOnlyToTheSender() throws Exception {
    ask(lookUp(UNKNOWN)).isProblem(404, "event.unknown");
    ask(lookUp(UNKNOWN).without("webhook-signature")).isProblem(401, "signature.invalid");
  }

  @Test
  void withoutProofAnEventThatIsThereAndOneThatIsNotAreTheSameToTheByte() throws Exception {
    String there = ask(genuine(event, complaint("9100008"))).isAccepted().reference();
    List<RawAnswer> doubtful =
        List.of(
            ask(lookUp(there).without("webhook-signature")),
            ask(lookUp(UNKNOWN).without("webhook-signature")),
            ask(lookUp(there).set("webhook-timestamp", "1")),
            ask(lookUp(there).set("webhook-signature", "v1,AAAA")),
            ask(lookUp(there).without("webhook-id")));

    assertThat(doubtful).allSatisfy(it -> it.isProblem(401, "signature.invalid"));
    assertThat(doubtful).extracting(RawAnswer::body).containsOnly(doubtful.get(0).body());
    ask(lookUp(there).with("webhook-id", "other")).isProblem(400, "header.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "in-",
        "in-0123456789ABCDEF",
        "in-0123456789abcdef0",
        "in-x' or 1=1--",
        "in-0123456789abcdef/x",
        "schema.jsn"
      })
  void anotherAddressIsNotFoundWithoutAnyProof(String path) throws Exception {
    RawAnswer told = ask(lookUp(path.replace(' ', '+')).without("webhook-signature"));

    told.isProblem(404, "http.not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void anEventCannotBeChanged(String method) throws Exception {
    RawAnswer told =
        ask(lookUp(UNKNOWN).line(method + " /webhooks/portal/" + UNKNOWN + " HTTP/1.1"));

    told.isProblem(405, "http.method");
    assertThat(told.head()).contains("Allow: GET");
  }

  @Test
  void aLookUpHasNoBody() throws Exception {
    ask(lookUp(UNKNOWN).body("{}")).isProblem(400, "http.malformed");
  }

  @Test
  void aStoreThatDoesNotAnswerInTimeIsAnswered503() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    var unused = connector.store().submit(tx -> FullStoreTest.hold(stuck));

    RawAnswer told = ask(lookUp(UNKNOWN));
    stuck.countDown();

    told.isProblem(503, "store.unavailable");
    assertThat(told.head()).contains("Retry-After: 30");
  }

  @Test
  void theSchemaOfAPushIsPublic() throws Exception {
    RawAnswer told = ask(plain("GET /webhooks/portal/schema.json HTTP/1.1"));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.head()).contains("Content-Type: application/schema+json");
    assertThat(told.body()).isEqualTo(new String(V3Schema.webhook(), StandardCharsets.UTF_8));
    ask(plain("POST /webhooks/portal/schema.json HTTP/1.1")).isProblem(405, "http.method");
  }
}
