package id.aduan.lapor.runner;

import id.aduan.lapor.runner.answer.CategoryOrder;
import id.aduan.lapor.runner.answer.MappingCancel;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.answer.MappingWork;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.MappingDesk;

/** Mappings applied by the connector itself, whether it runs or is only built. */
record ConnectorMapping(MappingDesk desk, CatalogueDesk categories) implements MappingWork {
  @Override
  public MappingOrder.Result apply(MappingOrder order) {
    return MappingOrder.Result.of(desk.apply(order.order()));
  }

  @Override
  public MappingCancel.Result cancel(MappingCancel order) {
    return MappingCancel.Result.of(order.version(), desk.cancel(order.version(), order.operator()));
  }

  @Override
  public CategoryOrder.Result accept(CategoryOrder order) {
    return new CategoryOrder.Result(categories.accept(order.readAt(), order.operator()));
  }
}
