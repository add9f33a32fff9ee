package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.CategoryOrder;
import id.aduan.lapor.runner.answer.MappingCancel;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.answer.MappingWork;
import java.time.Duration;

/** Mappings applied by the process that owns the store, asked for over HTTP. */
public record AdminMapping(AdminAnswers process) implements MappingWork {
  /** It compiles the file, and all that cases keep, before it answers. */
  private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

  @Override
  public MappingOrder.Result apply(MappingOrder order) {
    return process.done("/mappings", order, MappingOrder.Result.class, ANSWER_MAX);
  }

  @Override
  public MappingCancel.Result cancel(MappingCancel order) {
    return process.done("/mappings/cancel", order, MappingCancel.Result.class, ANSWER_MAX);
  }

  @Override
  public CategoryOrder.Result accept(CategoryOrder order) {
    return process.done("/categories/accept", order, CategoryOrder.Result.class, ANSWER_MAX);
  }
}
