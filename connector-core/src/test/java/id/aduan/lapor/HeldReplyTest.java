package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.Replies;
import id.aduan.lapor.sync.ReplyDesk;
import id.aduan.lapor.sync.ReplyDesk.Outcome;
import id.aduan.lapor.sync.ReplyRules;
import id.aduan.lapor.sync.Returns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers on their way to the portal: what they carry, and what waits for a person before. */
class HeldReplyTest extends ConnectorRig {
  private static final Operator PERSON = new Operator("sekda", "sudah dibaca");
  private static final Operator SILENT = new Operator("sekda", "");
  private static final String ANSWER = "Lampu sudah diperbaiki.";

  private ReplyRules replies = ReplyRules.DEFAULT;

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return builder.answers(
        new AnswerRules(
            replies, Map.of(new AgencyCode("dishub"), List.of("Ditolak_Bukan_Wewenang"))));
  }

  private void restart(ReplyRules rules) throws Exception {
    connector.close();
    replies = rules;
    connector = open();
    connector.start();
  }

  private void askFirst() throws Exception {
    restart(new ReplyRules(true, Optional.empty(), 5, 1_000));
  }

  private TrackingId opened(String id) {
    return opened(Samples.complaint(id, "1398"));
  }

  private TrackingId opened(Complaint complaint) {
    portal.put(Samples.state(complaint));
    await().until(() -> story(complaint.id().value()).contains(Action.TICKET_OPENED));
    return complaint.id();
  }

  private List<Replies.Waiting> waiting() {
    return connector.replies().waiting(10);
  }

  private List<String> told(TrackingId id, Action action) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id.value())).stream()
        .filter(entry -> entry.action() == action)
        .map(AuditEntry::detail)
        .toList();
  }

  private long held(TrackingId id) {
    dishub.writes(id, ANSWER, true);
    await().until(() -> !waiting().isEmpty());
    return waiting().get(0).id();
  }

  @Test
  void an_answer_waits_over_a_restart_until_a_person_approves_it() throws Exception {
    askFirst();
    TrackingId id = opened("9830001");
    long held = held(id);
    restart(replies);

    assertThat(portal.followUps()).isEmpty();
    assertThat(waiting()).extracting(Replies.Waiting::complaint).containsExactly(id);
    assertThat(connector.replies().approve(held, Optional.empty(), PERSON))
        .isEqualTo(Outcome.APPROVED);

    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));
    assertThat(portal.followUps()).extracting(FollowUp::content).containsExactly(ANSWER);
    assertThat(waiting()).isEmpty();
    assertThat(told(id, Action.REPLY_APPROVED))
        .containsExactly("reply " + held + " of dishub, change 1; reason: sudah dibaca");
  }

  @Test
  void it_may_be_approved_in_other_words_and_decided_once() throws Exception {
    askFirst();
    TrackingId id = opened("9830002");
    long held = held(id);

    assertThat(connector.replies().approve(held, Optional.of("Sudah menyala."), PERSON))
        .isEqualTo(Outcome.APPROVED);
    assertThat(connector.replies().approve(held, Optional.empty(), PERSON))
        .isEqualTo(Outcome.DECIDED);
    assertThat(connector.replies().reject(held, PERSON)).isEqualTo(Outcome.DECIDED);

    await().until(() -> portal.followUps().size() == 1);
    assertThat(portal.followUps()).extracting(FollowUp::content).containsExactly("Sudah menyala.");
    assertThat(told(id, Action.REPLY_APPROVED))
        .singleElement()
        .asString()
        .contains("in other words")
        .doesNotContain("menyala");
  }

  @Test
  void one_that_is_rejected_needs_a_reason_and_never_goes_out() throws Exception {
    askFirst();
    TrackingId id = opened("9830003");
    long held = held(id);
    ReplyDesk desk = connector.replies();

    assertThat(desk.reject(held, SILENT)).isEqualTo(Outcome.NO_REASON);
    assertThat(desk.approve(held, Optional.of(" "), PERSON)).isEqualTo(Outcome.BAD_TEXT);
    assertThat(desk.reject(held + 1, PERSON)).isEqualTo(Outcome.UNKNOWN);
    assertThat(waiting()).hasSize(1);
    assertThat(desk.reject(held, PERSON)).isEqualTo(Outcome.REJECTED);

    assertThat(waiting()).isEmpty();
    assertThat(entries(id.value())).noneMatch(row -> row.operation().equals("publish"));
    assertThat(told(id, Action.REPLY_REJECTED)).hasSize(1);
  }

  @Test
  @Tag("S26")
  void that_its_words_were_read_is_recorded() throws Exception {
    askFirst();
    TrackingId id = opened("9830004");
    long held = held(id);

    assertThat(connector.replies().content(held, SILENT))
        .map(it -> it.followUp().content())
        .contains(ANSWER);

    assertThat(told(id, Action.CONTENT_READ))
        .containsExactly("reply " + held + " of dishub, change 1");
    assertThat(connector.replies().content(held + 1, SILENT)).isEmpty();
  }

  @Test
  @Tag("C7")
  void with_our_reference_no_two_answers_are_the_same() throws Exception {
    restart(new ReplyRules(false, Optional.of("Ref. {reference}"), 5, 1_000));
    TrackingId id = opened("9830005");

    portal.loseNextAnswer(false);
    dishub.writes(id, ANSWER, true);
    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));
    dishub.writes(id, ANSWER, true);
    await().until(() -> portal.followUps().size() == 2);

    assertThat(portal.followUps())
        .allSatisfy(
            it ->
                assertThat(it.content())
                    .matches("\\QLampu sudah diperbaiki.\\E\n\nRef. [0-9a-f]{12}"))
        .doesNotHaveDuplicates();
    assertThat(portal.followUps()).extracting(FollowUp::content).doesNotHaveDuplicates();
  }

  @Test
  @Tag("C14")
  void the_answer_to_a_secret_report_is_secret_and_that_to_a_public_one_is_not() {
    Complaint secret =
        Samples.with(
            Samples.complaint("9830006", "1398"),
            new Visibility(Flag.FALSE, Flag.TRUE),
            Status.UNKNOWN);
    TrackingId one = opened(secret);
    TrackingId other = opened("9830007");

    dishub.writes(one, ANSWER, true);
    dishub.writes(other, ANSWER, true);

    await().until(() -> portal.followUps().size() == 2);
    assertThat(portal.followUps())
        .allSatisfy(it -> assertThat(it.secret()).isEqualTo(it.complaint().equals(one)));
  }

  @Test
  void files_go_with_an_answer_and_what_is_missing_is_said_in_words() {
    TrackingId id = opened("9830008");
    dishub.keeps("https://x/ada.jpg", new AgencyFile.Here("image/jpeg", new byte[] {1, 2}));
    dishub.keeps("https://x/hilang.pdf", new AgencyFile.Missing("http.404"));

    dishub.writes(
        id,
        ANSWER,
        List.of(
            new Attachment("ada.jpg", "https://x/ada.jpg"),
            new Attachment("hilang.pdf", "https://x/hilang.pdf")));

    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));
    assertThat(portal.followUps())
        .extracting(FollowUp::content)
        .containsExactly(ANSWER + "\n\n(Lampiran yang tidak dapat disertakan: hilang.pdf)");
    assertThat(portal.files()).extracting(PortalFile::name).containsExactly("ada.jpg");
    assertThat(told(id, Action.FILE_LEFT_OUT)).containsExactly("change 1, file 2 of 2: http.404");
  }

  @Test
  @Tag("C7")
  void an_answer_without_one_of_its_files_is_found_again_by_the_words_that_went_out() {
    TrackingId id = opened("9830009");
    dishub.keeps("https://x/hilang.pdf", new AgencyFile.Missing("http.404"));
    portal.loseNextAnswer(true);

    dishub.writes(id, ANSWER, List.of(new Attachment("hilang.pdf", "https://x/hilang.pdf")));

    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));
    assertThat(portal.followUps()).hasSize(1);
  }

  @Test
  @Tag("CMP-07")
  void what_an_agency_gives_back_waits_for_the_coordinator_while_the_clocks_run_on() {
    TrackingId id = opened("9830010");

    dishub.says(id, "Bukan wewenang kami.", "DITOLAK_BUKAN_WEWENANG");
    await().until(() -> story(id.value()).contains(Action.RETURNED));
    dishub.says(id, "Sekali lagi.", "DITOLAK_BUKAN_WEWENANG");
    await().until(() -> waiting().size() == 2);

    List<Returns.Waiting> returned =
        connector.store().read(tx -> connector.store().returns().waiting(tx, 10));
    assertThat(returned)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.complaint()).isEqualTo(id);
              assertThat(it.word()).isEqualTo("DITOLAK_BUKAN_WEWENANG");
            });
    assertThat(portal.followUps()).isEmpty();
    CaseClocks clocks =
        connector.store().read(tx -> connector.store().clocks().find(tx, id)).orElseThrow();
    assertThat(clocks.events())
        .extracting(Occurrence::event)
        .contains(CaseEvent.RETURNED)
        .doesNotContain(CaseEvent.ANSWERED);
    assertThat(clocks.clocks()).anyMatch(clock -> clock.state() == Clock.State.RUNNING);
  }

  private void becomesSecret(TrackingId id) {
    Complaint secret =
        Samples.with(
            Samples.complaint(id.value(), "1398"),
            new Visibility(Flag.FALSE, Flag.TRUE),
            Status.UNKNOWN);
    portal.put(Samples.state(secret));
    await().until(() -> record(id).complaint().visibility().secret().mayBeTrue());
  }

  private CaseRecord record(TrackingId id) {
    return connector.store().read(tx -> connector.store().complaints().find(tx, id)).orElseThrow();
  }

  @Test
  @Tag("C14")
  void an_answer_that_waited_while_its_report_became_secret_goes_out_as_a_secret_one()
      throws Exception {
    askFirst();
    TrackingId id = opened("9830011");
    long held = held(id);
    becomesSecret(id);

    assertThat(connector.replies().approve(held, Optional.empty(), PERSON))
        .isEqualTo(Outcome.APPROVED);

    await().until(() -> portal.followUps().size() == 1);
    assertThat(portal.followUps()).extracting(FollowUp::secret).containsExactly(true);
  }

  @Test
  @Tag("C14")
  void an_answer_in_the_outbox_is_sent_as_its_report_stands_by_then() {
    TrackingId id = opened("9830012");
    FollowUp taken =
        new FollowUp(
            id,
            new AgencyCode("dishub"),
            "7",
            Instant.parse("2026-11-23T06:00:00Z"),
            ANSWER,
            List.of());
    becomesSecret(id);

    put(taken);

    await().until(() -> portal.followUps().size() == 1);
    assertThat(portal.followUps()).extracting(FollowUp::secret).containsExactly(true);
  }

  /** As it was put there while its report was public. */
  private void put(FollowUp answer) {
    Lane lane = new Lane(answer.complaint(), Targets.PORTAL);
    IdempotencyKey key = IdempotencyKey.of(lane, AnswerIntake.PUBLISH, "dishub|7");
    boolean unused =
        connector
            .store()
            .inTransaction(
                tx ->
                    connector
                        .store()
                        .outbox()
                        .enqueue(
                            tx,
                            new NewEntry(
                                lane, AnswerIntake.PUBLISH, key, ModelJson.write(answer), ""),
                            answer.answeredAt()));
  }

  @Test
  @Tag("CMP-07")
  void a_case_that_its_agency_takes_up_after_all_waits_no_longer_for_the_coordinator() {
    TrackingId id = opened("9830013");
    dishub.says(id, "Bukan wewenang kami.", "DITOLAK_BUKAN_WEWENANG");
    await().until(() -> story(id.value()).contains(Action.RETURNED));

    dishub.says(id, "Ternyata wewenang kami.", "PROSES");
    await().until(() -> connector.store().read(tx -> connector.store().returns().count(tx)) == 0);
    dishub.says(id, "Tetap bukan.", "DITOLAK_BUKAN_WEWENANG");

    await().until(() -> connector.store().read(tx -> connector.store().returns().count(tx)) == 1);
    assertThat(told(id, Action.RETURNED)).hasSize(2);
  }

  @Test
  @Tag("D13")
  void the_words_of_an_agency_that_does_not_have_the_case_wait_and_end_no_clock() {
    TrackingId id = opened("9830014");
    CaseRecord record = record(id);
    boolean unused =
        connector
            .store()
            .inTransaction(
                tx -> {
                  connector
                      .store()
                      .complaints()
                      .save(
                          tx,
                          new CaseRecord(
                              record.complaint(),
                              record.revision(),
                              record.updatedAt(),
                              record.firstSeenAt(),
                              Optional.of(
                                  new CaseRecord.Assignment(
                                      new AgencyCode("pu"), "RULE", "line 1", "1"))));
                  return true;
                });

    long held = held(id);
    assertThat(connector.replies().approve(held, Optional.empty(), PERSON))
        .isEqualTo(Outcome.APPROVED);
    await().until(() -> story(id.value()).contains(Action.FOLLOW_UP_PUBLISHED));

    CaseClocks clocks =
        connector.store().read(tx -> connector.store().clocks().find(tx, id)).orElseThrow();
    assertThat(clocks.events()).extracting(Occurrence::event).doesNotContain(CaseEvent.ANSWERED);
  }
}
