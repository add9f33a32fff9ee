package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.answer.ReplyFile;
import id.aduan.lapor.runner.answer.ReplyOrder;
import java.util.List;
import java.util.function.Function;

/** What is told and done by administration with answers that wait for a person. */
final class ReplyApi {
  private ReplyApi() {}

  static List<Endpoint> endpoints(Answers answers, ParkedWork work) {
    return List.of(
        Endpoint.get("replies", ask -> answers.replies()),
        each("content", act -> work.reply(act.id(), act.order()).orElseThrow(ReplyApi::unknown)),
        Endpoint.postBytes(
            "replies/{id}/files", ReplyFile.ORDER_BYTES_MAX, ask -> enclose(work, ask)),
        each("approve", act -> work.approve(act.id(), act.order())),
        each("reject", act -> work.reject(act.id(), act.order())));
  }

  /** What is asked of one answer. */
  private record Act(long id, ReplyOrder order) {}

  private static Endpoint each(String what, Function<Act, Object> done) {
    return Endpoint.post(
        "replies/{id}/" + what,
        ask -> {
          ReplyOrder order = ask.body(ReplyOrder.class);
          try {
            var unused = order.operator();
          } catch (IllegalArgumentException e) {
            throw new AdminRefusal(AdminError.BAD_OPERATOR);
          }
          return done.apply(new Act(id(ask), order));
        });
  }

  private static ReplyFile.Result enclose(ParkedWork work, Endpoint.Ask ask) {
    ReplyFile file = ask.body(ReplyFile.class);
    try {
      var unused = file.operator();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_OPERATOR);
    }
    return work.enclose(id(ask), file);
  }

  private static long id(Endpoint.Ask ask) {
    String id = ask.values().getOrDefault("id", "");
    if (!id.matches("[0-9]{1,18}")) {
      throw new AdminRefusal(AdminError.BAD_REPLY_ID);
    }
    return Long.parseLong(id);
  }

  private static AdminRefusal unknown() {
    return new AdminRefusal(AdminError.UNKNOWN_REPLY);
  }
}
