package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;

/** What the coordinator may do with cases, wherever it is asked for. Safe for many threads. */
public interface CaseWork {

  /** Gives a case to agencies, or confirms what the rules propose. */
  CaseOrder.Result assign(TrackingId id, CaseOrder order);

  /** Has the portal take a case back, or pass it on to another institution. */
  CaseOrder.Result giveBack(TrackingId id, CaseOrder order);
}
