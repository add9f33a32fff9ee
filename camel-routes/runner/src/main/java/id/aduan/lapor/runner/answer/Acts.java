package id.aduan.lapor.runner.answer;

/** All that may be done by a person or a local system, wherever it is asked for. */
public record Acts(
    ParkedWork parked, ReconcileWork reconcile, FilingWork filings, ImportWork imports) {}
