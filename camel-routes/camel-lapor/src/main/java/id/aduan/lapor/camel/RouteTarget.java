package id.aduan.lapor.camel;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.store.Tx;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A target whose deliveries go through a route; all else it does itself. What a route does not
 * prove is {@link DeliveryResult.Unknown}: it may have sent before it failed (C7).
 */
final class RouteTarget implements DeliveryTarget {
  private final DeliveryTarget own;
  private final Function<Envelope, DeliveryResult> route;

  RouteTarget(DeliveryTarget own, Function<Envelope, DeliveryResult> route) {
    this.own = own;
    this.route = route;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    return route.apply(envelope);
  }

  /** What a route that has ended says. The texts of its exceptions may hold personal data. */
  static DeliveryResult resultOf(Exchange exchange) {
    Exception trouble = exchange.getException();
    if (trouble != null) {
      return failed(trouble);
    }
    if (exchange.isRollbackOnly()) {
      return new DeliveryResult.Unknown("the route rolled back; nothing is proven");
    }
    Object body = exchange.getMessage().getBody();
    return body instanceof DeliveryResult result
        ? result
        : new DeliveryResult.Unknown(
            "the route ended with " + typeOf(body) + " and not with a DeliveryResult");
  }

  static DeliveryResult failed(Exception trouble) {
    return new DeliveryResult.Unknown("the route failed with " + trouble.getClass().getName());
  }

  static String typeOf(@Nullable Object body) {
    return body == null ? "an empty body" : body.getClass().getName();
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return own.lookUp(envelope);
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return own.canLookUp(envelope);
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return own.honoursKeys(envelope);
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    own.accepted(tx, envelope, reference);
  }
}
