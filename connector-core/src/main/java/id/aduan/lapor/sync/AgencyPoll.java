package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.failure.LaporException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed at one agency. Each page is applied and the cursor moved in one transaction; a
 * change that cannot be read is kept aside in it (C11). A poll that is still running is not joined
 * by a second one.
 */
public final class AgencyPoll {
  private static final Logger LOG = LoggerFactory.getLogger(AgencyPoll.class);
  private static final int PAGES_MAX = 1_000;

  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final CaseStore store;
  private final PageWork<TicketChange> work;
  private final InstantSource time;
  private final AnswerIntake intake;
  private final Consumer<Polled> listener;
  private final ReentrantLock running = new ReentrantLock();

  public AgencyPoll(
      AgencyCode agency,
      AgencyAdapter adapter,
      CaseStore store,
      AnswerIntake intake,
      InstantSource time) {
    this(agency, adapter, store, intake, time, poll -> {});
  }

  /**
   * Makes it.
   *
   * @param listener is told of each poll's end, on its thread; must not throw
   */
  public AgencyPoll(
      AgencyCode agency,
      AgencyAdapter adapter,
      CaseStore store,
      AnswerIntake intake,
      InstantSource time,
      Consumer<Polled> listener) {
    this.listener = listener;
    this.agency = agency;
    this.adapter = adapter;
    this.store = store;
    this.time = time;
    this.intake = intake;
    this.work =
        new PageWork<>(
            store,
            (tx, change) -> intake.apply(tx, agency, change, time.instant()),
            (tx, change) -> intake.setAside(tx, agency, change, time.instant()),
            "a change of " + agency);
  }

  /**
   * Reads all pages there are, unless a person has switched the agency off. Trouble is logged; the
   * next poll begins where this one got to.
   */
  public void pollOnce() {
    Instant begun = time.instant();
    if (!running.tryLock()) {
      return;
    }
    boolean ok = false;
    boolean off = false;
    try {
      off = store.read(tx -> store.targets().get(tx, agency.value()).isOff());
      boolean more = !off;
      for (int page = 0; page < PAGES_MAX && more; page++) {
        more = readPage();
      }
      ok = true;
    } catch (LaporException e) {
      LOG.warn("poll of {}: {}; next poll tries again", agency, e.getMessage());
    } finally {
      running.unlock();
      if (!off) {
        listener.accept(new Polled(agency.value(), ok, Duration.between(begun, time.instant())));
      }
    }
  }

  private boolean readPage() {
    String name = "agency." + agency;
    String cursor = store.read(tx -> store.cursors().get(tx, name));
    ChangePage page = adapter.changes(cursor);
    work.run(
        page.changes(),
        tx -> {
          page.unreadable().forEach(it -> intake.setAside(tx, agency, it, time.instant()));
          // Where another node has read on meanwhile, its cursor is the better one.
          if (!page.cursor().equals(cursor) && store.cursors().get(tx, name).equals(cursor)) {
            store.cursors().set(tx, name, page.cursor(), time.instant());
          }
        });
    return page.more() && !page.cursor().equals(cursor);
  }
}
