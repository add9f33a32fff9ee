package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.FilingOrder;
import id.aduan.lapor.runner.answer.FilingResult;
import id.aduan.lapor.runner.answer.FilingWork;
import id.aduan.lapor.runner.answer.HandedIn;
import id.aduan.lapor.runner.answer.ParkedResult;
import java.time.Duration;

/**
 * Reports handed to the process that owns the store, over HTTP. Each act takes at most 60 s; {@link
 * AdminException} when there is no answer, and then it may have been done all the same: the same
 * report again is the same.
 */
public final class AdminFilings implements FilingWork {
  private static final Duration ACT_MAX = Duration.ofSeconds(60);
  private final AdminAnswers process;

  /** Asks a process that was greeted. */
  public AdminFilings(AdminAnswers process) {
    this.process = process;
  }

  @Override
  public FilingResult file(HandedIn report) {
    return process.handed("/filings", report.json(), FilingResult.class, ACT_MAX);
  }

  @Override
  public ParkedResult resolve(long id, FilingOrder order) {
    return process.done("/filings/" + id + "/resolve", order, ParkedResult.class, ACT_MAX);
  }
}
