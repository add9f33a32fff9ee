package id.aduan.lapor.testkit.http;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import java.time.Duration;

class JdkHttpTransportTest extends HttpTransportContract {
  @Override
  protected HttpTransport make(Duration connectTimeout) {
    return new JdkHttpTransport(connectTimeout);
  }
}
