package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.sync.Operator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person wants done with files of a case. Its names are those of the administration's JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param place which file of the case; empty for all
 * @param agency the agency that is to get it once more, where it is about that alone
 */
public record FileOrder(
    String who, Optional<String> reason, Optional<Integer> place, Optional<String> agency) {
  /** One that names no agency. */
  public FileOrder(String who, Optional<String> reason, Optional<Integer> place) {
    this(who, reason, place, Optional.empty());
  }

  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is of another form
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  /**
   * Which agency is meant.
   *
   * @throws IllegalArgumentException when it is no code of one
   */
  public Optional<AgencyCode> to() {
    return agency.map(AgencyCode::new);
  }

  /** Which file is meant. */
  public OptionalInt which() {
    return place.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /**
   * What became of it.
   *
   * @param files how many it was done with
   */
  public record Result(String trackingId, int files) {}
}
