package id.aduan.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ParkedAnswer;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person does with what was set aside on arrival. */
@Tag("C11")
@Tag("C12")
class ArrivalDeskTest extends ConnectorRig {
  private static final Operator ANI = new Operator("ani", "after the upgrade");
  private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");

  private static Receipt receipt(Answer answer) {
    return ((Answer.Kept) answer).receipt();
  }

  private ParkedAnswer replay(String reference) {
    ParkedAnswer planned = connector.arrivals().plan(reference);
    ParkedAnswer answer = connector.arrivals().replay(reference, ANI);
    assertThat(answer.done() ? planned.done() : !answer.code().isEmpty()).isTrue();
    return answer;
  }

  private long waiting() {
    return connector
        .store()
        .read(tx -> connector.store().inboxView().setAside(tx, ParkedFilter.ALL, 10))
        .size();
  }

  private List<AuditEntry> trail(String reference) {
    return connector.store().read(tx -> connector.store().audit().about(tx, reference));
  }

  /** As an earlier version kept it. */
  private String setAside(String source, String eventId, byte[] raw, String code) {
    String reference = "in-0123456789abcdef";
    connector
        .store()
        .inTransaction(
            tx -> {
              connector
                  .store()
                  .inbox()
                  .add(
                      tx,
                      new Arrival(
                          source,
                          eventId,
                          AT,
                          raw,
                          "h",
                          new Receipt(reference, true, code, "h"),
                          Optional.empty()));
              return true;
            });
    return reference;
  }

  @Test
  void a_callback_that_can_be_read_now_is_applied_and_its_sender_is_told_so() throws Exception {
    Receipt first = receipt(push("e1", "9860001"));
    assertThat(first.quarantined()).as("it could not be read").isTrue();
    assertThat(replay(first.reference()).code()).isEqualTo("unreadable");
    assertThat(waiting()).isEqualTo(1);

    portal.put(Samples.state(Samples.complaint("9860001", "1398")));
    ParkedAnswer answer = replay(first.reference());

    assertThat(answer).isEqualTo(new ParkedAnswer(true, "used", "9860001"));
    awaitState("9860001", State.DONE);
    assertThat(waiting()).isZero();
    Receipt again = receipt(push("e1", "9860001"));
    assertThat(again.quarantined()).isFalse();
    assertThat(again.reference()).isEqualTo(first.reference());
    assertThat(trail(first.reference()))
        .last()
        .satisfies(
            it -> {
              assertThat(it.action()).isEqualTo(Action.REPLAYED);
              assertThat(it.actor()).isEqualTo("operator:ani");
              assertThat(it.detail()).contains("portal.webhook", "reason: after the upgrade");
            });
    assertThat(replay(first.reference()).code()).isEqualTo("unknown");
  }

  @Test
  void what_is_discarded_is_not_read_again_and_its_sender_is_told_the_same() throws Exception {
    Receipt first = receipt(push("e2", "what is this"));

    assertThat(connector.arrivals().discard(first.reference(), ANI).done()).isTrue();

    assertThat(waiting()).isZero();
    assertThat(receipt(push("e2", "what is this"))).isEqualTo(first);
    assertThat(replay(first.reference()).code()).isEqualTo("unknown");
    assertThat(trail(first.reference()))
        .extracting(AuditEntry::action)
        .containsExactly(Action.QUARANTINED, Action.DISCARDED);
  }

  @Test
  void a_change_of_an_agency_is_applied_once_its_ticket_is_known() {
    TicketChange change =
        new TicketChange(
            "c-9", "TKT-9860002", "", AT, true, "Sudah diperbaiki.", "SELESAI", List.of());
    String reference =
        setAside("agency.dishub", "c-9", ModelJson.write(change), "processing.failed");
    assertThat(replay(reference).code()).isEqualTo("nobody_meant");
    assertThat(waiting()).as("it was not marked as used").isEqualTo(1);

    portal.put(Samples.state(Samples.complaint("9860002", "1398")));
    awaitState("9860002", State.DONE);
    assertThat(replay(reference).done()).isTrue();

    await().untilAsserted(() -> assertThat(portal.followUps()).hasSize(1));
    assertThat(waiting()).isZero();
  }

  @Test
  void a_whole_item_of_the_list_is_asked_for_again() {
    String reference =
        setAside("portal.list", "9860003 list@x", "{}".getBytes(UTF_8), "processing.failed");
    portal.put(Samples.state(Samples.complaint("9860003", "1398")));

    assertThat(replay(reference)).isEqualTo(new ParkedAnswer(true, "used", "9860003"));

    await()
        .untilAsserted(
            () ->
                assertThat(entries("9860003"))
                    .extracting(it -> it.operation() + " " + it.state())
                    .contains("fetch DONE", "open DONE"));
  }

  @Test
  void what_only_its_sender_can_tell_again_stays() {
    String unread = setAside("agency.dishub", "h", "{}".getBytes(UTF_8), "change.unreadable");

    assertThat(replay(unread)).isEqualTo(new ParkedAnswer(false, "not_read_again", "dishub"));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void an_agency_that_is_gone_is_named() {
    String unread = setAside("agency.pupr", "h", "{}".getBytes(UTF_8), "processing.failed");

    assertThat(replay(unread)).isEqualTo(new ParkedAnswer(false, "no_target", "pupr"));
  }

  @Test
  @Tag("S26")
  void what_arrived_is_shown_and_that_is_in_the_trail() throws Exception {
    Receipt first = receipt(push("e3", "Siti ZZPII-1"));

    assertThat(connector.arrivals().content(first.reference(), ANI).orElseThrow())
        .isEqualTo("Siti ZZPII-1".getBytes(UTF_8));

    assertThat(trail(first.reference()))
        .extracting(AuditEntry::action)
        .contains(Action.CONTENT_READ);
    assertThat(connector.arrivals().content("in-ffffffffffffffff", ANI)).isEmpty();
  }
}
