package id.aduan.lapor.delivery;

import id.aduan.lapor.delivery.TargetState.Mode;

/**
 * Is told what the engine does. Nothing that it is told names a person or a complaint. It is called
 * after what it is told of was recorded, by workers, several at once; see {@code ConnectorListener}
 * for what it may do.
 */
public interface DeliveryListener {

  /** An attempt at a far end ended: a delivery, or a look-up of an earlier one. */
  default void attempted(Attempted attempt) {}

  /** Something happened that a person should know now. */
  default void alerted(Alert alert) {}

  /** A person has paused a target, resumed it or switched it off. */
  default void switched(String target, Mode mode) {}

  /** An end did not count, since the entry had been claimed again meanwhile (C17). */
  default void fenced(String target) {}
}
