package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Inbox.Kept;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import java.time.InstantSource;
import java.util.List;
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

  /** So many at once share a commit, and hold up what arrives for no longer than they take. */
  private static final int BATCH = 64;

  /** How long one that another node has left may wait. */
  private static final int LOOK_SECONDS = 30;

  private static final int PAUSE_SECONDS = 1;
  private final CaseStore store;
  private final PortalMessages messages;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final Quarantine quarantine;
  private final Semaphore news = new Semaphore(1); // whatever the last process has left
  private final Thread thread = new Thread(this::run, "lapor-arrivals");
  private final CountDownLatch closed = new CountDownLatch(1);

  PendingArrivals(Reception reception, PortalMessages messages, ComplaintIntake intake) {
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

  /** There is something to apply. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /**
   * Applies the oldest of those that wait, and returns once that is durable.
   *
   * @return how many were dealt with, 0 if none waited
   * @throws id.aduan.lapor.failure.StoreException when the store cannot keep it; they wait on
   */
  public int applySome() {
    List<String> references = store.read(tx -> store.inbox().pending(tx, BATCH));
    List<CompletableFuture<?>> ends =
        references.stream().<CompletableFuture<?>>map(this::applyOrGiveUp).toList();
    try {
      ends.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof LaporException ours ? ours : e;
    }
    return references.size();
  }

  private CompletableFuture<Boolean> applyOrGiveUp(String reference) {
    return store
        .submit(tx -> apply(tx, reference))
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(
                    failure,
                    "event " + reference,
                    () ->
                        store.submit(
                            tx -> {
                              quarantine.giveUp(
                                  tx, WebhookIntake.SOURCE, reference, time.instant());
                              return false;
                            })));
  }

  /** Another node may have been faster. */
  private boolean apply(Tx tx, String reference) {
    Optional<Kept> found = store.inbox().pending(tx, reference);
    if (found.isPresent()) {
      Kept kept = found.get();
      PortalState told = messages.read(kept.raw());
      store.inbox().applied(tx, kept, told.complaint().id());
      intake.applyLate(tx, told, kept.eventId(), kept.receivedAt());
    }
    return found.isPresent();
  }

  private void run() {
    while (!isClosed()) {
      try {
        if (news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
          news.drainPermits();
        }
        while (!isClosed() && applySome() > 0) {
          LOG.debug("callbacks that waited were applied");
        }
      } catch (InterruptedException e) {
        closed.countDown();
      } catch (RuntimeException | Error e) {
        pause(e);
      }
    }
  }

  private void pause(Throwable failure) {
    LOG.warn(
        "callbacks that are acknowledged wait for the store: {}; tried again in {} s",
        failure instanceof LaporException ? failure.getMessage() : failure.getClass().getName(),
        PAUSE_SECONDS);
    try {
      boolean unused = closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
    wake();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Ends after those that are under way; the others wait for the next start. */
  @Override
  public void close() {
    closed.countDown();
    news.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
