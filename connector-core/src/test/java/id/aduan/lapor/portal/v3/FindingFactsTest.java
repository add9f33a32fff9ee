package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a look for an answer of ours proves, and what is read of lists that are large or odd. */
class FindingFactsTest extends PortalFactsRig {
  private static FollowUp answer(String content) {
    return new FollowUp(
        ID,
        new AgencyCode("dishub"),
        "17",
        Instant.EPOCH,
        content,
        List.of(),
        false,
        "",
        1,
        List.of());
  }

  private static String item(int id, String content) {
    return "{\"id\": " + id + ", \"content\": \"" + content + "\"}";
  }

  private static void firstPage(String before, String after, String items) {
    FAR.stubFor(
        get(urlEqualTo("/v3/complaints/9200001/followups?page=1"))
            .inScenario("shift")
            .whenScenarioStateIs(before)
            .willSetStateTo(after)
            .willReturn(
                okJson("{\"results\": {\"data\": " + items + ", \"next_page_url\": \"y\"}}")));
  }

  @Test
  @Tag("F57")
  void a_reply_that_slips_from_one_page_to_the_next_is_counted_once() {
    answerFollowUps(1, "[" + item(2, "Selesai") + "]", "\"y\"");
    answerFollowUps(2, "[" + item(2, "Selesai") + ", " + item(1, "lain") + "]", "null");

    assertThat(portal().find(answer("Selesai"), 1)).isEqualTo(new Lookup.Absent());
    assertThat(portal().find(answer("Selesai"), 0)).isEqualTo(new Lookup.Found(""));
    Happened.times("F57", 1, "a list that shifts");
  }

  @Test
  @Tag("F57")
  void what_slips_past_the_first_reading_is_found_by_the_second() {
    firstPage(Scenario.STARTED, "shifted", "[" + item(9, "hapus") + "]");
    firstPage("shifted", "shifted", "[" + item(2, "Selesai") + "]");
    answerFollowUps(2, "[" + item(1, "lain") + "]", "null");

    assertThat(portal().find(answer("Selesai"), 0)).isEqualTo(new Lookup.Found(""));
    Happened.times("F57", 1, "a list that shifts");
  }

  @Test
  @Tag("F57")
  void two_readings_that_do_not_agree_prove_nothing() {
    firstPage(Scenario.STARTED, "shifted", "[" + item(9, "hapus") + "]");
    firstPage("shifted", "shifted", "[" + item(3, "baru") + "]");
    answerFollowUps(2, "[" + item(1, "lain") + "]", "null");

    assertThat(portal().find(answer("Selesai"), 0)).isInstanceOf(Lookup.CannotTell.class);
    Happened.times("F57", 1, "a list that shifts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lampu\\nmenyala | Lampu<br />menyala",
        "Lampu menyala | <p>Lampu <b>menyala</b></p>",
        "A & B | A &amp; B",
        "A & B | A & B",
        "suhu a<b> 3 | suhu a&lt;b&gt; 3",
        "suhu a<b> 3 | suhu a<b> 3",
        "tulis &lt;b&gt; di sini | tulis &amp;lt;b&amp;gt; di sini",
        "tulis &lt;b&gt; di sini | tulis &lt;b&gt; di sini"
      })
  void an_answer_is_found_and_known_again_in_whatever_markup(String ours, String shown) {
    String content = ours.replace("\\n", "\n");
    answerFollowUps(1, "[" + item(1, shown) + "]", "null");

    assertThat(portal().find(answer(content), 0)).isEqualTo(new Lookup.Found(""));
    assertThat(portal().twin(PlainText.of(shown))).isEqualTo(portal().twin(content));
  }

  @Test
  void a_time_of_an_unknown_form_is_told_by_its_field() {
    answerDetail(
        "{\"created_at\": \"7 jam yang lalu\", \"date_of_incident\": \"kemarin\"}",
        "[{\"id\": 1, \"date\": \"tadi pagi\"}]");

    assertThat(portal("followUps: {read: false}").complaint(ID).unfamiliar())
        .containsExactlyInAnyOrder("time: AT", "time: RECEIVED_AT", "time: INCIDENT_ON");
  }

  @Test
  void of_more_entries_than_are_taken_in_the_newest_are() {
    String log =
        IntStream.rangeClosed(0, V3Entries.ENTRIES_MAX)
            .mapToObj(
                it ->
                    "{\"id\": %d, \"date\": \"%s\"}"
                        .formatted(it, Instant.ofEpochSecond(1_700_000_000L + it)))
            .collect(Collectors.joining(",", "[", "]"));
    answerDetail("{\"content\": \"x\"}", log);

    PortalState state = portal("followUps: {read: false}").complaint(ID);

    assertThat(state.entries()).hasSize(V3Entries.ENTRIES_MAX);
    assertThat(state.entries().get(0).id()).isEqualTo("1");
    assertThat(state.unfamiliar()).containsExactly("entries: more than 2000");
  }

  @Test
  void more_follow_ups_than_are_kept_at_once_prove_nothing() {
    String many = (item(1, "x") + ",").repeat(V3Pages.ITEMS_MAX) + item(2, "x");
    answerFollowUps(1, "[" + many + "]", "\"y\"");

    assertThat(portal().find(answer("Selesai"), 0)).isInstanceOf(Lookup.CannotTell.class);
    FAR.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void nested_markup_is_cut_before_it_is_read() {
    assertThat(PlainText.of("<b>".repeat(6_000) + "a" + "<i>".repeat(60_000) + "b"))
        .startsWith("a")
        .doesNotContain("b");
    assertThat(PlainText.of("x".repeat(30_000))).hasSize(30_000);
  }
}
