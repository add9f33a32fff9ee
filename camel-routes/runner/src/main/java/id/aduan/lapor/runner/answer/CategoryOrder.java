package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.Operator;
import java.time.Instant;

/**
 * That a person lets a list of categories count that is held. Its names are those of the
 * administration's JSON.
 *
 * @param readAt when the list was read that the person looked at
 * @param who an account, of the form {@link Operator#WHO}
 */
public record CategoryOrder(Instant readAt, String who, String reason) {
  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is none
   */
  public Operator operator() {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("this needs a reason");
    }
    return new Operator(who, reason);
  }

  /** What became of it. */
  public record Result(CatalogueDesk.Outcome outcome) {}
}
