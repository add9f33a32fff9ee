package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.SealException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest extends StoreRig {
  @Test
  @Tag("C20")
  void a_changed_payload_is_noticed_and_not_delivered() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));

    tamper("update lapor_outbox set payload = zeroblob(40)");

    assertThat(claim("dishub", 1, NOW)).isEmpty();
    assertThat(parkedCodes()).containsExactly(OutboxView.DAMAGED);
  }

  @Test
  @Tag("C20")
  void a_damaged_entry_holds_up_no_other_complaint() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200002", "dishub", "1"));

    tamper("update lapor_outbox set tracking_id = 'x' where tracking_id = '9200001'");

    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
  }

  @Test
  @Tag("C8")
  @Tag("C20")
  void what_one_claim_took_no_other_of_the_same_transaction_takes_again() throws Exception {
    enqueue(entry("9200001", "empty", "1"));
    enqueue(entry("9200002", "empty", "1"));
    enqueue(entry("9200003", "dishub", "1"));
    tamper("update lapor_outbox set twin = 'x' where tracking_id = '9200001'");

    List<String> claimed =
        store.inTransaction(
            tx ->
                Stream.of("empty", "dishub", "empty", "dishub")
                    .flatMap(
                        target -> store.claims().claim(tx, target, share(10), NOW, LEASE).stream())
                    .map(envelope -> envelope.lane().complaint().value())
                    .toList());

    assertThat(claimed).containsExactly("9200002", "9200003");
  }

  @ParameterizedTest(name = "{0}")
  @Tag("C20")
  @ValueSource(
      strings = {
        "state = 9",
        "state = -1",
        "twin = 'x'",
        "attempts = 77",
        "payload = zeroblob(0)",
        "idempotency_key = ''",
        "detail = 'x'",
        "row_hash = zeroblob(0)",
      })
  void whatever_was_changed_by_hand_holds_up_its_own_lane_alone(String change) throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200002", "dishub", "1"));

    tamper("update lapor_outbox set " + change + " where tracking_id = '9200001'");

    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
    assertThat(store.verify(damage -> {}).isSound()).isFalse();
  }

  /** Whoever records an end remembers the row, and does not read it again. */
  @ParameterizedTest
  @Tag("C20")
  @EnumSource(
      value = State.class,
      names = {"DONE", "WAITING"})
  void what_is_damaged_while_it_is_under_way_is_found_after_its_end(State end) throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    Envelope claimed = claim("dishub", 1, NOW).get(0);

    tamper("update lapor_outbox set payload = zeroblob(0) where tracking_id = '9200001'");

    assertThat(settle(claimed, end)).isTrue();
    assertThat(store.verify(damage -> {}).isSound()).isFalse();
    assertThat(claim("dishub", 1, NOW)).isEmpty();
  }

  @Test
  @Tag("C24")
  void keys_that_do_not_fit_the_store_are_noticed_before_anything_is_touched() {
    enqueue(entry("9200001", "dishub", "1"));
    store.close();

    assertThatThrownBy(() -> stores.open(KeysetSealer.ofJson(KeysetSealer.newKeyset())))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("keys are not those of this store");
    store = stores.open();
    assertThat(claim("dishub", 1, NOW)).hasSize(1);
  }

  @Test
  @Tag("C24")
  void a_sealed_value_moved_to_another_row_does_not_open() throws Exception {
    NewEntry one = entry("9200001", "dishub", "1");
    NewEntry other = entry("9200002", "dishub", "1");
    enqueue(one);
    enqueue(other);
    tamper(
        "update lapor_outbox set payload ="
            + " (select payload from lapor_outbox where tracking_id = '9200002')"
            + " where tracking_id = '9200001'");
    OutboxRow moved =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select " + OutboxRow.COLUMNS + " from lapor_outbox order by id",
                        OutboxRow::read)
                    .orElseThrow());
    tamper(
        "update lapor_outbox set row_hash = x'"
            + java.util.HexFormat.of().formatHex(moved.computedHash())
            + "' where id = "
            + moved.id());

    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
    assertThat(parkedCodes()).containsExactly(OutboxView.DAMAGED);
  }

  @Test
  @Tag("C23")
  void the_audit_trail_cannot_be_rewritten_unnoticed() throws Exception {
    for (int i = 0; i < 5; i++) {
      AuditEntry entry = new AuditEntry(NOW, "engine", Action.RECEIVED, "9200001", "entry " + i);
      store.inTransaction(
          tx -> {
            store.audit().append(tx, entry);
            return true;
          });
    }
    OptionalLong whole = store.read(tx -> store.audit().firstBroken(tx));
    assertThat(whole).isEmpty();
    assertThatThrownBy(() -> tamper("update lapor_audit set detail = 'x' where seq = 3"))
        .hasMessageContaining("only ever added to");

    execute("drop trigger lapor_audit_no_update");
    tamper("update lapor_audit set detail = 'x' where seq = 3");

    OptionalLong broken = store.read(tx -> store.audit().firstBroken(tx));
    assertThat(broken).hasValue(3);
  }
}
