package id.aduan.lapor.camel;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;

/**
 * Gives the entries of one target to a route, each in an exchange of its own, once the engine has
 * claimed them: nothing that is not committed becomes an exchange. Stopping or suspending the route
 * detaches the target; its entries wait in the store.
 */
final class LaporConsumer extends DefaultConsumer implements Suspendable {
  private final LaporConnector connector;
  private final LaporEndpoint endpoint;
  private final String target;
  private final DeliveryTarget own;
  private volatile boolean attached;

  LaporConsumer(
      LaporEndpoint endpoint, Processor processor, LaporConnector connector, String target) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.connector = connector;
    this.target = target;
    this.own = Objects.requireNonNull(connector.targets().get(target));
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    endpoint.getComponent().occupy(target, this);
    attach();
  }

  @Override
  protected void doResume() {
    attach();
  }

  @Override
  protected void doSuspend() {
    detach();
  }

  @Override
  protected void doStop() throws Exception {
    detach();
    endpoint.getComponent().leave(target, this);
    super.doStop();
  }

  private void attach() {
    Integer wanted = endpoint.getConcurrencyMax();
    int concurrencyMax = wanted == null ? connector.concurrencyMax(target) : wanted;
    attached = true;
    connector.dispatcher().attach(target, new RouteTarget(own, this::run), concurrencyMax);
  }

  private void detach() {
    if (attached) {
      attached = false;
      connector.dispatcher().detach(target);
    }
  }

  private DeliveryResult run(Envelope envelope) {
    if (!attached) {
      return DeliveryResult.targetTrouble("the route was stopped before anything was sent");
    }
    Exchange exchange = createExchange(false);
    try {
      fill(exchange.getMessage(), envelope);
      getProcessor().process(exchange);
      return RouteTarget.resultOf(exchange);
    } catch (Exception e) {
      return RouteTarget.failed(e);
    } finally {
      releaseExchange(exchange, false);
    }
  }

  private static void fill(Message message, Envelope envelope) {
    message.setBody(envelope);
    message.setHeader(LaporConstants.TRACKING_ID, envelope.lane().complaint().value());
    message.setHeader(LaporConstants.TARGET, envelope.lane().target());
    message.setHeader(LaporConstants.OPERATION, envelope.operation());
    message.setHeader(LaporConstants.IDEMPOTENCY_KEY, envelope.key().value());
    message.setHeader(LaporConstants.ATTEMPTS, envelope.attempts());
  }
}
