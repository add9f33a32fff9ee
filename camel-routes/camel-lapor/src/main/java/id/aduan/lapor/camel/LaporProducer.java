package id.aduan.lapor.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultProducer;

/** Has the connector deliver what a route was given, or poll. */
final class LaporProducer extends DefaultProducer {
  private final Processor work;

  LaporProducer(LaporEndpoint endpoint, Processor work) {
    super(endpoint);
    this.work = work;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    work.process(exchange);
  }
}
