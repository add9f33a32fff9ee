package id.aduan.lapor.bintan.officers;

import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.bintan.desk.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Officers at the desks of several agencies. They take every ticket, old and new, and bring it to
 * its last answer: accept, sometimes note something among themselves, sometimes answer for now,
 * answer finally; or turn it away.
 *
 * <p>What happens to a ticket follows from the seed, its unit and its reference alone, not from the
 * order in which tickets arrive. Thread-safe; the executor stays its owner's.
 */
public final class Officers implements AutoCloseable {
  /** Stands in every internal note, followed by eight hexadecimal digits. */
  public static final String NOTE_MARKER = "CATATAN-INTERNAL-";

  private final List<Desk> desks;
  private final OfficerHabits habits;
  private final long seed;
  private final ScheduledExecutorService executor;
  private final Progress progress = new Progress();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  public Officers(
      List<Desk> desks, OfficerHabits habits, long seed, ScheduledExecutorService executor) {
    this.desks = List.copyOf(desks);
    this.habits = habits;
    this.seed = seed;
    this.executor = executor;
  }

  /** Starts to work; to be called once. */
  public void start() {
    for (var desk : desks) {
      desk.listen(event -> notice(desk, event));
      desk.tickets()
          .forEach(ticket -> take(desk, ticket.unit(), ticket.number(), ticket.reference()));
    }
  }

  private void notice(Desk desk, AgencyEvent event) {
    if (event.kind() == AgencyEvent.Kind.FILED) {
      take(desk, event.unit(), event.number(), event.reference());
    }
  }

  private void take(Desk desk, String unit, String number, String reference) {
    if (isClosed || !taken.add(desk.agency() + " " + number)) {
      return;
    }
    progress.taken();
    var key = unit + " " + (reference.isEmpty() ? number : reference);
    var random = new SplittableRandom(seed ^ (key.hashCode() * 0x9E3779B97F4A7C15L));
    schedule(desk, number, CasePlan.draw(habits, number, random), 0);
  }

  private void schedule(Desk desk, String number, CasePlan plan, int index) {
    if (index == plan.steps().size()) {
      progress.finished();
      return;
    }
    var step = plan.steps().get(index);
    var unused =
        executor.schedule(
            () -> act(desk, number, plan, index), step.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void act(Desk desk, String number, CasePlan plan, int index) {
    if (isClosed) {
      return;
    }
    try {
      act(desk, number, plan.officer(), plan.steps().get(index));
      schedule(desk, number, plan, index + 1);
    } catch (RuntimeException e) {
      progress.failed(e);
    }
  }

  private void act(Desk desk, String number, String officer, Step step) {
    var words = desk.words();
    switch (step.act()) {
      case ACCEPT -> desk.move(number, officer, words.accepted());
      case NOTE -> desk.note(number, officer, step.text());
      case ANSWER_FOR_NOW -> desk.answer(number, officer, step.text(), words.working());
      case ANSWER_FINALLY -> desk.answer(number, officer, step.text(), words.done());
      case DECLINE -> desk.answer(number, officer, step.text(), words.declined());
    }
    if (step.act() != Step.Act.ACCEPT && step.act() != Step.Act.NOTE) {
      progress.answered();
    }
  }

  /** Public answers so far, first ones and refusals included. */
  public int answersGiven() {
    return progress.answers();
  }

  /**
   * Waits until every ticket that exists by then has had its last answer.
   *
   * @return false if that took longer than {@code waitMax}
   * @throws IllegalStateException if an officer could not do what was planned
   */
  public boolean awaitAllAnswered(Duration waitMax) throws InterruptedException {
    return progress.awaitAllFinished(waitMax);
  }

  /** Stops working; what is under way stays undone. */
  @Override
  public void close() {
    isClosed = true;
  }
}
