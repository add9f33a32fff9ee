package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes of one database show different times after its clock was put back. */
@Tag("C7")
@Tag("C8")
@Tag("F49")
class UnsureByTheDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant AHEAD = NOON.plus(Duration.ofHours(1));
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofSeconds(90);
  private static final Sealer OPEN =
      new Sealer() {
        @Override
        public byte[] seal(byte[] plain, String place) {
          return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
          return sealed;
        }
      };
  private static final Share SHARE = new Share(4, 4, false, false, Instant.MAX);

  @Test
  void a_node_whose_time_is_ahead_lets_an_unknown_end_settle_by_the_time_of_the_database()
      throws Exception {
    AtomicLong database = new AtomicLong(NOON.toEpochMilli());
    try (SteppedStore store = SteppedStore.open(OPEN)) {
      store.clear(Optional.of(database::get));
      Envelope sent = sent(store);
      Settlement unknown =
          new Settlement(
              State.UNCERTAIN,
              NOON.plus(SETTLE),
              1,
              0,
              false,
              "",
              Settlement.UNKNOWN_OUTCOME,
              "no answer");
      boolean counts = store.look((parts, tx) -> parts.claims().settle(tx, sent, unknown, NOON));
      assertThat(counts).isTrue();

      assertThat(claimed(store, AHEAD)).isEmpty();
      database.addAndGet(SETTLE.toMillis() - 1);
      assertThat(claimed(store, AHEAD)).isEmpty();
      database.addAndGet(1);
      assertThat(claimed(store, AHEAD)).extracting(Envelope::uncertain).containsExactly(true);
      Happened.times("F49", 1, "a node whose time is ahead of the database's");
    }
  }

  private static Envelope sent(SteppedStore store) {
    Lane lane = new Lane(new TrackingId("9300001"), "dishub");
    NewEntry entry =
        new NewEntry(lane, "open", IdempotencyKey.of(lane, "open", "1"), "{}".getBytes(UTF_8), "");
    boolean isNew = store.look((parts, tx) -> parts.outbox().enqueue(tx, entry, NOON));
    assertThat(isNew).isTrue();
    return claimed(store, NOON).get(0);
  }

  private static List<Envelope> claimed(SteppedStore store, Instant now) {
    return store.look((parts, tx) -> parts.claims().claim(tx, "dishub", SHARE, now, LEASE));
  }
}
