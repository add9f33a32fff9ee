package id.aduan.lapor.agency.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SignedTransportTest {
  private static final URI SYSTEM = URI.create("https://dinas.go.id/api");
  private static final String SECRET = "ZZSEC-rahasia/+ %";
  private volatile Instant now = Instant.parse("2026-11-26T02:00:00Z");
  private final TokenIssuer far = new TokenIssuer();

  private static HttpAuth.OAuth2 client(HttpAuth.OAuth2.Credentials credentials) {
    return new HttpAuth.OAuth2(
        TokenIssuer.ADDRESS,
        "lapor:bintan",
        Secret.of(SECRET),
        Optional.of("aduan.tulis aduan.baca"),
        Map.of("audience", "kantor"),
        credentials);
  }

  private final HttpEndpoint endpoint =
      HttpEndpoint.of(SYSTEM, client(HttpAuth.OAuth2.Credentials.BASIC));
  private final HttpTransport signed = endpoint.over(far, () -> now);

  private HttpReply get() throws HttpFailure {
    return signed.exchange(endpoint.call("GET", "/a", Map.of("Accept", "x/y"), Optional.empty()));
  }

  private HttpFailure failing() {
    return catchThrowableOfType(HttpFailure.class, this::get);
  }

  static List<HttpAuth> fixed() {
    return List.of(
        new HttpAuth.Basic("lapor", Secret.of("ZZSEC-pass")),
        new HttpAuth.ApiKey("X-Key", Secret.of("ZZSEC-key")),
        new HttpAuth.Bearer(Secret.of("ZZSEC-token")));
  }

  @ParameterizedTest
  @MethodSource("fixed")
  @Tag("S18")
  void credentialsGoWithEveryCallAndIntoNoText(HttpAuth auth) throws HttpFailure {
    HttpEndpoint to = HttpEndpoint.of(SYSTEM, auth);
    HttpCall call = to.call("GET", "/a?b=c", Map.of("Accept", "x/y"), Optional.empty());

    var unused = to.over(far, () -> now).exchange(call);

    HttpCall sent = far.calls().get(0);
    assertThat(sent.uri()).isEqualTo(URI.create("https://dinas.go.id/api/a?b=c"));
    assertThat(sent.headers()).hasSize(2).containsEntry("Accept", "x/y");
    assertThat(to + " " + call + " " + sent).doesNotContain("ZZSEC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lain.go.id/api/a",
        "http://dinas.go.id/api/a",
        "https://dinas.go.id:444/"
      })
  @Tag("S5")
  void credentialsGoToNoOtherHost(String elsewhere) {
    HttpCall call = endpoint.call("GET", "/a", Map.of(), Optional.empty());
    HttpCall other =
        new HttpCall(
            "GET", URI.create(elsewhere), Map.of(), Optional.empty(), call.bounds(), call.tls());

    HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> signed.exchange(other));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(far.calls()).isEmpty();
  }

  @Test
  void aTokenIsAskedForAsTheStandardSays() throws HttpFailure {
    var unused = get();

    HttpCall asked = far.askedForTokens().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    // base64 of lapor%3Abintan:ZZSEC-rahasia%2F%2B+%25 : each part is encoded before (2.3.1)
    assertThat(asked.headers())
        .containsEntry(
            "Authorization", "Basic bGFwb3IlM0FiaW50YW46WlpTRUMtcmFoYXNpYSUyRiUyQislMjU=");
    assertThat(TokenIssuer.body(asked))
        .isEqualTo("grant_type=client_credentials&scope=aduan.tulis+aduan.baca&audience=kantor");
    assertThat(far.asked().get(0).headers())
        .containsEntry("Authorization", "Bearer token-1")
        .containsEntry("Accept", "x/y");
  }

  @Test
  void anIssuerThatKnowsNoBasicFindsTheClientInTheForm() throws HttpFailure {
    HttpEndpoint other = HttpEndpoint.of(SYSTEM, client(HttpAuth.OAuth2.Credentials.BODY));

    var unused =
        other.over(far, () -> now).exchange(other.call("GET", "/a", Map.of(), Optional.empty()));

    HttpCall asked = far.askedForTokens().get(0);
    assertThat(asked.headers()).doesNotContainKey("Authorization");
    assertThat(TokenIssuer.body(asked))
        .endsWith("&client_id=lapor%3Abintan&client_secret=ZZSEC-rahasia%2F%2B+%25");
  }

  @ParameterizedTest
  @CsvSource({
    "3600,       3539,  3540",
    "'\"3600\"', 3539,  3540",
    "10,         7,     8",
    "null,       239,   240",
    "0,          239,   240",
    "-5,         239,   240",
    "999999999,  86339, 86340",
  })
  void aTokenIsKeptAndRenewedBeforeItsEnd(String expiresIn, long kept, long renewed)
      throws HttpFailure {
    far.answer(200, "{\"access_token\": \"%s\", \"expires_in\": " + expiresIn + "}");
    var first = get();

    now = now.plusSeconds(kept);
    var second = get();
    assertThat(far.askedForTokens()).hasSize(1);

    now = now.plusSeconds(renewed - kept);
    var third = get();
    assertThat(far.askedForTokens()).hasSize(2);
    assertThat(List.of(first, second, third)).allMatch(HttpReply::isSuccess);
    assertThat(far.asked().get(2).headers()).containsEntry("Authorization", "Bearer token-2");
  }

  @Test
  void whileATokenLivesAFailingRenewalHindersNobodyAndIsNotRepeatedAtOnce() throws HttpFailure {
    var first = get();
    far.answer(503, "");
    now = now.plusSeconds(3550);

    var second = get();
    var third = get();

    assertThat(far.askedForTokens()).hasSize(2);
    assertThat(far.asked()).hasSize(3);
    assertThat(List.of(first, second, third)).allMatch(HttpReply::isSuccess);
    now = now.plusSeconds(51);
    assertThat(failing().kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void twoAgenciesWithTheSameSettingsShareNoToken() throws HttpFailure {
    HttpTransport other = endpoint.over(far, () -> now);

    var first = get();
    var second = other.exchange(endpoint.call("GET", "/a", Map.of(), Optional.empty()));

    assertThat(List.of(first, second)).allMatch(HttpReply::isSuccess);
    assertThat(far.asked())
        .extracting(call -> call.headers().get("Authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void aTokenThatTheSystemRefusesIsDroppedOnce() throws HttpFailure {
    far.refuse("token-1");

    var refused = get();
    var accepted = get();
    var again = get();

    assertThat(refused.status()).isEqualTo(401);
    assertThat(List.of(accepted, again)).allMatch(HttpReply::isSuccess);
    assertThat(far.askedForTokens()).hasSize(2);
  }

  @Test
  void manyCallersFetchOneToken() throws Exception {
    CountDownLatch answered = far.holdBack();
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<Future<HttpReply>> replies = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        replies.add(callers.submit(this::get));
      }
      Awaitility.await().until(() -> far.askedForTokens().size() == 1);
      answered.countDown();

      for (Future<HttpReply> reply : replies) {
        assertThat(reply.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
      assertThat(far.askedForTokens()).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"error": "invalid_client", "error_description": "ZZSEC"} | NOT_ADMITTED | was answered with 400 (invalid_client); without a token nothing was sent
          401 | {"error": "ZZSEC"}           | NOT_ADMITTED | was answered with 401; without
          403 | <html>ZZSEC                  | NOT_ADMITTED | was answered with 403; without
          404 | {}                           | NOT_SENT     | was answered with 404; without
          429 |                              | NOT_SENT     | was answered with 429; without
          500 | {"error": "invalid_client"}  | NOT_SENT     | was answered with 500; without
          302 |                              | NOT_SENT     | was answered with 302; without
          200 |                              | NOT_SENT     | and no usable token
          200 | {"access_token": ""}         | NOT_SENT     | and no usable token
          200 | {"access_token": "a b"}      | NOT_SENT     | and no usable token
          200 | {"access_token": ["ZZSEC"]}  | NOT_SENT     | and no usable token
          200 | {"access_token": "ZZSEC", "token_type": "mac"} | NOT_SENT | and no usable token
          200 | {"access_token": "ZZSEC", "access_token": "ZZSEC"} | NOT_SENT | and no usable token
          200 | <html>ZZSEC                  | NOT_SENT     | and no usable token
          200 | ["ZZSEC"]                    | NOT_SENT     | and no usable token
          """)
  @Tag("C9")
  void withoutATokenNothingIsSent(int status, String body, Kind kind, String message) {
    far.answer(status, body == null ? "" : body);

    HttpFailure failure = failing();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.toString()).doesNotContain("ZZSEC");
    assertThat(far.asked()).isEmpty();
  }

  @Test
  @Tag("F37")
  void theIssuersWishForPatienceIsPassedOn() {
    far.answer(429, "", Map.of("retry-after", "120"));

    assertThat(failing().retryAfter()).contains(Duration.ofMinutes(2));
    Happened.times("F37", 1, "an answer 429");
  }

  @Test
  @Tag("C7")
  void anIssuerThatIsCutOffProvesThatTheSystemWasNotAsked() {
    far.fail(new HttpFailure(Kind.UNCERTAIN, "POST https://sso.go.id/token: reset"));

    HttpFailure failure = failing();

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(failure).hasMessageContaining("without a token nothing was sent");
  }

  @Test
  void fetchingATokenCountsWithinTheDeadlineOfTheCall() throws HttpFailure {
    var unused = get();

    assertThat(far.askedForTokens().get(0).bounds().deadline())
        .isEqualTo(endpoint.bounds().deadline());
    assertThat(far.asked().get(0).bounds().deadline())
        .isLessThan(endpoint.bounds().deadline())
        .isPositive();
    assertThat(far.askedForTokens().get(0).bounds().replyBytesMax()).isEqualTo(64 * 1024);

    now = now.plusSeconds(3550);
    assertThat(get().isSuccess()).isTrue();
    assertThat(far.askedForTokens().get(1).bounds().deadline())
        .as("a renewal, for which the call need not wait")
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  /** A system and who gives tokens for it, in one. Safe for use by many threads. */
  private static final class TokenIssuer implements HttpTransport {
    static final URI ADDRESS = URI.create("https://sso.go.id/token");
    private final List<HttpCall> calls = new ArrayList<>();
    private volatile HttpReply answer = reply(200, "", Map.of());
    private volatile String form =
        "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";
    private volatile Optional<HttpFailure> failure = Optional.empty();
    private volatile String refused = "";
    private volatile CountDownLatch held = new CountDownLatch(0);

    void answer(int status, String body) {
      answer(status, body, Map.of());
    }

    void answer(int status, String body, Map<String, String> headers) {
      answer = reply(status, "", headers);
      form = body;
    }

    void fail(HttpFailure with) {
      failure = Optional.of(with);
    }

    void refuse(String token) {
      refused = token;
    }

    CountDownLatch holdBack() {
      held = new CountDownLatch(1);
      return held;
    }

    synchronized List<HttpCall> calls() {
      return List.copyOf(calls);
    }

    List<HttpCall> askedForTokens() {
      return calls().stream().filter(call -> call.uri().equals(ADDRESS)).toList();
    }

    List<HttpCall> asked() {
      return calls().stream().filter(call -> !call.uri().equals(ADDRESS)).toList();
    }

    static String body(HttpCall call) {
      return new String(call.body().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static HttpReply reply(int status, String body, Map<String, String> headers) {
      return new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpReply exchange(HttpCall call) throws HttpFailure {
      synchronized (this) {
        calls.add(call);
      }
      if (!call.uri().equals(ADDRESS)) {
        boolean no = call.headers().getOrDefault("Authorization", "").equals("Bearer " + refused);
        return reply(no ? 401 : 200, "", Map.of());
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      String token = "token-" + askedForTokens().size();
      return reply(answer.status(), form.replace("%s", token), answer.headers());
    }
  }
}
