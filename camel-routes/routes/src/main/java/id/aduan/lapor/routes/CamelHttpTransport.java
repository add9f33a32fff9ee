package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import org.apache.camel.CamelContext;

/** Carries calls by Camel HTTP. */
public final class CamelHttpTransport implements HttpTransport {
  private final CamelContext context;

  public CamelHttpTransport(CamelContext context) {
    this.context = context;
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call + " " + context.getName());
  }
}
