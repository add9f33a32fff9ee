package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.answer.CaseOrder;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.Waitings.Kind;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The coordinator's queue, by the process that owns the store. */
@Tag("S23")
class CaseApiTest extends AdminRig {
  private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");
  private static final TrackingId ONE = new TrackingId(ParkedFixture.caseNumber(0));
  private AdminAnswers asked;
  private AdminWork work;

  @Override
  void prepare() {
    ParkedFixture fixture = ParkedFixture.in(Objects.requireNonNull(sample.file().getParent()));
    fixture.park(1, "dishub", "LC-REFUSED");
    boolean unused =
        fixture.with(
            store ->
                store.inTransaction(
                    tx -> store.waitings().put(tx, ONE, Kind.DEFAULT, "dishub", AT)));
  }

  @BeforeEach
  void ask() {
    asked = AdminAnswers.of(file);
    work = new AdminWork(asked);
  }

  private static CaseOrder order(String reason, String... agencies) {
    return new CaseOrder(
        "rina",
        Optional.of(reason).filter(it -> !it.isEmpty()),
        List.of(agencies),
        Optional.empty());
  }

  private static CaseQueue.Filter filter(CaseQueue.Kind kind, String agency) {
    return new CaseQueue.Filter(
        Optional.of(kind), Optional.of(new AgencyCode(agency)), 0, CaseQueue.ITEMS_MAX);
  }

  @Test
  void whatWaitsIsListedByItsFiltersAndDecidedOnce() {
    assertThat(asked.cases(filter(CaseQueue.Kind.DEFAULT, "dishub")).items())
        .extracting(item -> item.trackingId())
        .contains(ONE.value());
    assertThat(asked.cases(filter(CaseQueue.Kind.DEFAULT, "dinkes")).items()).isEmpty();
    assertThat(asked.cases(filter(CaseQueue.Kind.RETURN, "dishub")).items()).isEmpty();

    CaseOrder.Result left = work.assign(ONE, order(""));

    assertThat(left.code()).isEqualTo("left");
    assertThat(work.assign(ONE, order("")).code()).isEqualTo("nothing_waits");
    assertThat(work.giveBack(ONE, order("")).code()).isEqualTo("no_reason");
  }

  @Test
  void whatIsNoOrderIsRefused() throws Exception {
    assertThat(posted(ONE + "/assign", "{\"who\":\"rina\",\"agencies\":[\"Dinas X\"]}"))
        .isEqualTo(400);
    assertThat(posted(ONE + "/assign", "{\"who\":\"r na\",\"agencies\":[]}")).isEqualTo(400);
    assertThat(posted("xyz/assign", "{\"who\":\"rina\",\"agencies\":[]}")).isEqualTo(400);
    assertThat(posted(ONE + "/assign", "{\"who\":\"rina\"}")).isEqualTo(400);
    assertThat(got("?kind=lain")).isEqualTo(400);
    assertThat(got("?kind=default&kind=default")).isEqualTo(400);
    assertThat(got("?skip=99999")).isEqualTo(400);
    assertThat(got("?kind=difference&skip=3")).isEqualTo(200);
  }

  private int posted(String path, String body) throws Exception {
    return send(allowed(AdminApi.PATH + "/cases/" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  private int got(String query) throws Exception {
    return send(allowed(AdminApi.PATH + "/cases" + query).GET()).statusCode();
  }
}
