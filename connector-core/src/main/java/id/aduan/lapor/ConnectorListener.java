package id.aduan.lapor;

import id.aduan.lapor.delivery.DeliveryListener;
import id.aduan.lapor.sync.Detected;
import id.aduan.lapor.sync.Polled;

/**
 * Is told what the connector does, for metrics and the like. Nothing that it is told names a person
 * or a complaint.
 *
 * <p>It is called after what it is told of was recorded, outside of any transaction, and by several
 * threads at once: that of the delivery, or of the poll. It must return soon, since a thread that
 * it holds delivers nothing meanwhile; it holds up no other target. What it throws changes nothing:
 * the first failure is logged, the others are counted.
 */
public interface ConnectorListener extends DeliveryListener {

  /** Hears nothing. */
  ConnectorListener NONE = new ConnectorListener() {};

  /** A complaint is new to us; how long the portal had it before. */
  default void detected(Detected detected) {}

  /**
   * The portal told a state of a complaint in which something is not known to its profile: a word,
   * or a field. The state is kept all the same (F63).
   *
   * @param things how many of them
   */
  default void unfamiliar(int things) {}

  /** The portal reported a change of stage that its own rules do not have; it was applied (C13). */
  default void unexpectedTransition() {}

  /** A poll of the portal or of an agency ended. */
  default void polled(Polled poll) {}
}
