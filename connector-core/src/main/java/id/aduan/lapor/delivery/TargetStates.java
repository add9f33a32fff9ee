package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.util.Map;

/** Keeps what is known of each target, for all nodes. */
public interface TargetStates {

  /** What is known of a target; one that was never written is {@link TargetState#unknown}. */
  TargetState get(Tx tx, String target);

  /** All that were ever written, by name. */
  Map<String, TargetState> all(Tx tx);

  void put(Tx tx, TargetState state);
}
