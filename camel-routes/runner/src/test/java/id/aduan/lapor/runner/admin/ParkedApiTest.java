package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.runner.answer.ParkedReport;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for a person, asked of the process that owns the store. */
@Tag("C12")
class ParkedApiTest extends AdminRig {
  private static final String PARKED = AdminApi.PATH + "/parked";
  private AdminAnswers asked;

  @BeforeEach
  void somethingWasSetAside() throws Exception {
    assertThat(push("msg_2", "{\"data\": {\"name\": \"Siti ZZPII-2\"").statusCode()).isEqualTo(202);
    asked = AdminAnswers.of(file);
  }

  @Test
  void whatWasSetAsideIsListedAndShownButNotWhatItSays() throws Exception {
    ParkedReport report = asked.parked(ParkedFilter.ALL);

    assertThat(report.more()).isFalse();
    assertThat(report.items())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo("json.syntax");
              assertThat(it.peer()).isEqualTo("portal.webhook");
              assertThat(asked.parked(it.id()).orElseThrow().contentHash())
                  .isEqualTo(it.contentHash());
            });
    assertThat(send(allowed(PARKED)).body()).doesNotContain("ZZPII");
  }

  @Test
  void aFilterComesOverTheWireAsItWasMeant() {
    ParkedFilter all =
        new ParkedFilter(
            Optional.of("portal"),
            Optional.of("json.syntax"),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.of(Instant.parse("2999-01-01T00:00:00.123Z")));

    assertThat(ParkedQuery.filter(ParkedQuery.of(all).substring(1))).isEqualTo(all);
    assertThat(asked.parked(all).items()).hasSize(1);
    assertThat(
            asked
                .parked(
                    new ParkedFilter(Optional.of("dishub"), all.code(), all.since(), all.until()))
                .items())
        .isEmpty();
  }

  @Test
  void nothingAndNoIdAreToldApart() throws Exception {
    assertThat(asked.parked("77")).isEmpty();
    assertProblem(send(allowed(PARKED + "/77")), 404, "parked.unknown");
    assertProblem(send(allowed(PARKED + "/seven")), 400, "parked.id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agency=Dishub",
        "agency=a&agency=b",
        "code=%22",
        "code=%zz",
        "code=",
        "since=yesterday",
        "until=2026-12-31",
        "until=%2B999999999-12-31T00:00:00Z",
        "since=-999999999-12-31T00:00:00Z",
        "since=2026-12-02T00:00:00Z&until=2026-12-01T00:00:00Z",
        "agency=%00",
        "order=desc",
        "&",
        "agency"
      })
  void whatIsNoFilterIsRefusedAndNotPrintedBack(String query) throws Exception {
    String answer =
        RawHttp.ask(
            file.address(),
            "GET " + PARKED + "?" + query + " HTTP/1.1",
            "Host: x",
            "Authorization: " + Tokens.header(file.token()));

    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"parked.filter\"");
    assertThat(answer).doesNotContain("Dishub", "yesterday", "desc");
  }
}
