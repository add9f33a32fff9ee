package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.sync.Polled;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person decides of a target. */
@Tag("C9")
class TargetSwitchTest extends ConnectorRig {
  private final List<String> switched = new CopyOnWriteArrayList<>();
  private final List<String> polled = new CopyOnWriteArrayList<>();

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return builder.listener(
        new ConnectorListener() {
          @Override
          public void switched(String target, Mode mode) {
            switched.add(target + " " + mode);
          }

          @Override
          public void polled(Polled poll) {
            polled.add(poll.source());
          }
        });
  }

  private void restart() throws Exception {
    connector.close();
    connector = open();
    connector.start();
  }

  private void putComplaints(String dishubs, String kantahs) {
    portal.put(Samples.state(Samples.complaint(dishubs, "1398")));
    portal.put(Samples.state(Samples.complaint(kantahs, "932")));
  }

  @Test
  void what_is_paused_stays_so_over_a_restart_until_it_is_resumed() throws Exception {
    connector.agencies().pause("dishub", "ops", "works in the machine room");
    restart();
    putComplaints("9200001", "9300001");
    awaitState("9300001", State.DONE);

    assertThat(dishub.tickets()).isEmpty();
    assertThat(entries("9200001")).extracting(it -> it.state()).containsExactly(State.WAITING);
    assertThat(polled).contains("dishub");
    connector.agencies().resume("dishub", "ops", "done");

    awaitState("9200001", State.DONE);
    assertThat(switched).containsExactly("dishub PAUSED", "dishub RUNNING");
    assertThat(decisions()).containsExactly(Action.TARGET_PAUSED, Action.TARGET_RESUMED);
  }

  private List<Action> decisions() {
    return connector.store().read(tx -> connector.store().audit().about(tx, "dishub")).stream()
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void what_a_paused_target_may_have_got_is_still_looked_up() {
    AtomicBoolean lost = new AtomicBoolean();
    dishub.behaves(
        complaint -> {
          DeliveryResult stored = dishub.store(complaint);
          connector.agencies().pause("dishub", "ops", "now");
          lost.set(true);
          return stored instanceof DeliveryResult.Accepted
              ? new DeliveryResult.Unknown("cut off")
              : stored;
        });
    putComplaints("9200001", "9300001");

    awaitState("9200001", State.DONE);
    assertThat(lost).isTrue();
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C10")
  void switching_off_breaks_off_what_is_under_way_and_asks_nothing() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    AtomicBoolean broken = new AtomicBoolean();
    dishub.behaves(
        complaint -> {
          called.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            broken.set(true);
          }
          return new DeliveryResult.Unknown("broken off");
        });
    putComplaints("9200001", "9300001");
    called.await();

    connector.agencies().off("dishub", "ops", "it opens doors");

    await().untilTrue(broken);
    awaitState("9200001", State.UNCERTAIN);
    awaitState("9300001", State.DONE);
    int polls = polls("dishub");
    int others = polls("kantah");
    await().until(() -> polls("kantah") > others + 3);
    assertThat(polls("dishub")).isLessThanOrEqualTo(polls + 1);
    assertThat(entries("9200001")).extracting(it -> it.state()).containsExactly(State.UNCERTAIN);
    restart();
    assertThat(connector.agencies().state("dishub").isOff()).isTrue();
    dishub.behaves(dishub::store);
    connector.agencies().resume("dishub", "ops", "mended");
    awaitState("9200001", State.DONE);
    assertThat(dishub.tickets()).hasSize(1);
  }

  private int polls(String agency) {
    return (int) polled.stream().filter(agency::equals).count();
  }

  @Test
  void reading_from_the_portal_can_be_switched_off_and_then_its_callbacks_come_again() {
    connector.agencies().off("portal-read", "ops", "the portal moves");
    portal.put(Samples.state(Samples.complaint("9200001", "1398")));

    assertThatThrownBy(() -> push("msg_1", "9200001")).hasMessageContaining("switched off");
    connector.agencies().resume("portal-read", "ops", "it has moved");

    awaitState("9200001", State.DONE);
  }

  @Test
  void who_decides_says_why_and_names_what_there_is() {
    assertThatThrownBy(() -> connector.agencies().pause("nobody", "ops", "why"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> connector.agencies().pause("dishub", "ops", "two\nlines"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(connector.agencies().list().keySet())
        .isEqualTo(Set.of("dishub", "kantah", "portal", "portal-read"));
  }
}
