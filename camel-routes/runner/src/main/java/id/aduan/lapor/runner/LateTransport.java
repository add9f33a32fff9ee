package id.aduan.lapor.runner;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The way out, opened after the configuration was read: adapters are made with it before there is
 * anything to send by. Until then every call proves that nothing was sent. Safe for use by many
 * threads.
 */
public final class LateTransport implements HttpTransport {
  private volatile @Nullable HttpTransport opened;

  void open(HttpTransport transport) {
    opened = transport;
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    return way(call).exchange(call);
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    return way(call).download(call, bytesMax, to);
  }

  private HttpTransport way(HttpCall call) throws HttpFailure {
    HttpTransport transport = opened;
    if (transport == null) {
      throw new HttpFailure(
          HttpFailure.Kind.NOT_SENT, call.summary() + ": no connection is open yet");
    }
    return transport;
  }

  @Override
  public void close() {
    HttpTransport transport = opened;
    if (transport != null) {
      transport.close();
    }
  }
}
