package id.aduan.lapor.runner.http;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/** Makes HTTP/1.1 connections whose parser is our own {@link HttpProgress}. */
final class StrictHttp extends HttpConnectionFactory {
  StrictHttp(HttpConfiguration http) {
    super(http);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(new Watched(getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  /** One of them. Jetty has no public place where a parser of another kind could be given. */
  static final class Watched extends HttpConnection {
    Watched(HttpConfiguration http, Connector connector, EndPoint endPoint) {
      super(http, connector, endPoint);
    }

    @Override
    protected HttpParser newHttpParser(HttpCompliance compliance) {
      HttpParser usual = super.newHttpParser(compliance);
      HttpProgress parser =
          new HttpProgress(
              (HttpParser.RequestHandler) usual.getHandler(),
              getHttpConfiguration().getRequestHeaderSize(),
              compliance);
      parser.setHeaderCacheSize(usual.getHeaderCacheSize());
      parser.setHeaderCacheCaseSensitive(usual.isHeaderCacheCaseSensitive());
      return parser;
    }

    HttpProgress.Standing standing() {
      return ((HttpProgress) getParser()).standing();
    }
  }
}
