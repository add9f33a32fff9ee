package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedSelection;
import id.aduan.lapor.runner.answer.ParkedWork;
import java.util.List;
import java.util.function.BiFunction;

/** What is done by administration with what waits for a person. */
final class ParkedApi {
  private ParkedApi() {}

  static List<Endpoint> endpoints(ParkedWork work) {
    return List.of(
        Endpoint.post("parked/select", ask -> select(work, ask)),
        each("plan", work::plan),
        each("replay", work::replay),
        each("discard", (id, order) -> work.discard(id, withReason(order))),
        each(
            "content",
            (id, order) ->
                work.content(id, withReason(order))
                    .orElseThrow(() -> new AdminRefusal(AdminError.NOTHING_SHOWN))),
        each(
            "request",
            (id, order) ->
                work.request(id, withReason(order))
                    .orElseThrow(() -> new AdminRefusal(AdminError.NOTHING_SHOWN))));
  }

  private static ParkedSelection select(ParkedWork work, Endpoint.Ask ask) {
    ParkedSelection.Filter filter = ask.body(ParkedSelection.Filter.class);
    check(filter::check, AdminError.BAD_FILTER);
    return work.select(filter);
  }

  private static Endpoint each(String what, BiFunction<String, ParkedOrder, Object> done) {
    return Endpoint.post(
        "parked/{id}/" + what,
        ask -> {
          ParkedOrder order = ask.body(ParkedOrder.class);
          check(order::operator, AdminError.BAD_OPERATOR);
          check(order::wish, AdminError.BAD_WISH);
          return done.apply(ask.parkedId("id"), order);
        });
  }

  private static void check(Runnable values, AdminError otherwise) {
    try {
      values.run();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(otherwise);
    }
  }

  private static ParkedOrder withReason(ParkedOrder order) {
    if (order.operator().reason().isEmpty()) {
      throw new AdminRefusal(AdminError.NO_REASON);
    }
    return order;
  }
}
