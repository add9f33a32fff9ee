package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.Acts;
import id.aduan.lapor.runner.answer.AgencyOrder;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.DeadlineOrder;
import id.aduan.lapor.runner.answer.LetterOrder;
import id.aduan.lapor.runner.answer.RecapOrder;
import id.aduan.lapor.runner.answer.ReconcileBusyException;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.runner.answer.StatusReport;
import id.aduan.lapor.sync.RecapReading;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The addresses of the administration's API below {@link #PATH}; a new one is a line here. */
final class AdminApi {
  static final String PATH = "/api/admin/v1";

  private AdminApi() {}

  /** Which process answers, so that a client knows it has the right one. */
  record About(String product, long pid) {
    static final String PRODUCT = "lapor";
  }

  static List<Endpoint> endpoints(Answers answers, Acts acts) {
    return Stream.of(
            answers(answers),
            ParkedApi.endpoints(acts.parked()),
            ReplyApi.endpoints(answers, acts.parked()),
            CaseApi.endpoints(answers, acts.parked()),
            FileApi.endpoints(answers, acts.parked()),
            reconcile(acts.reconcile()),
            FilingApi.endpoints(answers, acts.filings()),
            MappingApi.endpoints(answers, acts.mapping()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Endpoint> reconcile(ReconcileWork work) {
    return List.of(
        Endpoint.get("reconcile", ask -> work.await(AdminReconcile.WAIT_MAX)),
        Endpoint.post("reconcile", ask -> begin(work, ask)));
  }

  private static ReconcileWork.Standing begin(ReconcileWork work, Endpoint.Ask ask) {
    try {
      return work.begin(ask.body(ReconcileWork.Order.class));
    } catch (ReconcileBusyException e) {
      throw new AdminRefusal(AdminError.RECONCILING);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_OPERATOR);
    }
  }

  private static StatusReport.Standing order(Answers answers, Endpoint.Ask ask) {
    AgencyOrder order = ask.body(AgencyOrder.class);
    try {
      return answers.order(ask.values().getOrDefault("code", ""), order);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_ORDER);
    }
  }

  private static DeadlineOrder.Result record(Answers answers, Endpoint.Ask ask) {
    DeadlineOrder order = ask.body(DeadlineOrder.class);
    try {
      return answers.record(ask.trackingId("id"), order);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_EVENT);
    }
  }

  private static RecapReading.Page recap(Answers answers, Endpoint.Ask ask) {
    RecapOrder order = ask.body(RecapOrder.class);
    try {
      return answers.recap(order);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_RECAP);
    }
  }

  private static <T> T letter(
      Endpoint.Ask ask, BiFunction<TrackingId, LetterOrder, Optional<T>> work) {
    LetterOrder order = ask.body(LetterOrder.class);
    try {
      return work.apply(ask.trackingId("id"), order)
          .orElseThrow(() -> new AdminRefusal(AdminError.UNKNOWN_CASE));
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_LETTER);
    }
  }

  private static List<Endpoint> answers(Answers answers) {
    About about = new About(About.PRODUCT, ProcessHandle.current().pid());
    return List.of(
        Endpoint.get("", ask -> about),
        Endpoint.get("status", ask -> answers.status()),
        Endpoint.post("agencies/{code}", ask -> order(answers, ask)),
        Endpoint.get(
            "cases/{id}",
            ask ->
                answers
                    .show(ask.trackingId("id"))
                    .orElseThrow(() -> new AdminRefusal(AdminError.UNKNOWN_CASE))),
        Endpoint.get("deadlines", ask -> answers.deadlines(DeadlineQuery.filter(ask.query()))),
        Endpoint.get(
            "cases/{id}/explanation",
            ask ->
                answers
                    .explain(ask.trackingId("id"), DeadlineQuery.language(ask.query()))
                    .orElseThrow(() -> new AdminRefusal(AdminError.UNKNOWN_CASE))),
        Endpoint.post("recap", ask -> recap(answers, ask)),
        Endpoint.post("cases/{id}/letter", ask -> letter(ask, answers::letter)),
        Endpoint.post("cases/{id}/letter/made", ask -> letter(ask, answers::letterMade)),
        Endpoint.post("cases/{id}/events", ask -> record(answers, ask)),
        Endpoint.get("parked", ask -> answers.parked(ParkedQuery.filter(ask.query()))),
        Endpoint.get(
            "parked/{id}",
            ask ->
                answers
                    .parked(ask.parkedId("id"))
                    .orElseThrow(() -> new AdminRefusal(AdminError.UNKNOWN_PARKED))));
  }
}
