package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.ReconcileBusyException;
import id.aduan.lapor.runner.answer.ReconcileWork;
import java.time.Duration;

/** The comparison made by the process that owns the store, asked for over HTTP. */
public final class AdminReconcile implements ReconcileWork {
  /** How long the process makes a caller wait, at most. */
  static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private final AdminAnswers process;

  /** Asks a process that was greeted. */
  public AdminReconcile(AdminAnswers process) {
    this.process = process;
  }

  @Override
  public Standing begin(Order order) {
    try {
      return process.done("/reconcile", order, Standing.class, ANSWER_MAX);
    } catch (AdminRefusedException e) {
      throw e.code().equals(ReconcileBusyException.CODE) ? new ReconcileBusyException() : e;
    }
  }

  /** Waits no longer than the process makes one wait, however long is wished. */
  @Override
  public Standing await(Duration max) {
    return process.reconciling(ANSWER_MAX);
  }
}
