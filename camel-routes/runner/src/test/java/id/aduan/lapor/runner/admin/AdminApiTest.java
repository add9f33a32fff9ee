package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.answer.CaseStory;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.StoreAnswers;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S23")
class AdminApiTest extends AdminRig {
  private static final String STATUS = AdminApi.PATH + "/status";

  @Test
  void whoeverShowsNoTokenLearnsNothingOfWhy() throws Exception {
    Set<String> bodies = new HashSet<>();
    for (String authorization : new String[] {"", "Bearer", "Bearer x", "Basic " + file.token()}) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at(STATUS));
      if (!authorization.isEmpty()) {
        request.header("Authorization", authorization);
      }
      HttpResponse<String> response = send(request);
      assertProblem(response, 401, "admin.token");
      bodies.add(response.body());
    }
    bodies.add(send(allowed(STATUS).header("Authorization", "Bearer x")).body());
    bodies.add(get(AdminApi.PATH + "/nothing").body());
    bodies.add(get(AdminApi.PATH + "/cases/" + CASE).body());

    assertThat(bodies).hasSize(1);
  }

  @Test
  void theTokensBeginningInOtherLettersOnTheSameConnectionDoesNotSpoilIt() throws Exception {
    String token = file.token().reveal();
    String part = otherLetters(token.substring(0, 20));
    HttpClient fresh = HttpClient.newHttpClient();
    HttpRequest.Builder wrong = HttpRequest.newBuilder(at(STATUS));

    for (HttpRequest.Builder asked :
        List.of(wrong.header("Authorization", "Bearer " + part), allowed(STATUS))) {
      HttpResponse<String> answer = fresh.send(asked.build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(asked == wrong ? 401 : 200);
    }
  }

  private static String otherLetters(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }

  @Test
  void itTellsWhatTheCommandsTell() throws Exception {
    AdminAnswers asked = AdminAnswers.of(file);
    try (JdbcStore store = Stores.openReadOnly(config.store())) {
      StoreAnswers read = new StoreAnswers(store, config.whereabouts(), InstantSource.system());
      CaseStory story = read.show(new TrackingId(CASE)).orElseThrow();

      assertThat(asked.status().cases()).isEqualTo(1);
      assertThat(asked.status().targets()).hasSameSizeAs(read.status().targets());
      assertThat(asked.show(new TrackingId(CASE)).orElseThrow().title()).isEqualTo(story.title());
      assertThat(Json.read(Json.write(story), CaseStory.class)).contains(story);
      assertThat(asked.show(new TrackingId("9999999"))).isEmpty();
    }
    assertThat(send(allowed(STATUS)).body())
        .contains("\"cases\" : 1", "\"name\" : \"Dinas Perhubungan\"");
    assertThat(send(allowed(AdminApi.PATH + "/cases/" + CASE)).body()).doesNotContain("ZZPII");
  }

  @ParameterizedTest
  @ValueSource(strings = {"777", "x%22", "1234567890123456", "91'or1", "%23910000"})
  void whatIsNoTrackingIdIsNotPrintedBack(String id) throws Exception {
    HttpResponse<String> response = send(allowed(AdminApi.PATH + "/cases/" + id));

    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(response.body()).doesNotContain(id);
  }

  @Test
  void anUnknownCaseAndAWrongOneAreToldApart() throws Exception {
    assertProblem(send(allowed(AdminApi.PATH + "/cases/9999999")), 404, "case.unknown");
    assertProblem(send(allowed(AdminApi.PATH + "/cases/12x45")), 400, "case.id");
    assertProblem(send(allowed(AdminApi.PATH + "/casez")), 404, "http.not_found");
    assertProblem(send(allowed(AdminApi.PATH + "/cases/1/2")), 404, "http.not_found");
  }

  @Test
  void anotherMethodIsRefusedAndTheRightOneNamed() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
      HttpResponse<String> response = send(allowed(STATUS).method(method, BodyPublishers.noBody()));
      assertProblem(response, 405, "http.method");
      assertThat(response.headers().firstValue("allow")).hasValue("GET");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dishub | {"mode": "PAUSED", "who": "a b", "reason": "r"}             | agency.order
          dishub | {"mode": "PAUSED", "who": "", "reason": "r"}                | agency.order
          dishub | {"mode": "PAUSED", "who": "operator:x", "reason": "r"}      | agency.order
          dishub | {"mode": "PAUSED", "who": "budi", "reason": " "}            | agency.order
          dishub | {"mode": "PAUSED", "who": "budi", "reason": "a\\nb"}        | agency.order
          dishub | {"mode": "PAUSED", "who": "budi", "reason": "a\\u202eb"}    | agency.order
          dishub | {"mode": "PAUSED", "who": "budi", "reason": "a\\u2028b"}    | agency.order
          dishub | {"mode": "PAUSED", "who": "budi", "reason": "a\\ud800b"}    | agency.order
          nobody | {"mode": "PAUSED", "who": "budi", "reason": "r"}            | agency.order
          dishub | {"mode": "PAUSED", "who": "budi"}                           | admin.body
          dishub | {"mode": 1, "who": "budi", "reason": "r"}                   | admin.body
          dishub | {"mode": "paused", "who": "budi", "reason": "r"}            | admin.body
          """)
  @Tag("C9")
  void whatIsNoDecisionChangesNothing(String target, String body, String code) throws Exception {
    HttpRequest.Builder request =
        allowed(AdminApi.PATH + "/agencies/" + target)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));

    assertProblem(send(request), 400, code);
    assertThat(AdminAnswers.of(file).status().targets())
        .allSatisfy(it -> assertThat(it.standing().mode()).isEqualTo(Mode.RUNNING));
  }

  @Test
  @Tag("S34")
  void anAnswerIsNotKeptAndNotForOtherOrigins() throws Exception {
    HttpResponse<String> response = send(allowed(STATUS).header("Origin", "https://example.org"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().map())
        .doesNotContainKeys("access-control-allow-origin", "set-cookie", "server");
  }

  @Test
  void theTwoSidesHaveNothingInCommonWhateverHostIsNamed() throws Exception {
    String toAdmin = "POST /webhooks/portal HTTP/1.1";
    for (String host :
        new String[] {"public", "127.0.0.1", running.address().orElseThrow().getAuthority()}) {
      assertThat(RawHttp.ask(file.address(), toAdmin, "Host: " + host)).startsWith("HTTP/1.1 404");
    }
    for (String path : new String[] {STATUS, "/health/live", "/metrics", "/health/ready"}) {
      assertThat(
              RawHttp.ask(
                  running.address().orElseThrow(),
                  "GET " + path + " HTTP/1.1",
                  "Host: " + file.address().getAuthority(),
                  "Authorization: " + Tokens.header(file.token())))
          .startsWith("HTTP/1.1 404");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/v1/../v1/status",
        "/api//admin/v1/status",
        "/api/admin/v1/status;a=b",
        "/api/admin/v1/%73tatus",
        "/health/../metrics"
      })
  @Tag("S22")
  void anAddressThatCanBeReadInTwoWaysIsNotThere(String path) throws Exception {
    assertThat(
            RawHttp.ask(
                file.address(),
                "GET " + path + " HTTP/1.1",
                "Host: x",
                "Authorization: " + Tokens.header(file.token())))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void healthIsToldWithoutATokenOnLoopback() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(ready.body()).contains("\"ready\" : true", "\"store\" : \"UP\"");
    assertProblem(get("/health"), 404, "http.not_found");
    assertProblem(get("/"), 404, "http.not_found");
  }

  @Test
  @Tag("S16")
  void theFileThatNamesTheTokenIsTheOwnersAlone() throws Exception {
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(config.store().notice())))
        .isEqualTo("rw-------");
    assertThat(file.toString()).doesNotContain(file.token().reveal());
  }
}
