package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.Reconciliation;
import java.time.Duration;
import java.util.Optional;

/**
 * The comparison with the portal, made by the connector itself, whether it runs or is only built.
 * One at a time. Safe for use by many threads.
 */
public interface ReconcileWork {

  /**
   * Begins one, unless one is under way with the same terms: then that one is told of.
   *
   * @throws ReconcileBusyException when one is under way that repairs, and this one would not, or
   *     the other way round
   * @throws IllegalArgumentException for who is no account, or a reason of another form
   */
  Standing begin(Order order);

  /** Waits for the one under way, at most so long. */
  Standing await(Duration max);

  /**
   * What is wanted.
   *
   * @param apply whether what differs is repaired
   * @param who an account, of the form {@link Operator#WHO}
   * @param reason why; may be empty
   */
  record Order(boolean apply, String who, String reason) {
    public Operator operator() {
      return new Operator(who, reason);
    }
  }

  /**
   * How it stands.
   *
   * @param report of the last one that ended
   * @param failure why the last one did not come to its end; empty if it did
   */
  record Standing(boolean running, Optional<Reconciliation.Report> report, String failure) {}
}
