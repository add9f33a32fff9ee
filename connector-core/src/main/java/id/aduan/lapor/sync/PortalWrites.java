package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.store.Tx;
import java.util.Optional;

/**
 * All that is written to the portal about a case, in one lane: answers, and what a person has it
 * given back or passed on by. Safe for use by many threads.
 *
 * @param forwarding empty where nothing is given back from here
 */
public record PortalWrites(DeliveryTarget answers, Optional<PortalForwarding> forwarding)
    implements DeliveryTarget {

  private static boolean forwards(Envelope envelope) {
    return envelope.operation().equals(PortalForwarding.FORWARD);
  }

  private Optional<DeliveryTarget> of(Envelope envelope) {
    return forwards(envelope) ? forwarding.map(it -> it) : Optional.of(answers);
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    return of(envelope)
        .map(to -> to.deliver(envelope))
        .orElseGet(
            () ->
                new DeliveryResult.Refused(
                    "portal.no_forwarding", "this portal forwards nothing; nothing was sent"));
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return of(envelope)
        .map(to -> to.lookUp(envelope))
        .orElseGet(() -> new Lookup.CannotTell("this portal forwards nothing", false));
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return of(envelope).map(to -> to.canLookUp(envelope)).orElse(false);
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return of(envelope).map(to -> to.honoursKeys(envelope)).orElse(false);
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    of(envelope).ifPresent(to -> to.accepted(tx, envelope, reference));
  }
}
