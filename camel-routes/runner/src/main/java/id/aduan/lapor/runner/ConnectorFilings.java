package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.runner.answer.FilingOrder;
import id.aduan.lapor.runner.answer.FilingResult;
import id.aduan.lapor.runner.answer.FilingWork;
import id.aduan.lapor.runner.answer.HandedIn;
import id.aduan.lapor.runner.answer.ParkedResult;

/** Reports of local systems, taken by the connector itself, whether it runs or is only built. */
record ConnectorFilings(LaporConnector connector) implements FilingWork {
  @Override
  public FilingResult file(HandedIn report) {
    return connector
        .filings()
        .map(desk -> FilingResult.of(desk.file(report.report(), report.files())))
        .orElse(FilingResult.OFF);
  }

  @Override
  public ParkedResult resolve(long id, FilingOrder order) {
    String shown = Long.toString(id);
    return connector
        .filings()
        .map(desk -> ParkedResult.of(shown, desk.resolve(id, order.wish(), order.operator())))
        .orElseGet(() -> new ParkedResult(shown, false, "no_target", "portal-filing"));
  }
}
