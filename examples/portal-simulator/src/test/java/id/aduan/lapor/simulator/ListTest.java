package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T04:05:34Z"));
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withTime(ZoneId.of("Asia/Jakarta"), now::get)
              .withPageSizes(new PageSizes(2, 5, 10)));
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void thePagesHoldEveryComplaintOnceInOrderOfChange() {
    List<String> filed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      filed.add(fileOneSecondLater());
    }
    tick();
    portal.reply(filed.get(0), "Belum selesai");
    filed.add(filed.remove(0));

    List<JsonNode> listed = readAll("/complaints?page=1");

    assertThat(listed).extracting(row -> row.path("complaint_id").asText()).isEqualTo(filed);
    assertThat(listed.get(4).path("revision").asInt()).isEqualTo(2);
    assertThat(caller.results("/complaints?page=1").path("total").asInt()).isEqualTo(5);
  }

  @Test
  void updatedSinceIncludesItsOwnInstantAndStaysInTheNextPagesAddress() {
    fileOneSecondLater();
    String second = fileOneSecondLater();
    Instant since = now.get();
    String third = fileOneSecondLater();
    String fourth = fileOneSecondLater();

    List<JsonNode> listed = readAll("/complaints?page=1&updated_since=" + since);

    assertThat(listed)
        .extracting(row -> row.path("complaint_id").asText())
        .containsExactly(second, third, fourth);
  }

  @Test
  void aRowHoldsEveryFieldAndTheReporterEvenIfAnonymous() {
    portal.fileComplaint(
        Samples.complaint()
            .withVisibility(true, true)
            .withPlace(LocalDate.of(2026, 11, 20), "Jl. Merdeka")
            .withEvidence(List.of(Samples.photo())));

    JsonNode row = caller.results("/complaints?page=1").at("/data/0");

    assertThat(row.path("created_at").asText()).isEqualTo("2026-11-23T04:05:34Z");
    assertThat(row.path("date_of_incident").asText()).isEqualTo("2026-11-20");
    assertThat(row.path("category_name").asText()).contains("\u00a0");
    assertThat(row.at("/reporter/name").asText()).isEqualTo(Samples.REPORTER.name());
    assertThat(row.path("is_anonymous").asBoolean()).isTrue();
    assertThat(row.path("status_name").asText()).isEqualTo("Belum Terverifikasi");
    assertThat(row.path("disposition_id").isNull()).isTrue();
  }

  @Test
  void evidenceIsDownloadedFromAnUnguessablePathWithoutHeaders() {
    portal.fileComplaint(Samples.complaint().withEvidence(List.of(Samples.photo())));
    String url = caller.results("/complaints").at("/data/0/attachments/0/url").asText();

    var file = caller.citizen(URI.create(url).getPath());

    assertThat(url).matches("http://127.0.0.1:\\d+/berkas/[0-9a-f]{32}/foto.jpg");
    assertThat(file.body()).isEqualTo("\u0001\u0002\u0003");
    assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment");
    assertThat(caller.citizen("/berkas/" + "0".repeat(32) + "/foto.jpg").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theDetailHasTheSameFieldsAndItsLogsOldestFirst() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.assign(id, 14627);

    JsonNode detail = caller.results("/complaints/" + id + "/complaint");

    assertThat(detail.at("/data/title").asText()).isEqualTo("Lampu jalan padam");
    assertThat(detail.at("/data/status_name").asText()).isEqualTo("Dalam Proses");
    assertThat(detail.at("/data/status_logs/0/timestamp").asText())
        .isEqualTo("2026-11-23 11:05:34");
    JsonNode assigned = detail.at("/data_logs/1");
    assertThat(assigned.path("content").asText()).contains("{{institution_to}}");
    assertThat(assigned.at("/institution_to/id").asInt()).isEqualTo(14627);
    assertThat(Caller.json(assigned.path("data").asText()).at("/status_old/name").asText())
        .isEqualTo("Belum Terverifikasi");
  }

  private String fileOneSecondLater() {
    tick();
    return portal.fileComplaint(Samples.complaint());
  }

  private void tick() {
    now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
  }

  private List<JsonNode> readAll(String firstPage) {
    List<JsonNode> rows = new ArrayList<>();
    JsonNode page = caller.results(firstPage);
    page.path("data").forEach(rows::add);
    while (!page.path("next_page_url").isNull()) {
      page = caller.results(URI.create(page.path("next_page_url").asText()));
      page.path("data").forEach(rows::add);
    }
    return rows;
  }
}
