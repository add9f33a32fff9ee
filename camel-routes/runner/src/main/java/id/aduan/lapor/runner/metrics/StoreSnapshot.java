package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.sync.CaseFiles;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.Gaps;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the store holds, as far as it is counted, at one moment. */
record StoreSnapshot(
    long cases,
    long pending,
    List<OutboxView.Count> queues,
    List<Cursors.Position> cursors,
    Map<String, TargetState> targets,
    Map<String, Long> overdue,
    long replies,
    long returns,
    Map<CaseQueue.Kind, Long> waiting,
    List<Gaps.Gap> gaps,
    long gone,
    String differences,
    Map<Filing.Step, Long> filings,
    Map<CaseFile.State, Long> files,
    Map<String, Long> filesNotTaken,
    CaseFiles.Kept filesKept) {

  static StoreSnapshot of(CaseStore store, Instant now) {
    return store.read(
        tx ->
            new StoreSnapshot(
                store.complaints().count(tx),
                store.inboxView().pending(tx).entries(),
                store.outboxView().counts(tx),
                store.cursors().all(tx),
                store.targets().all(tx),
                store.clocks().overdue(tx, now),
                store.replies().count(tx).entries(),
                store.returns().count(tx),
                new CaseQueue(store).counts(tx),
                Gaps.of(store, tx, now),
                store.follows().gone(tx),
                store.cursors().get(tx, Cursors.RECONCILED),
                store.filings().counts(tx),
                store.files().counts(tx),
                store.files().deliveries().refusedCounts(tx),
                store.files().kept(tx)));
  }
}
