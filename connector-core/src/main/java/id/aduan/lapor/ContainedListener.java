package id.aduan.lapor;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.sync.Detected;
import id.aduan.lapor.sync.Polled;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the failures of a listener from the work that it is told of. */
final class ContainedListener implements ConnectorListener {
  /**
   * More than this at once are left out: one that blocks must not take up all threads there are.
   */
  private static final int TELLINGS_MAX = 32;

  private static final Logger LOG = LoggerFactory.getLogger(ContainedListener.class);
  private final ConnectorListener listener;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicInteger inProgress = new AtomicInteger();

  ContainedListener(ConnectorListener listener) {
    this.listener = listener;
  }

  @Override
  public void attempted(Attempted attempt) {
    contain(() -> listener.attempted(attempt));
  }

  @Override
  public void alerted(Alert alert) {
    contain(() -> listener.alerted(alert));
  }

  @Override
  public void switched(String target, Mode mode) {
    contain(() -> listener.switched(target, mode));
  }

  @Override
  public void fenced(String target) {
    contain(() -> listener.fenced(target));
  }

  @Override
  public void detected(Detected detected) {
    contain(() -> listener.detected(detected));
  }

  @Override
  public void unfamiliar(int things) {
    contain(() -> listener.unfamiliar(things));
  }

  @Override
  public void unexpectedTransition() {
    contain(listener::unexpectedTransition);
  }

  @Override
  public void polled(Polled poll) {
    contain(() -> listener.polled(poll));
  }

  private void contain(Runnable telling) {
    if (inProgress.incrementAndGet() > TELLINGS_MAX) {
      inProgress.decrementAndGet();
      failed("takes too long, so that it is not told everything");
      return;
    }
    try {
      telling.run();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      failed("failed with " + e.getClass().getName());
    } finally {
      inProgress.decrementAndGet();
    }
  }

  private void failed(String how) {
    if (failures.incrementAndGet() == 1) {
      LOG.error("the listener {}; from now on that is only counted", how);
    }
  }

  /** Says how often it failed, if it did. */
  void sumUp() {
    if (failures.get() > 0) {
      LOG.warn("the listener failed {} times; what it was told is not complete", failures.get());
    }
  }
}
