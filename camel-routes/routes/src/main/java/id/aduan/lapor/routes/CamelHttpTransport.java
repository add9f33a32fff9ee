package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpSyntax;
import id.aduan.lapor.http.HttpTransport;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Carries calls by Camel HTTP, on one pool of connections for all far ends, in which a connection
 * serves only calls of the TLS identity that it was made by. The calls are data: no part of one is
 * read as an expression, a placeholder, an option or a Camel header, and no header of the context
 * goes out (S4, S10).
 *
 * <p>Nothing is redirected, retried, unpacked or remembered (S5, F48). What was not handed to a
 * connection that stood is {@link Kind#NOT_SENT}; all other trouble is {@link Kind#UNCERTAIN}. Safe
 * for use by many threads; {@link #close()} ends the calls that are under way.
 */
public final class CamelHttpTransport implements HttpTransport {
  private static final Duration RESOLVE_MAX = Duration.ofSeconds(10);

  /** Camel's endpoints have an address; the calls bring their own. */
  private static final URI NOWHERE = URI.create("http://lapor.invalid");

  private final HttpEndpoint endpoint;
  private final CallProducer producer;
  private final Deadlines deadlines = new Deadlines();
  private final BoundedResolver resolver;

  public CamelHttpTransport(CamelContext context) {
    this(context, RESOLVE_MAX);
  }

  /**
   * Makes a transport.
   *
   * @param context lends its class loader and its types; its components and endpoints are left
   *     alone
   * @param resolveMax the most that finding the addresses of a host may take
   */
  public CamelHttpTransport(CamelContext context, Duration resolveMax) {
    resolver = new BoundedResolver(resolveMax);
    HttpComponent component = new HttpComponent();
    component.setCamelContext(context);
    component.setCookieManagementDisabled(true);
    endpoint =
        new HttpEndpoint(
            NOWHERE.toString(),
            component,
            NOWHERE,
            HttpClients.builder(),
            HttpClients.connections(resolver),
            null);
    producer = new CallProducer(endpoint, deadlines);
    ServiceHelper.startService(endpoint, producer);
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    return send(call, endpoint.createExchange(ExchangePattern.InOut));
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
    exchange.setProperty(Calls.SINK, new Calls.Sink(bytesMax, to));
    return send(call, exchange);
  }

  private HttpReply send(HttpCall call, Exchange exchange) throws HttpFailure {
    HttpSyntax.check(call);
    exchange.getIn().setBody(call);
    try {
      producer.process(exchange);
    } catch (HttpFailure e) {
      throw e;
    } catch (Exception e) {
      throw new HttpFailure(
          Kind.UNCERTAIN, call.summary() + ": " + e.getClass().getSimpleName(), e);
    }
    return (HttpReply) exchange.getMessage().getBody();
  }

  @Override
  public void close() {
    ServiceHelper.stopService(producer, endpoint);
    deadlines.close();
    resolver.close();
  }
}
