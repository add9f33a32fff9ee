package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.CategoryOrder;
import id.aduan.lapor.runner.answer.MappingCancel;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.answer.MappingWork;
import java.util.List;

/** What is told and done by administration with mappings. */
final class MappingApi {
  private MappingApi() {}

  static List<Endpoint> endpoints(Answers answers, MappingWork work) {
    return List.of(
        Endpoint.get("mappings", ask -> answers.mappings()),
        Endpoint.get("categories", ask -> answers.categories()),
        Endpoint.post("mappings/cancel", ask -> cancel(work, ask)),
        Endpoint.post("categories/accept", ask -> accept(work, ask)),
        Endpoint.postBytes("mappings", MappingOrder.ORDER_BYTES_MAX, ask -> apply(work, ask)));
  }

  private static CategoryOrder.Result accept(MappingWork work, Endpoint.Ask ask) {
    CategoryOrder order = ask.body(CategoryOrder.class);
    try {
      var unused = order.operator();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_OPERATOR);
    }
    return work.accept(order);
  }

  private static MappingCancel.Result cancel(MappingWork work, Endpoint.Ask ask) {
    MappingCancel order = ask.body(MappingCancel.class);
    try {
      var unused = order.operator();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_OPERATOR);
    }
    return work.cancel(order);
  }

  private static MappingOrder.Result apply(MappingWork work, Endpoint.Ask ask) {
    MappingOrder order = ask.body(MappingOrder.class);
    try {
      var unused = order.order();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_MAPPING_ORDER);
    }
    return work.apply(order);
  }
}
