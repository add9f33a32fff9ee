package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalReader.Unreadable;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's list where it does not push, or did not (C6). Each poll is one pass over the
 * pages since the cursor, and each page is applied in a transaction of its own. The cursor moves in
 * the last one, and no further than a {@link ListPass} proves, so a list of several pages is read
 * again by the next poll before the cursor passes it by. The window overlaps, and what is read
 * twice is a no-op (C5).
 *
 * <p>A list without times of change has no cursor and is read as a whole each time.
 *
 * <p>A poll that is still running is not joined by a second one.
 */
public final class PortalPoll {
  private static final Logger LOG = LoggerFactory.getLogger(PortalPoll.class);
  static final String SOURCE = "portal.list";
  private static final String CURSOR = "portal.list";
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final int PAGES_MAX = 5_000;

  private final CaseStore store;
  private final PortalReader portal;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final Consumer<Polled> listener;
  private final Quarantine quarantine;
  private final PageWork<PortalState> work;
  private final ReentrantLock running = new ReentrantLock();

  /** The last pass that reached its end; only for the thread that holds the lock. */
  private Optional<ListPass> earlier = Optional.empty();

  public PortalPoll(
      CaseStore store, PortalReader portal, ComplaintIntake intake, InstantSource time) {
    this(store, portal, intake, time, poll -> {});
  }

  /**
   * Makes it.
   *
   * @param listener is told of each poll's end, on its thread; must not throw
   */
  public PortalPoll(
      CaseStore store,
      PortalReader portal,
      ComplaintIntake intake,
      InstantSource time,
      Consumer<Polled> listener) {
    this.listener = listener;
    this.store = store;
    this.portal = portal;
    this.intake = intake;
    this.time = time;
    this.quarantine = new Quarantine(store);
    this.work = new PageWork<>(store, this::apply, this::setAside, "an item of the portal's list");
  }

  /**
   * Reads all pages there are, unless a person has switched that off. Trouble is logged; the next
   * poll begins where this one got to.
   */
  public void pollOnce() {
    Instant begun = time.instant();
    if (!running.tryLock()) {
      return;
    }
    boolean ok = false;
    boolean off = false;
    try {
      off = store.read(tx -> store.targets().get(tx, Targets.PORTAL_READ).isOff());
      if (!off) {
        readPass();
      }
      ok = true;
    } catch (LaporException e) {
      LOG.warn("poll of the portal: {}; next poll tries again", e.getMessage());
    } finally {
      running.unlock();
      if (!off) {
        listener.accept(new Polled(Targets.PORTAL, ok, Duration.between(begun, time.instant())));
      }
    }
  }

  private void readPass() {
    String cursor = store.read(tx -> store.cursors().get(tx, CURSOR));
    Optional<Instant> since =
        cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor).minus(OVERLAP));
    ListPass pass = new ListPass(cursor);
    String place = PortalReader.FIRST;
    for (int number = 1; number <= PAGES_MAX; number++) {
      Page page = portal.changed(since, place);
      boolean news = pass.add(page);
      Optional<Instant> proven =
          page.next().isPresent() ? Optional.empty() : pass.provenUpTo(earlier);
      work.run(page.states(), tx -> finish(tx, page, proven));
      if (page.next().isEmpty()) {
        earlier = Optional.of(pass);
        return;
      }
      if (!news) {
        LOG.warn("the portal repeats a page of its list; the rest is left to the next poll");
        return;
      }
      place = page.next().get();
    }
    LOG.warn("the portal's list has more than {} pages; the rest was not read", PAGES_MAX);
  }

  private void finish(Tx tx, Page page, Optional<Instant> proven) {
    page.unreadable().forEach(item -> setAside(tx, item));
    proven
        .filter(newest -> newest.isAfter(position(store.cursors().get(tx, CURSOR))))
        .ifPresent(newest -> store.cursors().set(tx, CURSOR, newest.toString(), time.instant()));
  }

  /** The cursor is the portal's own time, never ours: two clocks are not compared (C13). */
  private static Instant position(String cursor) {
    return cursor.isEmpty() ? Instant.MIN : Instant.parse(cursor);
  }

  private void apply(Tx tx, PortalState state) {
    if (store.inbox().find(tx, SOURCE, eventId(state)).isEmpty()) {
      intake.apply(tx, state, occasion(state), time.instant());
    }
  }

  private void setAside(Tx tx, PortalState state) {
    byte[] raw = ModelJson.write(SmsPrivacy.cleaned(state, Optional.empty()).complaint());
    quarantine.keep(tx, new Item(SOURCE, eventId(state), raw, time.instant()), "processing.failed");
  }

  /** Read again, it has the same id and is not kept twice. */
  private void setAside(Tx tx, Unreadable item) {
    Item unread = new Item(SOURCE, Digests.of(item.raw()), item.raw(), time.instant());
    if (!quarantine.isKept(tx, unread)) {
      LOG.warn("an item of the portal's list cannot be read and is set aside: {}", item.code());
      quarantine.keep(tx, unread, item.code());
    }
  }

  private static String eventId(PortalState state) {
    return state.complaint().id() + " " + occasion(state);
  }

  /** Where the portal tells neither time nor revision, another content is another occasion. */
  private static String occasion(PortalState state) {
    String version =
        state.updatedAt().map(Instant::toString).orElse("")
            + "@"
            + (state.revision().isPresent() ? state.revision().getAsLong() : "");
    return "list@"
        + (version.equals("@") ? Digests.of(ModelJson.write(state.complaint())) : version);
  }
}
