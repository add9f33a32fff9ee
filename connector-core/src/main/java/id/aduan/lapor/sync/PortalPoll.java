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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's list where it does not push, or did not (C6). Each poll is one pass over the
 * pages since the cursor, and each page is applied in a transaction of its own. The cursor moves in
 * the last one, and no further than a {@link ListPass} proves, so a list of several pages is read
 * again by the next poll before the cursor passes it by. Each poll reaches back by a {@link
 * PollSettings}, and what is read twice is a no-op (C5).
 *
 * <p>A list without times of change has no cursor and is read as a whole each time.
 *
 * <p>A poll that is still running is not joined by a second one.
 */
public final class PortalPoll {
  private static final Logger LOG = LoggerFactory.getLogger(PortalPoll.class);
  static final String SOURCE = "portal.list";
  static final String CURSOR = "portal.list";

  private final CaseStore store;
  private final PortalReader portal;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final PollSettings settings;
  private final Consumer<Polled> listener;
  private final Quarantine quarantine;
  private final PageWork<PortalState> work;
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean toldUnlisted = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** The last pass that reached its end; only for the thread that holds the lock. */
  private Optional<ListPass> earlier = Optional.empty();

  /** Where the pass under way began, by the portal's time; only for the same thread. */
  private String cursor = "";

  public PortalPoll(
      CaseStore store, PortalReader portal, ComplaintIntake intake, InstantSource time) {
    this(store, portal, intake, time, PollSettings.DEFAULT, poll -> {});
  }

  /**
   * Makes it.
   *
   * @param settings whether, and how far each poll reaches back
   * @param listener is told of each poll's end, on its thread; must not throw
   */
  public PortalPoll(
      CaseStore store,
      PortalReader portal,
      ComplaintIntake intake,
      InstantSource time,
      PollSettings settings,
      Consumer<Polled> listener) {
    this.listener = listener;
    this.settings = settings;
    this.store = store;
    this.portal = portal;
    this.intake = intake;
    this.time = time;
    this.quarantine = new Quarantine(store);
    this.work = new PageWork<>(store, this::apply, this::setAside, "an item of the portal's list");
  }

  /**
   * Reads all pages there are, unless a person has switched that off or the portal has no list.
   * Trouble is logged; the next poll begins where this one got to.
   */
  public void pollOnce() {
    if (!settings.on() || !portal.lists()) {
      leaveOut();
      return;
    }
    Instant begun = time.instant();
    if (!running.tryLock()) {
      return;
    }
    boolean ok = false;
    boolean off = false;
    try {
      off = store.read(tx -> store.targets().get(tx, Targets.PORTAL_READ).isOff());
      if (!off) {
        readPass(begun);
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

  /** Ends the pass under way after the page that it is at. */
  public void stop() {
    stopped.set(true);
  }

  private void leaveOut() {
    if (toldUnlisted.compareAndSet(false, true)) {
      LOG.info(
          settings.on()
              ? "the portal has no list that we know of: it is not polled"
              : "the portal's list is not polled, by the configuration");
    }
  }

  private void readPass(Instant begun) {
    cursor = store.read(tx -> store.cursors().get(tx, CURSOR));
    Duration overlap = settings.overlap(store.read(tx -> Lateness.most(store, tx, begun)));
    Optional<Instant> since =
        cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor).minus(overlap));
    if (store.read(tx -> store.cursors().get(tx, Cursors.LIST_WHOLE)).isEmpty()) {
      boolean unused = store.inTransaction(tx -> beginGap(tx, begun));
    }
    ListPass pass = new ListPass(cursor, begun);
    ListWalk.End end =
        ListWalk.read(
            portal,
            since,
            pass,
            stopped::get,
            (page, last) -> work.run(page.states(), tx -> finish(tx, page, last, pass, begun)));
    switch (end) {
      case WHOLE -> earlier = Optional.of(pass);
      case REPEATED ->
          LOG.warn("the portal repeats pages of its list; the rest is left to the next poll");
      case ENDLESS ->
          LOG.warn(
              "the portal's list goes on for more than {} pages or {} items; the rest was not read",
              ListWalk.PAGES_MAX,
              ListWalk.ITEMS_MAX);
      case STOPPED -> LOG.info("the poll of the portal was ended between two pages");
    }
  }

  /** A list that was never read to its end has its gap, too: since we first tried. */
  private boolean beginGap(Tx tx, Instant begun) {
    store.cursors().set(tx, Cursors.LIST_WHOLE, begun.toString(), begun);
    return true;
  }

  private void finish(Tx tx, Page page, boolean last, ListPass pass, Instant begun) {
    page.unreadable().forEach(item -> setAside(tx, item));
    if (!last) {
      return;
    }
    pass.provenUpTo(earlier)
        .map(newest -> noLaterThan(newest, begun))
        .filter(newest -> newest.isAfter(position(store.cursors().get(tx, CURSOR))))
        .ifPresent(newest -> store.cursors().set(tx, CURSOR, newest.toString(), time.instant()));
    pass.wholeAsOf(earlier)
        .ifPresent(at -> store.cursors().set(tx, Cursors.LIST_WHOLE, at.toString(), begun));
  }

  /**
   * The cursor is the portal's own time (C13). Ours only holds it back: a change that the portal
   * dates into the future must not hide those that come until then.
   */
  private static Instant noLaterThan(Instant newest, Instant now) {
    return newest.isAfter(now) ? now : newest;
  }

  private static Instant position(String cursor) {
    return cursor.isEmpty() ? Instant.MIN : Instant.parse(cursor);
  }

  private void apply(Tx tx, PortalState state) {
    if (store.inbox().find(tx, SOURCE, eventId(state)).isEmpty()) {
      noteIfLate(tx, state);
      intake.apply(tx, state, occasion(state), time.instant());
    }
  }

  /** News of before the cursor appeared late: from now on polls reach back twice as far. */
  private void noteIfLate(Tx tx, PortalState state) {
    if (cursor.isEmpty() || state.updatedAt().filter(this::isBehind).isEmpty()) {
      return;
    }
    Instant at = state.updatedAt().get();
    Optional<CaseRecord> known = store.complaints().find(tx, state.complaint().id());
    boolean old = known.flatMap(CaseRecord::updatedAt).filter(it -> !it.isBefore(at)).isPresent();
    if (!old) {
      Lateness.note(store, tx, Duration.between(at, Instant.parse(cursor)), time.instant());
    }
  }

  private boolean isBehind(Instant at) {
    return at.isBefore(Instant.parse(cursor));
  }

  private void setAside(Tx tx, PortalState state) {
    boolean maySms = SmsPrivacy.mayConcern(state, Optional::empty);
    byte[] raw = ModelJson.write((maySms ? SmsPrivacy.cleaned(state) : state).complaint());
    quarantine.keep(tx, new Item(SOURCE, eventId(state), raw, time.instant()), "processing.failed");
  }

  /** Read again, it has the same id and is not kept twice. */
  private void setAside(Tx tx, Unreadable item) {
    Item unread = new Item(SOURCE, Digests.of(item.raw()), item.raw(), time.instant());
    if (!quarantine.isKept(tx, unread)) {
      LOG.warn("an item of the portal's list cannot be read and is set aside: {}", item.code());
      quarantine.keep(tx, unread, SmsPrivacy.cleaned(item.raw()), item.code());
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
