package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedReport;
import id.aduan.lapor.runner.answer.ParkedResult;
import id.aduan.lapor.runner.answer.ParkedSelection;
import id.aduan.lapor.sync.ParkedAnswer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits for a person, acted on by the process that owns the store. */
@Tag("C12")
@Tag("S23")
class ParkedWorkApiTest extends AdminRig {
  private static final String PARKED = AdminApi.PATH + "/parked/";
  private static int event;
  private AdminAnswers asked;
  private AdminWork work;
  private String arrival = "";

  @BeforeEach
  void somethingWasSetAside() throws Exception {
    asked = AdminAnswers.of(file);
    work = new AdminWork(asked);
    push("msg_w" + event++, "{\"data\": {\"name\": \"Siti ZZPII-2\"");
    List<ParkedReport.Item> items = asked.parked(ParkedFilter.ALL).items();
    arrival = items.get(items.size() - 1).id();
  }

  private static ParkedOrder order(String reason) {
    return ParkedOrder.by("budi", Optional.of(reason).filter(it -> !it.isEmpty()));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        allowed(PARKED + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  @Tag("C11")
  void whatStillCannotBeReadStaysAndSaysWhy() {
    assertThat(work.replay(arrival, order("")))
        .isEqualTo(new ParkedResult(arrival, false, "unreadable", "json.syntax"));
    assertThat(asked.parked(arrival)).isPresent();
    assertThat(asked.status().arrivals().entries()).isPositive();
  }

  @Test
  void whatIsGivenUpWaitsNoLonger() {
    assertThat(work.discard(arrival, order("sent again by hand")).done()).isTrue();

    assertThat(asked.parked(arrival)).isEmpty();
    assertThat(work.discard(arrival, order("x")).code())
        .isEqualTo(code(ParkedAnswer.Refusal.UNKNOWN));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void aSelectionNamesWhatIsMeant() {
    ParkedFilter other =
        new ParkedFilter(
            Optional.of("dishub"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(select(ParkedFilter.ALL).ids()).contains(arrival);
    assertThat(select(other).ids()).isEmpty();
  }

  private ParkedSelection select(ParkedFilter filter) {
    return work.select(ParkedSelection.Filter.of(filter, Optional.empty()));
  }

  @Test
  @Tag("S26")
  void whatArrivedIsShownForAReasonAndNotWithout() throws Exception {
    assertProblem(post(arrival + "/content", "{\"who\": \"budi\"}"), 400, "parked.reason");
    assertProblem(
        post(arrival + "/content", "{\"who\": \"budi\", \"reason\": \"  \"}"),
        400,
        "parked.reason");

    assertThat(work.content(arrival, order("the portal asked")).orElseThrow().content())
        .contains("ZZPII-2");
    assertThat(work.content("77", order("x"))).isEmpty();
    assertThat(work.request(arrival, order("x"))).as("nothing goes out for it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          77/replay    | {"who": "budi"}                                            | 200 | unknown
          77/discard   | {"who": "budi"}                                            | 400 | parked.reason
          77/request   | {"who": "budi"}                                            | 400 | parked.reason
          77/content   | {"who": "budi", "reason": "r"}                             | 404 | parked.nothing_shown
          77/replay    | {"who": "a b"}                                             | 400 | parked.who
          77/replay    | {"who": ""}                                                | 400 | parked.who
          77/replay    | {"who": "budi", "absent": true, "present": "T"}            | 400 | parked.wish
          77/replay    | {"who": "budi", "newMapping": true, "present": "T"}        | 400 | parked.wish
          77/replay    | {"who": "budi", "present": ""}                             | 400 | parked.wish
          77/replay    | {"who": "budi", "all": true}                               | 400 | admin.body
          77/replay    | {}                                                         | 400 | admin.body
          seven/replay | {"who": "budi"}                                            | 400 | parked.id
          select       | {"agency": "dishub", "order": "desc"}                      | 400 | admin.body
          select       | {"since": "yesterday"}                                     | 400 | admin.body
          select       | {"agency": "", "code": ""}                                 | 400 | parked.filter
          select       | {"agency": ""}                                             | 400 | parked.filter
          select       | {"agency": "Dishub"}                                       | 400 | parked.filter
          select       | {"code": ""}                                               | 400 | parked.filter
          select       | {"code": "a\\u0000b"}                                      | 400 | parked.filter
          select       | {"mappingVersion": ""}                                     | 400 | parked.filter
          select       | {"mappingVersion": "  "}                                   | 400 | parked.filter
          select       | {"mappingVersion": "a\\u0000b"}                            | 400 | parked.filter
          select       | {"mappingVersion": "a\\ud800b"}                            | 400 | parked.filter
          select       | {"since": "2026-12-02T00:00:00Z", "until": "2026-12-01T00:00:00Z"} | 400 | parked.filter
          select       | {"since": "1969-12-31T23:59:59Z"}                          | 400 | parked.filter
          select       | {"until": "+10000-01-01T00:00:00Z"}                        | 400 | parked.filter
          select       | {"until": "+999999999-12-31T00:00:00Z"}                    | 400 | parked.filter
          select       | {"since": 1764547200000}                                   | 400 | admin.body
          select       | {"since": 1764547200.5}                                    | 400 | admin.body
          select       | {"since": "1764547200"}                                    | 400 | admin.body
          select       | {"since": ""}                                              | 400 | admin.body
          select       | {"agency": null, "until": "9999-12-31T23:59:59Z"}          | 200 | ids
          77/explode   | {"who": "budi"}                                            | 404 | http.not_found
          """)
  void whatIsNoOrderIsRefusedByAStableCode(String path, String body, int status, String code)
      throws Exception {
    HttpResponse<String> response = post(path, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .contains("\"" + code + "\"")
        .doesNotContain("yesterday", "a b", "Dishub");
  }

  @Test
  void aReasonIsShortAndOnOneLine() throws Exception {
    for (String reason : List.of("r".repeat(201), "a\\nb")) {
      assertProblem(
          post("77/replay", "{\"who\": \"budi\", \"reason\": \"" + reason + "\"}"),
          400,
          "parked.who");
    }
  }

  @Test
  void lookingIsNotActing() throws Exception {
    assertProblem(send(allowed(PARKED + arrival + "/replay")), 405, "http.method");
    assertThat(asked.parked(arrival)).isPresent();
  }
}
