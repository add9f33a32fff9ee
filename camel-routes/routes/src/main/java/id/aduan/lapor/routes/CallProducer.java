package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.HttpProducer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * Camel's producer with the request made from the {@link HttpCall} in the body and nothing else,
 * and with the call's bounds on time and size. It leaves an {@link id.aduan.lapor.http.HttpReply}.
 */
final class CallProducer extends HttpProducer {
  private final Deadlines deadlines;

  CallProducer(HttpEndpoint endpoint, Deadlines deadlines) {
    super(endpoint);
    this.deadlines = deadlines;
    endpoint.setSkipRequestHeaders(true);
    endpoint.setSkipControlHeaders(true);
    endpoint.setSkipResponseHeaders(true);
    endpoint.setThrowExceptionOnFailure(false);
    endpoint.setFollowRedirects(false);
  }

  @Override
  protected HttpUriRequest createMethod(Exchange exchange) {
    return Calls.request((HttpCall) exchange.getIn().getBody());
  }

  @Override
  protected <T> @Nullable T executeMethod(
      Exchange exchange,
      HttpHost host,
      HttpUriRequest request,
      HttpClientResponseHandler<T> handler) {
    HttpCall call = (HttpCall) exchange.getIn().getBody();
    Calls.@Nullable Sink sink = exchange.getProperty(Calls.SINK, Calls.Sink.class);
    HttpClientContext context = HttpClients.context(call);
    Deadlines.Watch watch = deadlines.watch(request, call.bounds().deadline());
    try {
      var response = getEndpoint().getHttpClient().executeOpen(host, request, context);
      exchange.getMessage().setBody(Calls.reply(response, call.bounds().replyBytesMax(), sink));
      return null;
    } catch (IOException | RuntimeException e) {
      // Camel takes the failure out again.
      if (e instanceof Calls.TooLarge && sink != null) {
        throw new RuntimeCamelException(HttpFailure.tooLarge(call, sink.bytesMax()));
      }
      throw new RuntimeCamelException(failure(call, e, watch, HttpClients.handedOver(context)));
    } finally {
      watch.close();
      // Lets go of a connection whose answer was not read to its end; any other is back already.
      request.abort();
    }
  }

  private static HttpFailure failure(
      HttpCall call, Exception cause, Deadlines.Watch watch, boolean handedOver) {
    if (HttpFailure.isOurs(cause)) {
      return HttpFailure.notWhole(call, cause);
    }
    String why = cause.getClass().getSimpleName();
    if (watch.ranOut()) {
      why = "no whole answer within " + call.bounds().deadline();
    } else if (cause instanceof Calls.TooLarge) {
      why = "the answer is larger than " + call.bounds().replyBytesMax() + " bytes";
    }
    // A handshake can fail after it seemed done, when the far end looks at our certificate late.
    boolean nothingSent = !handedOver || cause instanceof SSLHandshakeException;
    return new HttpFailure(
        nothingSent ? Kind.NOT_SENT : Kind.UNCERTAIN, call.summary() + ": " + why, cause);
  }
}
