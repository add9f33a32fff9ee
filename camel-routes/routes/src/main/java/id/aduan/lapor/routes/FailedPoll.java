package id.aduan.lapor.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in one line of a poll that failed as no poll should; it names the class alone, since the
 * text of a stranger's exception may hold personal data.
 */
final class FailedPoll implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(FailedPoll.class);

  @Override
  public void process(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.warn(
        "{} failed with {}; the next poll tries again",
        exchange.getFromRouteId(),
        failure.getClass().getName());
  }
}
