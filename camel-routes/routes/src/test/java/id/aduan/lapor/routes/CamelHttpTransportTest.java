package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.testkit.http.HttpTransportContract;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

class CamelHttpTransportTest extends HttpTransportContract {
  private final CamelContext context = new DefaultCamelContext();

  @Override
  protected HttpTransport make() {
    return new CamelHttpTransport(context, Duration.ofSeconds(1));
  }
}
