package id.aduan.lapor.simulator.push;

import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Faults.Hit;
import id.aduan.lapor.simulator.fault.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between an event and its queue: dropped, under another's id, several times, out
 * of order. Safe for threads. The newest {@value #PAST_MAX} events are kept to be replayed.
 */
final class PushTrouble {
  static final int PAST_MAX = 10_000;

  private final Faults faults;
  private final Consumer<PushEvent> queue;
  private final Deque<PushEvent> past = new ArrayDeque<>();
  private final List<PushEvent> held = new ArrayList<>();
  private int asides;

  PushTrouble(Faults faults, Consumer<PushEvent> queue) {
    this.faults = faults;
    this.queue = queue;
  }

  /** Queues the event, as the faults that stand let it through. */
  synchronized void take(PushEvent written, String type) {
    String about = written.complaintId();
    boolean dropped =
        faults
            .hit(
                FaultKind.PUSH_DROPPED,
                Place.PUSH,
                about,
                fault -> fault.is("type", "") || fault.is("type", type))
            .isPresent();
    if (dropped) {
      return;
    }
    PushEvent event = named(written);
    past.addLast(event);
    if (past.size() > PAST_MAX) {
      past.removeFirst();
    }
    order(event);
  }

  /** Sends the newest events again, oldest first; returns how many. */
  synchronized int replay(int count) {
    List<PushEvent> all = List.copyOf(past);
    List<PushEvent> again = all.subList(Math.max(0, all.size() - count), all.size());
    again.forEach(queue);
    return again.size();
  }

  /** Lets go of what was kept to be mixed. */
  synchronized void release() {
    held.forEach(queue);
    held.clear();
  }

  synchronized int held() {
    return held.size();
  }

  synchronized void clear() {
    held.clear();
    past.clear();
  }

  private PushEvent named(PushEvent event) {
    @Nullable PushEvent last = past.peekLast();
    if (last != null
        && faults.hit(FaultKind.PUSH_ID_REUSED, Place.PUSH, event.complaintId()).isPresent()) {
      return event.withId(last.id());
    }
    Optional<Hit> reset =
        faults.hit(FaultKind.PUSH_IDS_RESET, Place.PUSH, event.complaintId(), fault -> true);
    return reset.map(hit -> event.withId("msg_" + hit.number())).orElse(event);
  }

  private void order(PushEvent event) {
    var shuffled = faults.hit(FaultKind.PUSH_SHUFFLED, Place.PUSH, event.complaintId());
    if (shuffled.isEmpty()) {
      repeat(event);
      return;
    }
    held.add(event);
    if (held.size() >= shuffled.get().number("events")) {
      Collections.shuffle(held, new Random(faults.between(0, Integer.MAX_VALUE - 1)));
      held.forEach(each -> repeat(each.beside(++asides)));
      held.clear();
    }
  }

  private void repeat(PushEvent event) {
    queue.accept(event);
    faults
        .hit(FaultKind.PUSH_REPEATED, Place.PUSH, event.complaintId())
        .ifPresent(
            fault -> {
              for (int copy = 1; copy < fault.number("copies"); copy++) {
                queue.accept(event.beside(++asides));
              }
            });
  }
}
