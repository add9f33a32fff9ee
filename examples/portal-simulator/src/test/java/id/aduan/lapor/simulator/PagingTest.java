package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T04:05:34Z"));
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withTime(ZoneId.of("Asia/Jakarta"), () -> now.updateAndGet(it -> it.plusSeconds(1)))
              .withPageSizes(new PageSizes(2, 2, 10)));
  private final Caller caller = new Caller(portal);
  private final List<String> filed =
      IntStream.range(0, 5).mapToObj(i -> portal.fileComplaint(Samples.complaint())).toList();

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void page_numbers_alone_lead_through_the_list() {
    portal.wire(WireSettings.DEFAULT.with("paging", "page"));

    List<String> ids = new ArrayList<>();
    JsonNode page = caller.results("/complaints?page=1");
    for (int number = 1; number <= page.path("last_page").asInt(); number++) {
      ids.addAll(ids(caller.results("/complaints?page=" + number)));
    }

    assertThat(ids).isEqualTo(filed);
    assertThat(page.has("next_page_url")).isFalse();
  }

  @Test
  void a_next_link_leads_through_the_list_where_pages_have_no_numbers() {
    portal.wire(WireSettings.DEFAULT.with("paging", "link"));

    JsonNode page = caller.results("/complaints?page=2");
    List<String> ids = new ArrayList<>(ids(page));
    while (!page.path("next_page_url").isNull()) {
      page = caller.results(URI.create(page.path("next_page_url").asText()));
      ids.addAll(ids(page));
    }

    assertThat(ids).isEqualTo(filed);
    assertThat(page.has("last_page")).isFalse();
  }

  @Test
  void a_cursor_leads_through_the_list_and_stays_where_it_was_when_rows_move() {
    portal.wire(WireSettings.DEFAULT.with("paging", "cursor"));

    JsonNode page = caller.results("/complaints");
    List<String> ids = new ArrayList<>(ids(page));
    portal.reply(filed.get(0), "Pindah ke akhir daftar");
    while (!page.path("next_cursor").isNull()) {
      page = caller.results("/complaints?cursor=" + page.path("next_cursor").asText());
      ids.addAll(ids(page));
    }

    assertThat(ids).startsWith(filed.toArray(new String[0])).endsWith(filed.get(0)).hasSize(6);
  }

  @Test
  void a_next_link_carries_updated_since() {
    portal.wire(WireSettings.DEFAULT.with("paging", "link"));
    String since =
        caller.results("/complaints?lanjut=NA").path("data").get(0).path("updated_at").asText();
    String later = portal.fileComplaint(Samples.complaint());
    portal.fileComplaint(Samples.complaint());
    portal.fileComplaint(Samples.complaint());

    JsonNode first =
        caller.results("/complaints?updated_since=" + Instant.parse(since).plusMillis(1));
    JsonNode second = caller.results(URI.create(first.path("next_page_url").asText()));

    assertThat(ids(first)).startsWith(later).hasSize(2);
    assertThat(ids(second)).hasSize(1);
  }

  @Test
  void a_cursor_or_link_that_is_none_is_refused() {
    portal.wire(WireSettings.DEFAULT.with("paging", "cursor"));
    assertThat(caller.get("/complaints?cursor=!!").statusCode()).isEqualTo(422);
    assertThat(caller.get("/complaints?cursor=YWJj").statusCode()).isEqualTo(422);
    portal.wire(WireSettings.DEFAULT.with("paging", "link"));
    assertThat(caller.get("/complaints?lanjut=YWJj").statusCode()).isEqualTo(422);
  }

  @Test
  void a_page_may_come_again() {
    portal.faults().add(Fault.of(FaultKind.REPEATED_PAGE).at(Place.LIST).times(1));

    JsonNode second = caller.results("/complaints?page=2");

    assertThat(ids(second)).isEqualTo(filed.subList(0, 2));
    assertThat(second.path("current_page").asInt()).isEqualTo(2);
    assertThat(ids(caller.results("/complaints?page=2"))).isEqualTo(filed.subList(2, 4));
  }

  @Test
  void rows_may_go_at_the_head_so_that_one_is_missed() {
    portal.faults().add(Fault.of(FaultKind.SHIFTED_PAGE));

    assertThat(ids(caller.results("/complaints?page=1"))).isEqualTo(filed.subList(0, 2));
    assertThat(ids(caller.results("/complaints?page=2"))).isEqualTo(filed.subList(3, 5));
  }

  @Test
  void rows_may_come_at_the_head_so_that_one_is_seen_twice() {
    portal.faults().add(Fault.of(FaultKind.SHIFTED_PAGE).with("rows", "1"));

    assertThat(ids(caller.results("/complaints?page=2"))).isEqualTo(filed.subList(1, 3));
  }

  @Test
  void pages_may_have_no_end() {
    portal.faults().add(Fault.of(FaultKind.ENDLESS_PAGES));

    JsonNode third = caller.results("/complaints?page=3");
    JsonNode fourth = caller.results(URI.create(third.path("next_page_url").asText()));

    assertThat(ids(third)).isEqualTo(filed.subList(4, 5));
    assertThat(ids(fourth)).isEqualTo(filed.subList(4, 5));
    assertThat(fourth.path("next_page_url").asText()).endsWith("page=5");
  }

  @Test
  void a_cursor_may_have_no_end() {
    portal.wire(WireSettings.DEFAULT.with("paging", "cursor"));
    portal.faults().add(Fault.of(FaultKind.ENDLESS_PAGES));

    String cursor = caller.results("/complaints").path("next_cursor").asText();
    for (int page = 0; page < 10; page++) {
      cursor = caller.results("/complaints?cursor=" + cursor).path("next_cursor").asText();
      assertThat(cursor).isNotBlank();
    }
  }

  @Test
  void every_page_may_be_the_first() {
    portal.faults().add(Fault.of(FaultKind.CURSOR_IGNORED));

    JsonNode third = caller.results("/complaints?page=3");

    assertThat(ids(third)).isEqualTo(filed.subList(0, 2));
    assertThat(third.path("next_page_url").asText()).endsWith("page=2");
  }

  @Test
  void updated_since_may_change_nothing() {
    String call = "/complaints?updated_since=2027-01-01T00:00:00Z";
    assertThat(ids(caller.results(call))).isEmpty();

    portal.faults().add(Fault.of(FaultKind.SINCE_IGNORED).times(1));

    assertThat(ids(caller.results(call))).hasSize(2);
    assertThat(ids(caller.results(call))).isEmpty();
  }

  @Test
  void follow_ups_page_wrongly_too() {
    String id = filed.get(0);
    IntStream.range(0, 4).forEach(i -> portal.reply(id, "Balasan " + i));
    portal.faults().add(Fault.of(FaultKind.REPEATED_PAGE).at(Place.FOLLOWUPS));
    String call = "/complaints/" + id + "/followups?page=";

    assertThat(caller.results(call + 2).path("data"))
        .isEqualTo(caller.results(call + 1).path("data"));
  }

  @Test
  void a_portal_may_have_no_list_and_no_revision() {
    portal.wire(WireSettings.BARE);

    assertThat(caller.get("/complaints").statusCode()).isEqualTo(404);
    JsonNode detail = caller.results("/complaints/" + filed.get(0) + "/complaint").path("data");
    assertThat(detail.has("revision")).isFalse();
    portal.wire(WireSettings.BARE.with("list", "yes"));
    assertThat(ids(caller.results("/complaints?updated_since=2027-01-01T00:00:00Z"))).hasSize(2);
  }

  private static List<String> ids(JsonNode results) {
    List<String> ids = new ArrayList<>();
    results.path("data").forEach(row -> ids.add(row.path("complaint_id").asText()));
    return ids;
  }
}
