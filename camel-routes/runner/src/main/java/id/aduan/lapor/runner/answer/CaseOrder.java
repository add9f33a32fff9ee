package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseAnswer;
import id.aduan.lapor.sync.Operator;
import java.util.List;
import java.util.Optional;

/**
 * What the coordinator wants done with a case. Its names are those of the administration's JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param reason needed to give a case back; it stands on the portal then
 * @param agencies who is to have it, the first leads; empty to confirm what the rules propose
 * @param proposal the mark of what is confirmed, as the list shows it; not beside agencies
 * @param institution the portal's number of whose it is to be there; empty for where it came from
 */
public record CaseOrder(
    String who,
    Optional<String> reason,
    List<String> agencies,
    Optional<String> proposal,
    Optional<String> institution) {
  public CaseOrder {
    agencies = List.copyOf(agencies);
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
   * Who is to have it.
   *
   * @throws IllegalArgumentException when one of them is no agency's code, or a proposal is
   *     confirmed beside them
   */
  public List<AgencyCode> codes() {
    if (!agencies.isEmpty() && proposal.isPresent()) {
      throw new IllegalArgumentException("a proposal is confirmed, or agencies are named");
    }
    return agencies.stream().map(AgencyCode::new).toList();
  }

  /**
   * What became of it.
   *
   * @param code as {@link CaseAnswer} has it
   * @param unasked agencies for which the portal was not asked, though it reaches them by a
   *     forwarding alone
   */
  public record Result(
      String trackingId, boolean done, String code, String detail, List<String> unasked) {
    public Result {
      unasked = List.copyOf(unasked);
    }

    public static Result of(TrackingId id, CaseAnswer answer) {
      List<String> unasked = answer.unasked().stream().map(AgencyCode::value).toList();
      return new Result(id.value(), answer.done(), answer.code(), answer.detail(), unasked);
    }
  }
}
