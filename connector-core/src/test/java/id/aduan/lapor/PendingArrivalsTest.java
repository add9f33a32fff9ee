package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.InboxView.SetAside;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.PendingArrivals;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks that were acknowledged while the store was busy, and applied afterwards. */
@Tag("C1")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PendingArrivalsTest extends ConnectorRig {
  /** Nothing runs by itself: what waits is applied by hand. */
  @Override
  @BeforeEach
  void startConnector() throws Exception {
    connector = open();
  }

  private PendingArrivals arrivals() {
    return connector.webhooks().orElseThrow().pending();
  }

  private long pending() {
    CaseStore store = connector.store();
    return store.read(tx -> store.inboxView().pending(tx)).entries();
  }

  /** Pushes events behind a store that has more to do than it likes. */
  private List<Answer> whileBusy(String... events) throws Exception {
    CaseStore store = connector.store();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<CompletableFuture<?>> before = new ArrayList<>();
    List<CompletableFuture<Answer>> told = new ArrayList<>();
    before.add(store.submit(tx -> isReleased(begun, goOn)));
    try {
      begun.await(); // what comes now waits for the next commit
      for (int i = 0; i < WebhookIntake.BUSY_FROM; i++) {
        before.add(store.submit(tx -> true));
      }
      for (String event : events) {
        told.add(receive(event));
      }
    } finally {
      goOn.countDown();
    }
    before.forEach(CompletableFuture::join);
    return told.stream().map(CompletableFuture::join).toList();
  }

  private static boolean isReleased(CountDownLatch begun, CountDownLatch goOn) {
    begun.countDown();
    try {
      goOn.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The event's id is that of the complaint, and a word after a colon. */
  private CompletableFuture<Answer> receive(String event) throws Exception {
    String id = event.split(":", 2)[0];
    byte[] body = id.getBytes(StandardCharsets.UTF_8);
    return connector.webhooks().orElseThrow().receive(signed(SECRET, event, id), body);
  }

  private static Receipt receipt(Answer answer) {
    return ((Answer.Kept) answer).receipt();
  }

  private void has(String... ids) {
    for (String id : ids) {
      portal.put(Samples.state(Samples.complaint(id, "1398"), 1));
    }
  }

  @Test
  void what_is_kept_behind_a_queue_is_applied_once_and_in_order() throws Exception {
    has("9200101", "9200102");

    List<Answer> told = whileBusy("9200101:a", "9200102:a", "9200101:b");

    assertThat(told).allSatisfy(it -> assertThat(receipt(it).quarantined()).isFalse());
    assertThat(pending()).isEqualTo(3);
    assertThat(entries("9200101")).isEmpty();
    assertThat(arrivals().applySome()).isEqualTo(3);
    assertThat(arrivals().applySome()).isZero();
    assertThat(pending()).isZero();
    assertThat(entries("9200101")).hasSize(1);
    assertThat(entries("9200102")).hasSize(1);
  }

  @Test
  @Tag("C3")
  void what_is_told_again_meanwhile_or_afterwards_has_no_other_effect() throws Exception {
    has("9200103");

    Answer first = whileBusy("9200103:a").get(0);
    Answer meanwhile = receive("9200103:a").join();
    assertThat(arrivals().applySome()).isEqualTo(1);
    Answer afterwards = receive("9200103:a").join();

    assertThat(List.of(meanwhile, afterwards)).containsOnly(first);
    assertThat(entries("9200103")).hasSize(1);
  }

  @Test
  void what_is_told_directly_meanwhile_is_newer_and_stays() throws Exception {
    has("9200104");
    whileBusy("9200104:a");
    portal.put(
        Samples.state(
            Samples.complaint("9200104", "932"), 2)); // the reader here tells what is there now

    Answer direct = receive("9200104:b").join();
    assertThat(arrivals().applySome()).isEqualTo(1);

    assertThat(receipt(direct).quarantined()).isFalse();
    assertThat(entries("9200104")).extracting(it -> it.lane().target()).containsOnly("kantah");
  }

  @Test
  @Tag("C15")
  void what_an_ended_process_has_left_is_applied_by_the_next_one() throws Exception {
    has("9200105");
    whileBusy("9200105:a");
    connector.close();

    connector = open();
    connector.start();

    await().until(() -> dishub.tickets().size() == 1);
    assertThat(pending()).isZero();
  }

  @Test
  @Tag("C11")
  void what_cannot_be_applied_is_set_aside_and_holds_up_no_other() throws Exception {
    has("9200106", "9200107");
    List<Answer> told = whileBusy("9200106:a", "9200107:a");
    connector.close();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        Statement statement = file.createStatement()) {
      statement.executeUpdate("update lapor_inbox set raw = x'00' where event_id = '9200106:a'");
    }

    connector = open();
    assertThat(arrivals().applySome()).isEqualTo(2);

    assertThat(pending()).isZero();
    assertThat(entries("9200107")).hasSize(1);
    CaseStore store = connector.store();
    List<SetAside> aside = store.read(tx -> store.inboxView().setAside(tx, ParkedFilter.ALL, 10));
    assertThat(aside)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reference()).isEqualTo(receipt(told.get(0)).reference());
              assertThat(it.code()).isEqualTo("processing.failed");
            });
  }
}
