package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.sync.ReplyDesk.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that wait for a person, by the process that owns the store. */
@Tag("S23")
class ReplyApiTest extends AdminRig {
  private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");
  private AdminAnswers asked;
  private AdminWork work;
  private long held;

  @Override
  void prepare() {
    boolean unused =
        ParkedFixture.in(Objects.requireNonNull(sample.file().getParent()))
            .with(
                store ->
                    store.inTransaction(
                        tx -> {
                          for (String change : List.of("1", "2", "3")) {
                            store.replies().add(tx, answer(change), AT);
                          }
                          return true;
                        }));
  }

  private static FollowUp answer(String change) {
    return new FollowUp(
        new TrackingId("9840001"), new AgencyCode("dishub"), change, AT, "Sudah dicek.", List.of());
  }

  @BeforeEach
  void anAnswerWaits() {
    asked = AdminAnswers.of(file);
    work = new AdminWork(asked);
    held = asked.replies().items().get(0).id();
  }

  private static ReplyOrder order(String reason, String text) {
    return new ReplyOrder(
        "budi",
        Optional.of(reason).filter(it -> !it.isEmpty()),
        Optional.of(text).filter(it -> !it.isEmpty()));
  }

  @Test
  void oneIsReadAndDecidedOnce() {
    assertThat(work.reply(held, order("", ""))).map(it -> it.text()).contains("Sudah dicek.");
    assertThat(work.reject(held, order("", "")).outcome()).isEqualTo(Outcome.NO_REASON);
    assertThat(work.approve(held, order("", " x ".repeat(4_000))).outcome())
        .isEqualTo(Outcome.BAD_TEXT);

    assertThat(work.reject(held, order("menyebut nama", "")).done()).isTrue();

    assertThat(work.approve(held, order("", "")).outcome()).isEqualTo(Outcome.DECIDED);
    assertThat(asked.replies().items()).noneMatch(item -> item.id() == held);
  }

  @Test
  void oneThatThereIsNotIsUnknown() {
    assertThat(work.reply(held + 1_000, order("", ""))).isEmpty();
    assertThat(work.reject(held + 1_000, order("x", "")).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whatIsNoOrderIsRefused() throws Exception {
    assertThat(posted("x/approve", "{\"who\":\"budi\"}")).isEqualTo(400);
    assertThat(posted(held + "/approve", "{\"who\":\"b d\"}")).isEqualTo(400);
    assertThat(posted(held + "/approve", "{\"who\":\"budi\",\"teks\":\"x\"}")).isEqualTo(400);
    assertThat(asked.replies().items()).anyMatch(item -> item.id() == held);
  }

  private int posted(String path, String body) throws Exception {
    return send(allowed(AdminApi.PATH + "/replies/" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }
}
