package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.FileOrder;
import id.aduan.lapor.runner.answer.FileWork;
import java.util.List;
import java.util.Optional;

/** What is told and done by administration with the files of complaints. */
final class FileApi {
  private FileApi() {}

  static List<Endpoint> endpoints(Answers answers, FileWork work) {
    return List.of(
        Endpoint.get("files", ask -> answers.files(Optional.empty())),
        Endpoint.get("cases/{id}/files", ask -> answers.files(Optional.of(ask.trackingId("id")))),
        each("retry", work::retry),
        each("release", work::release),
        each("taken", work::taken));
  }

  /** Does something with files of a case. */
  @FunctionalInterface
  private interface Act {
    FileOrder.Result on(TrackingId id, FileOrder order);
  }

  private static Endpoint each(String what, Act act) {
    return Endpoint.post(
        "cases/{id}/files/" + what,
        ask -> {
          FileOrder order = ask.body(FileOrder.class);
          try {
            var unused = order.operator();
          } catch (IllegalArgumentException e) {
            throw new AdminRefusal(AdminError.BAD_OPERATOR);
          }
          try {
            var unused = order.to();
          } catch (IllegalArgumentException e) {
            throw new AdminRefusal(AdminError.BAD_CASE_ORDER);
          }
          if (what.equals("release") && order.reason().filter(it -> !it.isBlank()).isEmpty()) {
            throw new AdminRefusal(AdminError.NO_REASON);
          }
          return act.on(ask.trackingId("id"), order);
        });
  }
}
