package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What the engine does with the outbox, without its threads and without its patience. */
record SimEngine(CaseStore store, InstantSource time, Map<String, DeliveryTarget> targets) {
  private static final Share SHARE = new Share(100, 100, false, false, Instant.MAX);
  private static final int ROUNDS_MAX = 20;

  /** Delivers what is due, until nothing more is. */
  void work() {
    for (int i = 0; i < ROUNDS_MAX; i++) {
      boolean idle = true;
      for (Map.Entry<String, DeliveryTarget> target : targets.entrySet()) {
        List<Envelope> claimed =
            store.inTransaction(
                tx ->
                    store
                        .claims()
                        .claim(tx, target.getKey(), SHARE, time.instant(), Duration.ofSeconds(30)));
        idle &= claimed.isEmpty();
        claimed.forEach(envelope -> attempt(target.getValue(), envelope));
      }
      if (idle) {
        return;
      }
    }
  }

  private void attempt(DeliveryTarget target, Envelope envelope) {
    boolean sought = envelope.uncertain() && !target.honoursKeys(envelope);
    DeliveryResult result = sought ? found(target, envelope) : target.deliver(envelope);
    boolean unused =
        store.inTransaction(
            tx -> {
              if (result instanceof Accepted accepted) {
                target.accepted(tx, envelope, accepted.reference());
              }
              return store.claims().settle(tx, envelope, settled(envelope, result), time.instant());
            });
  }

  /** What an open came to whose end was not known. */
  private static DeliveryResult found(DeliveryTarget target, Envelope envelope) {
    Lookup lookup = target.lookUp(envelope);
    return lookup instanceof Lookup.Found found
        ? new Accepted(found.reference())
        : DeliveryResult.entryTrouble("not there");
  }

  private Settlement settled(Envelope envelope, DeliveryResult result) {
    int attempts = envelope.attempts() + 1;
    Instant now = time.instant();
    if (result instanceof Accepted accepted) {
      return new Settlement(State.DONE, now, attempts, 0, false, accepted.reference(), "", "");
    }
    if (result instanceof Refused) {
      return new Settlement(State.PARKED, now, attempts, 0, false, "", Settlement.REFUSED, "");
    }
    Instant due = now.plusSeconds(60);
    if (result instanceof Unknown) {
      String code = Settlement.UNKNOWN_OUTCOME;
      return new Settlement(State.UNCERTAIN, due, attempts, 0, false, "", code, "");
    }
    return new Settlement(State.WAITING, due, attempts, 0, false, "", Settlement.ENTRY_TROUBLE, "");
  }
}
