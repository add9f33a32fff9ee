package id.aduan.lapor.camel;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.delivery.Schedule;
import java.time.Duration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Deliver complaints to agencies and answers to the SP4N-LAPOR! portal, by routes.
 *
 * <p>A route begins with {@code lapor:deliveries/{agency}}, {@code lapor:changes} or {@code
 * lapor:fetches} and ends with a {@link id.aduan.lapor.delivery.DeliveryResult} as its body. {@code
 * to("lapor:deliver")} has the agency's adapter make one. A route that speaks to an agency in its
 * own way sets one itself: {@code Accepted} with the ticket's number once the agency has it, {@code
 * Refused} for a definite no, {@code RetryLater} only where it is proven that nothing is stored.
 * Whatever else it ends with counts as {@code Unknown}, and is looked up before anything is sent
 * again (C7). The engine repeats, orders and counts; such a route redelivers nothing.
 */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "lapor",
    title = "LAPOR",
    syntax = "lapor:operation/name",
    category = {Category.MESSAGING},
    remote = false,
    headersClass = LaporConstants.class)
public final class LaporEndpoint extends DefaultEndpoint {
  private final LaporAddress address;

  @UriPath(
      enums = "deliveries,changes,fetches,deliver,poll",
      description =
          "What the endpoint does. A route begins with `deliveries`, `changes` or `fetches`; it"
              + " sends to `deliver` and `poll`.")
  @Metadata(required = true)
  private final String operation;

  @UriPath(
      description =
          "The agency's code, with `deliveries` and `poll`; `portal` or `deadlines` with `poll`.")
  private final String name;

  @UriParam(
      label = "consumer",
      description =
          "How many deliveries may be under way at once. By default what the connector was built"
              + " with.")
  private @Nullable Integer concurrencyMax;

  @UriParam(
      label = "producer",
      javaType = "java.time.Duration",
      description =
          "With `poll`: at most one of all nodes that share a store polls in each interval of this"
              + " length, counted from 1970, however often it is asked to. By default each poll"
              + " that is asked for is made.")
  private long every;

  LaporEndpoint(String uri, LaporComponent component, LaporAddress address) {
    super(uri, component);
    this.address = address;
    this.operation = address.operation().word();
    this.name = address.name();
    setExchangePattern(ExchangePattern.InOut);
  }

  public String getOperation() {
    return operation;
  }

  public String getName() {
    return name;
  }

  public @Nullable Integer getConcurrencyMax() {
    return concurrencyMax;
  }

  /**
   * Sets the limit.
   *
   * @throws IllegalArgumentException for less than 1
   */
  public void setConcurrencyMax(@Nullable Integer concurrencyMax) {
    if (concurrencyMax != null && concurrencyMax < 1) {
      throw new IllegalArgumentException("concurrencyMax must be at least 1: " + concurrencyMax);
    }
    this.concurrencyMax = concurrencyMax;
  }

  public long getEvery() {
    return every;
  }

  /**
   * Sets the interval, in milliseconds.
   *
   * @throws IllegalArgumentException for less than 1
   */
  public void setEvery(long every) {
    if (every < 1) {
      throw new IllegalArgumentException("every must be at least a millisecond: " + every);
    }
    this.every = every;
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  @Override
  public LaporComponent getComponent() {
    return (LaporComponent) super.getComponent();
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    LaporConnector connector = getComponent().requiredConnector();
    LaporConsumer consumer =
        new LaporConsumer(this, processor, connector, FarEnds.target(connector, address));
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public Producer createProducer() {
    LaporConnector connector = getComponent().requiredConnector();
    return switch (address.operation()) {
      case DELIVER -> new LaporProducer(this, new Deliver(connector));
      case POLL -> {
        Runnable poll = FarEnds.poll(connector, address);
        yield new LaporProducer(
            this, every == 0 ? exchange -> poll.run() : exchange -> inTurn(connector, poll));
      }
      case DELIVERIES, CHANGES, FETCHES ->
          throw new IllegalArgumentException(
              "'"
                  + address
                  + "' begins a route; a route sends to lapor:deliver, lapor:poll/portal,"
                  + " lapor:poll/deadlines or lapor:poll/{agency}");
    };
  }

  private void inTurn(LaporConnector connector, Runnable poll) {
    connector.turns().run(Schedule.ofPoll(name, Duration.ofMillis(every)), poll);
  }
}
