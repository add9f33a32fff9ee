package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.CaseOrder;
import id.aduan.lapor.runner.answer.CaseWork;
import java.util.List;

/** What is told and done by administration with cases that wait for the coordinator. */
final class CaseApi {
  private CaseApi() {}

  static List<Endpoint> endpoints(Answers answers, CaseWork work) {
    return List.of(
        Endpoint.get("cases", ask -> answers.cases(CaseQuery.filter(ask.query()))),
        each("assign", work::assign),
        each("return", work::giveBack));
  }

  /** Does something with a case. */
  @FunctionalInterface
  private interface Act {
    CaseOrder.Result on(TrackingId id, CaseOrder order);
  }

  private static Endpoint each(String what, Act act) {
    return Endpoint.post(
        "cases/{id}/" + what,
        ask -> {
          CaseOrder order = ask.body(CaseOrder.class);
          try {
            var unusedOperator = order.operator();
            var unusedCodes = order.codes();
          } catch (IllegalArgumentException e) {
            throw new AdminRefusal(AdminError.BAD_CASE_ORDER);
          }
          return act.on(ask.trackingId("id"), order);
        });
  }
}
