package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.Inbox.Kept;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the portal's callbacks that were acknowledged before they were applied: in the order in
 * which they came, each once, and those that an ended process has left (C1). What arrived meanwhile
 * by another way may be newer, so that each is applied as something told late. One that cannot be
 * applied is set aside (C11). Safe for use by many threads; start and close once.
 */
public final class PendingArrivals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PendingArrivals.class);

  /** So many at once share a commit, where nobody waits for it. */
  private static final int BATCH = 64;

  /** What arrives is kept first, since somebody waits for that; and yet some are applied. */
  private static final int BATCH_WHILE_BUSY = 8;

  /** How long one that another node has left may wait. */
  private static final int LOOK_SECONDS = 30;

  /** So often the store may refuse one, while it takes others, until that one is given up. */
  private static final int REFUSALS_MAX = 3;

  private static final int PAUSE_SECONDS = 1;
  private static final int CLOSE_SECONDS_MAX = 10;
  private final CaseStore store;
  private final PortalMessages messages;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final Quarantine quarantine;
  private final Semaphore news = new Semaphore(1); // whatever the last process has left
  private final Thread thread = new Thread(this::run, "lapor-arrivals");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Integer> refusals = new HashMap<>();

  /** Makes it; nothing is applied yet. */
  public PendingArrivals(Reception reception, PortalMessages messages, ComplaintIntake intake) {
    this.store = reception.store();
    this.messages = messages;
    this.intake = intake;
    this.time = reception.time();
    this.quarantine = new Quarantine(store);
    thread.setDaemon(true);
  }

  /** Applies them by a thread of its own, until closed. */
  public void start() {
    thread.start();
  }

  PortalMessages messages() {
    return messages;
  }

  /** Applies one at once. */
  void apply(Tx tx, PortalState told, Item message) {
    intake.apply(tx, told, message.eventId(), message.at());
  }

  /** There is something to apply. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /**
   * Applies the oldest of those that wait, and returns once that is durable.
   *
   * @return how many were applied or set aside; 0 if none waited, or none of them does any more
   * @throws StoreException when the store cannot keep one of them; it waits on
   */
  public int applySome() {
    int max = store.waiting() >= WebhookIntake.BUSY_FROM ? BATCH_WHILE_BUSY : BATCH;
    List<Waiting> waiting = waiting(max);
    List<CompletableFuture<Boolean>> ends = waiting.stream().map(this::applyOrGiveUp).toList();
    int done = 0;
    Optional<StoreException> trouble = Optional.empty();
    for (int i = 0; i < ends.size(); i++) {
      try {
        done += ends.get(i).join() ? 1 : 0;
      } catch (CompletionException e) {
        StoreException refused = asRefusal(e);
        if (isGivenUp(waiting.get(i).reference())) {
          done++;
        } else {
          trouble = Optional.of(refused);
        }
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    return done;
  }

  /** All in one look, or each in its own where the store cannot read one of them. */
  private List<Waiting> waiting(int max) {
    Inbox inbox = store.inbox();
    try {
      return store.read(
          tx ->
              inbox.pending(tx, max).stream()
                  .map(reference -> Waiting.find(inbox, tx, reference))
                  .toList());
    } catch (StoreException e) {
      List<String> references = store.read(tx -> inbox.pending(tx, max));
      return references.stream().map(this::alone).toList();
    }
  }

  private Waiting alone(String reference) {
    try {
      return store.read(tx -> Waiting.find(store.inbox(), tx, reference));
    } catch (StoreException e) {
      return new Waiting(reference, Optional.empty(), Optional.of(e));
    }
  }

  private static StoreException asRefusal(CompletionException e) {
    if (e.getCause() instanceof StoreException refused) {
      return refused;
    }
    throw e;
  }

  /** One that alone is refused again and again must not hold up those behind it. */
  private boolean isGivenUp(String reference) {
    boolean isStoreWell = store.submit(tx -> true).exceptionally(failure -> false).join();
    synchronized (refusals) {
      if (!isStoreWell || refusals.merge(reference, 1, Integer::sum) < REFUSALS_MAX) {
        return false;
      }
      refusals.remove(reference);
    }
    LOG.error("event {} could not be kept as applied, {} times", reference, REFUSALS_MAX);
    return giveUp(reference).exceptionally(failure -> false).join();
  }

  /** One that is kept, or why it cannot be read; none if another node was faster. */
  private record Waiting(String reference, Optional<Kept> kept, Optional<Throwable> fault) {
    static Waiting find(Inbox inbox, Tx tx, String reference) {
      try {
        return new Waiting(reference, inbox.pending(tx, reference), Optional.empty());
      } catch (StoreException e) {
        throw e; // on PostgreSQL nothing more can be read in this transaction
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        return new Waiting(reference, Optional.empty(), Optional.of(e));
      }
    }
  }

  private CompletableFuture<Boolean> applyOrGiveUp(Waiting waiting) {
    String reference = waiting.reference();
    return apply(waiting)
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(failure, "event " + reference, () -> giveUp(reference)));
  }

  /** Understands it before its turn at the writer comes. */
  private CompletableFuture<Boolean> apply(Waiting waiting) {
    if (waiting.kept().isEmpty()) {
      return waiting
          .fault()
          .map(CompletableFuture::<Boolean>failedFuture)
          .orElseGet(() -> CompletableFuture.completedFuture(false));
    }
    Kept kept = waiting.kept().get();
    try {
      PortalState told = messages.read(kept.raw());
      return store.submit(tx -> apply(tx, kept, told));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private boolean apply(Tx tx, Kept kept, PortalState told) {
    boolean isPending = store.inbox().applied(tx, kept, told.complaint().id());
    if (isPending) {
      // By the present time: other changes of the case have theirs.
      intake.applyLate(tx, told, kept.eventId(), time.instant());
    }
    return isPending;
  }

  private CompletableFuture<Boolean> giveUp(String reference) {
    return store.submit(
        tx -> quarantine.giveUp(tx, WebhookIntake.SOURCE, reference, time.instant()));
  }

  private void run() {
    Optional<Throwable> trouble = Optional.empty();
    while (!isClosed()) {
      try {
        if (trouble.isPresent()) {
          pause(trouble.get());
        } else if (news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
          news.drainPermits();
        }
        trouble = Optional.empty();
        while (!isClosed() && applySome() > 0) {
          LOG.debug("callbacks that waited were applied");
        }
      } catch (InterruptedException e) {
        closed.countDown();
      } catch (RuntimeException | Error e) {
        trouble = Optional.of(e);
      }
    }
  }

  private void pause(Throwable failure) throws InterruptedException {
    LOG.warn(
        "callbacks that are acknowledged wait for the store: {}; tried again in {} s",
        failure instanceof LaporException ? failure.getMessage() : failure.getClass().getName(),
        PAUSE_SECONDS);
    boolean unused = closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Ends after those that are under way, in 10 s at most; the others wait for the next start. */
  @Override
  public void close() {
    closed.countDown();
    news.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS_MAX));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
