package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StampAndDriftTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T04:05:34.250Z"));
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults().withTime(ZoneId.of("Asia/Jakarta"), now::get));
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void changes_of_the_same_minute_may_share_their_time() {
    portal.faults().add(Fault.of(FaultKind.SAME_SECOND).with("seconds", "60"));
    String first = portal.fileComplaint(Samples.complaint());
    now.set(Instant.parse("2026-11-23T04:05:59Z"));
    String second = portal.fileComplaint(Samples.complaint());

    assertThat(updatedAt(first)).isEqualTo("2026-11-23T04:05:00Z");
    assertThat(updatedAt(second)).isEqualTo("2026-11-23T04:05:00Z");
  }

  @Test
  void a_row_may_appear_late_with_a_time_of_the_past() {
    portal.faults().add(Fault.of(FaultKind.LATE_ROW).times(1).with("by", "PT2H"));
    String late = portal.fileComplaint(Samples.complaint());
    String punctual = portal.fileComplaint(Samples.complaint());

    assertThat(updatedAt(late)).isEqualTo("2026-11-23T02:05:34.250Z");
    assertThat(updatedAt(punctual)).isEqualTo("2026-11-23T04:05:34.250Z");
    JsonNode listed = caller.results("/complaints?updated_since=2026-11-23T04:00:00Z");
    assertThat(listed.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void the_portals_clock_may_be_fast() {
    portal.faults().add(Fault.of(FaultKind.CLOCK_SKEW).at(Place.STAMP).with("by", "PT10M"));

    String id = portal.fileComplaint(Samples.complaint());

    assertThat(updatedAt(id)).isEqualTo("2026-11-23T04:15:34.250Z");
  }

  @Test
  void a_new_field_may_come() {
    JsonNode data = drifted(Fault.of(FaultKind.DRIFT));

    assertThat(data.path("kolom_baru").asText()).isEqualTo("Kata Baru");
  }

  @Test
  void a_field_may_go() {
    Fault drop = Fault.of(FaultKind.DRIFT).with("how", "drop").with("field", "status_name");

    assertThat(drifted(drop).has("status_name")).isFalse();
  }

  @Test
  void a_field_may_change_its_type() {
    Fault retype = Fault.of(FaultKind.DRIFT).with("how", "retype");

    assertThat(drifted(retype.with("field", "complaint_id")).path("complaint_id").isNumber())
        .isTrue();
    assertThat(drifted(retype.with("field", "category_id")).path("category_id").isTextual())
        .isTrue();
    assertThat(drifted(retype.with("field", "is_secret")).path("is_secret").isInt()).isTrue();
    assertThat(drifted(retype.with("field", "title")).path("title").isArray()).isTrue();
    assertThat(drifted(retype.with("field", "reporter")).path("reporter").isTextual()).isTrue();
  }

  @Test
  void a_word_may_be_one_that_nobody_knows() {
    Fault word =
        Fault.of(FaultKind.DRIFT)
            .with("how", "value")
            .with("field", "status_name")
            .with("value", "Menunggu Rekomendasi");

    assertThat(drifted(word).path("status_name").asText()).isEqualTo("Menunggu Rekomendasi");
  }

  @Test
  void a_detail_may_come_without_its_text() {
    assertThat(drifted(Fault.of(FaultKind.WITHOUT_TEXT)).has("content")).isFalse();
  }

  @Test
  void a_follow_up_may_have_a_template_that_nobody_knows() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.reply(id, "Belum");
    portal
        .faults()
        .add(
            Fault.of(FaultKind.DRIFT)
                .at(Place.FOLLOWUPS)
                .with("how", "value")
                .with("field", "template_code")
                .with("value", "rekomendasi"));

    JsonNode rows = caller.results("/complaints/" + id + "/followups").path("data");

    assertThat(rows.at("/0/template_code").asText()).isEqualTo("rekomendasi");
  }

  @Test
  void drift_of_one_call_leaves_the_others_alone() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.faults().add(Fault.of(FaultKind.WITHOUT_TEXT).at(Place.LIST));

    assertThat(detail(id).has("content")).isTrue();
    assertThat(caller.results("/complaints").path("data").get(0).has("content")).isFalse();
  }

  private JsonNode drifted(Fault fault) {
    portal.faults().reset(1);
    String id = portal.fileComplaint(Samples.complaint());
    portal.faults().add(fault.at(Place.DETAIL));
    return detail(id);
  }

  private JsonNode detail(String id) {
    return caller.results("/complaints/" + id + "/complaint").path("data");
  }

  private String updatedAt(String id) {
    return detail(id).path("updated_at").asText();
  }
}
