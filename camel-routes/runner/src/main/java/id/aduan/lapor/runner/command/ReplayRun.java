package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.admin.AdminException;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedResult;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Acts on one thing after the other, and says of each at once how it went. What was said is done;
 * whoever stops it in the middle stops it between two.
 */
final class ReplayRun {
  /** Of more than so many it is told how many there are, and not what would become of each. */
  private static final int TOLD_MAX = 1_000;

  private final ParkedWork work;
  private final boolean json;
  private final Messages messages;
  private final PrintWriter out;

  ReplayRun(ParkedWork work, AnswerOptions answer, PrintWriter out) {
    this.work = work;
    this.json = answer.json();
    this.messages = answer.messages();
    this.out = out;
  }

  /** Tells what would be done, and does nothing. */
  int tell(List<String> ids, ParkedOrder order) {
    ids.stream().limit(TOLD_MAX).map(id -> work.plan(id, order)).forEach(this::sayPlanned);
    if (ids.isEmpty()) {
      return nothing();
    }
    throw new CommandFailure(
        Exit.USAGE,
        "usage.yes",
        "this would be done to %d; nothing was changed: say --yes to do it".formatted(ids.size()));
  }

  int replay(List<String> ids, ParkedOrder order) {
    return each(ids, order, work::replay);
  }

  int discard(List<String> ids, ParkedOrder order) {
    return each(ids, order, work::discard);
  }

  private int each(
      List<String> ids, ParkedOrder order, BiFunction<String, ParkedOrder, ParkedResult> act) {
    if (ids.isEmpty()) {
      return nothing();
    }
    int done = 0;
    int refused = 0;
    for (String id : ids) {
      ParkedResult result = acted(id, order, act, done + refused, ids.size());
      say(result);
      done += result.done() ? 1 : 0;
      refused += result.done() ? 0 : 1;
    }
    if (!json && ids.size() > 1) {
      out.println(messages.text("replay.sum", done, refused));
    }
    return (refused == 0 ? Exit.OK : Exit.DATA).code();
  }

  private static ParkedResult acted(
      String id,
      ParkedOrder order,
      BiFunction<String, ParkedOrder, ParkedResult> act,
      int before,
      int all) {
    try {
      return act.apply(id, order);
    } catch (AdminException e) {
      throw new CommandFailure(
          Exit.UNAVAILABLE,
          e.code(),
          "%s; %d of %d were acted on, and %s may have been: the same command goes on"
              .formatted(e.getMessage(), before, all, id));
    }
  }

  private int nothing() {
    if (!json) {
      out.println(messages.text("replay.none"));
    }
    return Exit.OK.code();
  }

  /** What {@code --json} prints of one that nothing was done to. */
  private record Planned(String id, boolean wouldBeDone, String code, String detail) {}

  private void sayPlanned(ParkedResult plan) {
    if (json) {
      out.println(Json.line(new Planned(plan.id(), plan.done(), plan.code(), plan.detail())));
    } else {
      line(plan, plan.done() ? "replay.would" : "replay.would_not");
    }
  }

  private void say(ParkedResult result) {
    if (json) {
      out.println(Json.line(result));
    } else {
      line(result, result.done() ? "replay.yes" : "replay.no");
    }
  }

  private void line(ParkedResult result, String key) {
    String mark = messages.text(key);
    String what = messages.text("replay." + result.code(), result.detail());
    out.println(OneLine.of("%s  %s: %s".formatted(result.id(), mark, what)));
  }
}
