package id.aduan.lapor.camel;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Gives the envelope in the body to the connector's own target, and leaves its result there. */
final class Deliver implements Processor {
  private final Map<String, DeliveryTarget> targets;

  Deliver(LaporConnector connector) {
    this.targets = connector.targets();
  }

  @Override
  public void process(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    if (!(body instanceof Envelope envelope)) {
      throw new IllegalArgumentException(
          "lapor:deliver takes an Envelope, as a lapor: consumer gives it, and not "
              + RouteTarget.typeOf(body));
    }
    DeliveryTarget target = targets.get(envelope.lane().target());
    if (target == null) {
      throw new IllegalArgumentException(envelope + " is not of this connector");
    }
    exchange.getMessage().setBody(target.deliver(envelope));
  }
}
