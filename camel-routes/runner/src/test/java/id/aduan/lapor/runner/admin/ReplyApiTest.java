package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.answer.ReplyContent;
import id.aduan.lapor.runner.answer.ReplyFile;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.sync.ReplyDesk.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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

  private ReplyFile file(String name, byte[] content) {
    return new ReplyFile("budi", Optional.empty(), name, content);
  }

  @Test
  void aFileIsHandedInAndGoesWithTheAnswerThatNamesIt() {
    byte[] pdf = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8);

    ReplyFile.Result kept = work.enclose(held, file("../surat.pdf", pdf));

    assertThat(kept.outcome()).isEqualTo(Outcome.ENCLOSED);
    String hash = kept.file().orElseThrow().sha256();
    assertThat(kept.file().orElseThrow().name()).isEqualTo("surat.pdf");
    assertThat(work.reply(held, order("", "")).orElseThrow().enclosed())
        .extracting(ReplyContent.Enclosed::sha256)
        .containsExactly(hash);
    assertThat(work.approve(held, order("", "").with(List.of("0".repeat(64)))).outcome())
        .isEqualTo(Outcome.BAD_FILES);
    assertThat(work.approve(held, order("", "").with(List.of(hash))).done()).isTrue();
    assertThat(work.enclose(held, file("surat.pdf", pdf)).outcome()).isEqualTo(Outcome.DECIDED);
  }

  @Test
  void whatIsNoFileIsRefused() throws Exception {
    assertThat(work.enclose(held, file("a", new byte[0])).outcome()).isEqualTo(Outcome.FILE_EMPTY);
    assertThat(work.enclose(held, file("a.exe", "MZ\0\0".getBytes(StandardCharsets.UTF_8))))
        .satisfies(
            told -> {
              assertThat(told.outcome()).isEqualTo(Outcome.FILE_UNFIT);
              assertThat(told.findings()).containsExactly("file.executable");
            });
    assertThat(posted(held + "/files", "{\"who\":\"budi\",\"name\":\"a\",\"content\":\"?\"}"))
        .isEqualTo(400);
    assertThat(posted(held + "/files", "{\"who\":\"b d\",\"name\":\"a\",\"content\":\"QQ==\"}"))
        .isEqualTo(400);
    String tooLong = "{\"who\":\"" + "x".repeat(ReplyFile.ORDER_BYTES_MAX) + "\"}";
    assertThat(posted(held + "/files", tooLong)).isEqualTo(413);
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
