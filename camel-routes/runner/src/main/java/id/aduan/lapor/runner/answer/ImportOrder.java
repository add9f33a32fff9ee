package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person wants done with an export. Its names are those of the address's query.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param generatedOn when it was made, where it does not say so itself
 */
public record ImportOrder(String who, String reason, Optional<LocalDate> generatedOn) {
  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is too long
   */
  public Operator operator() {
    return new Operator(who, reason);
  }
}
