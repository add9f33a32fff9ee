package id.aduan.lapor.camel;

import id.aduan.lapor.LaporConnector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * Joins a {@link LaporConnector} to Camel routes. The connector is given as an option, or is the
 * only one in the registry; the host starts its engine ({@link LaporConnector#startEngine()}) and
 * closes it.
 */
@Component("lapor")
public final class LaporComponent extends DefaultComponent {
  private final Map<String, LaporConsumer> consumers = new ConcurrentHashMap<>();

  @Metadata(
      description =
          "The connector. Without it, the registry is asked, which must hold exactly one then.")
  private @Nullable LaporConnector connector;

  public @Nullable LaporConnector getConnector() {
    return connector;
  }

  public void setConnector(@Nullable LaporConnector connector) {
    this.connector = connector;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    LaporEndpoint endpoint = new LaporEndpoint(uri, this, LaporAddress.parse(remaining));
    setProperties(endpoint, parameters);
    return endpoint;
  }

  LaporConnector requiredConnector() {
    LaporConnector found = connector;
    if (found == null) {
      found = getCamelContext().getRegistry().findSingleByType(LaporConnector.class);
    }
    if (found == null) {
      throw new IllegalStateException(
          "the component lapor has no connector: set its option 'connector', or put exactly one"
              + " LaporConnector into the registry");
    }
    return found;
  }

  /** Two routes on one target would silently take it from each other. */
  void occupy(String target, LaporConsumer consumer) {
    LaporConsumer other = consumers.putIfAbsent(target, consumer);
    if (other != null && !other.equals(consumer)) {
      throw new IllegalStateException(
          "the entries for "
              + target
              + " go to route "
              + other.getRouteId()
              + " already; "
              + consumer.getRouteId()
              + " cannot have them");
    }
  }

  void leave(String target, LaporConsumer consumer) {
    consumers.remove(target, consumer);
  }
}
