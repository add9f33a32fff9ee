package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.FilingName;
import id.aduan.lapor.runner.answer.FilingOrder;
import id.aduan.lapor.runner.answer.FilingResult;
import id.aduan.lapor.runner.answer.FilingWork;
import id.aduan.lapor.runner.answer.ReportFault;
import id.aduan.lapor.runner.answer.ReportReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where local systems hand in reports, and are told what became of them. */
final class FilingApi {
  private static final String NAME = "of=";

  private FilingApi() {}

  static List<Endpoint> endpoints(Answers answers, FilingWork work) {
    return List.of(
        Endpoint.postBytes("filings", ReportReader.BYTES_MAX, ask -> file(work, ask)),
        Endpoint.get(
            "filings",
            ask ->
                ask.query().isEmpty()
                    ? answers.filings()
                    : answers
                        .filing(name(ask.query()))
                        .orElseThrow(() -> new AdminRefusal(AdminError.UNKNOWN_FILING))),
        Endpoint.post("filings/{id}/resolve", ask -> resolve(work, ask)));
  }

  private static AdminReply file(FilingWork work, Endpoint.Ask ask) {
    FilingResult result;
    try {
      result = work.file(ReportReader.read(ask.bytes()));
    } catch (ReportFault fault) {
      return AdminReply.json(400, FilingResult.refused(FilingResult.BAD_REPORT, fault.line()));
    }
    return AdminReply.json(status(result), result);
  }

  private static int status(FilingResult result) {
    return switch (result.code()) {
      case FilingResult.FILED -> 201;
      case FilingResult.KNOWN -> 200;
      case "filing.number_taken", "filing.off" -> 409;
      default -> 422;
    };
  }

  private static FilingName name(String query) {
    try {
      if (query.startsWith(NAME)) {
        return new FilingName(
            URLDecoder.decode(query.substring(NAME.length()), StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_FILING);
    }
    throw new AdminRefusal(AdminError.BAD_FILING);
  }

  private static Object resolve(FilingWork work, Endpoint.Ask ask) {
    FilingOrder order = ask.body(FilingOrder.class);
    String id = ask.values().getOrDefault("id", "");
    if (!id.matches("[1-9][0-9]{0,12}")) {
      throw new AdminRefusal(AdminError.BAD_FILING);
    }
    check(order::operator, AdminError.BAD_OPERATOR);
    check(order::wish, AdminError.BAD_WISH);
    return work.resolve(Long.parseLong(id), order);
  }

  private static void check(Runnable values, AdminError otherwise) {
    try {
      values.run();
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(otherwise);
    }
  }
}
