package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's list where it does not push, or did not (C6). Each page is applied and the
 * cursor moved in one transaction; the window overlaps, and what is read twice is a no-op (C5).
 *
 * <p>A poll that is still running is not joined by a second one.
 */
public final class PortalPoll {
  private static final Logger LOG = LoggerFactory.getLogger(PortalPoll.class);
  private static final String SOURCE = "portal.list";
  private static final String CURSOR = "portal.list";
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final int PAGES_MAX = 1_000;

  private final CaseStore store;
  private final PortalReader portal;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final Quarantine quarantine;
  private final PageWork<PortalState> work;
  private final ReentrantLock running = new ReentrantLock();

  public PortalPoll(
      CaseStore store, PortalReader portal, ComplaintIntake intake, InstantSource time) {
    this.store = store;
    this.portal = portal;
    this.intake = intake;
    this.time = time;
    this.quarantine = new Quarantine(store);
    this.work = new PageWork<>(store, this::apply, this::setAside, "an item of the portal's list");
  }

  /** Reads all pages there are. Trouble is logged; the next poll begins where this one got to. */
  public void pollOnce() {
    if (!running.tryLock()) {
      return;
    }
    try {
      readPages();
    } catch (LaporException e) {
      LOG.warn("poll of the portal: {}; next poll tries again", e.getMessage());
    } finally {
      running.unlock();
    }
  }

  private void readPages() {
    String cursor = store.read(tx -> store.cursors().get(tx, CURSOR));
    Optional<Instant> since =
        cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor).minus(OVERLAP));
    Page last = new Page(java.util.List.of(), 0, true);
    for (int number = 1; number <= PAGES_MAX && last.more(); number++) {
      Page page = portal.changed(since, number);
      if (!page.states().isEmpty() && page.states().equals(last.states())) {
        LOG.warn("the portal repeats a page of its list; the rest is left to the next poll");
        return;
      }
      if (page.unreadable() > 0) {
        LOG.warn("{} items of the portal's list could not be understood", page.unreadable());
      }
      work.run(page.states(), tx -> moveCursor(tx, page));
      last = page;
    }
  }

  private boolean apply(Tx tx, PortalState state) {
    if (store.inbox().find(tx, SOURCE, eventId(state)).isEmpty()) {
      intake.apply(tx, state, occasion(state), time.instant());
    }
    return true;
  }

  private void setAside(Tx tx, PortalState state) {
    byte[] raw = ModelJson.write(state.complaint());
    quarantine.keep(tx, new Item(SOURCE, eventId(state), raw, time.instant()), "processing.failed");
  }

  private static String eventId(PortalState state) {
    return state.complaint().id() + " " + occasion(state);
  }

  private void moveCursor(Tx tx, Page page) {
    newest(page, store.cursors().get(tx, CURSOR))
        .ifPresent(newest -> store.cursors().set(tx, CURSOR, newest.toString(), time.instant()));
  }

  /** The cursor is the portal's own time, never ours: two clocks are not compared (C13). */
  private static Optional<Instant> newest(Page page, String cursor) {
    Instant stored = cursor.isEmpty() ? Instant.EPOCH : Instant.parse(cursor);
    return page.states().stream()
        .flatMap(state -> state.updatedAt().stream())
        .max(Instant::compareTo)
        .filter(newest -> newest.isAfter(stored));
  }

  private static String occasion(PortalState state) {
    return "list@"
        + state.updatedAt().map(Instant::toString).orElse("")
        + "@"
        + (state.revision().isPresent() ? state.revision().getAsLong() : "");
  }
}
