package id.aduan.lapor.testkit.http;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;

class JdkHttpTransportTest extends HttpTransportContract {
  @Override
  protected HttpTransport make() {
    return new JdkHttpTransport();
  }
}
