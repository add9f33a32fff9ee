package id.aduan.lapor.runner.check;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passes calls on, and remembers for each thread where the last one went and what came back. */
public final class CallWatch implements HttpTransport {
  private final HttpTransport transport;
  private final Map<Thread, Seen> last = new ConcurrentHashMap<>();

  public CallWatch(HttpTransport transport) {
    this.transport = transport;
  }

  /**
   * A call.
   *
   * @param date the far end's own time, as it wrote it; empty if it wrote none
   */
  record Seen(URI uri, Optional<Integer> status, String date) {}

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    last.put(Thread.currentThread(), new Seen(call.uri(), Optional.empty(), ""));
    HttpReply reply = transport.exchange(call);
    last.put(
        Thread.currentThread(),
        new Seen(call.uri(), Optional.of(reply.status()), reply.header("date").orElse("")));
    return reply;
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    last.put(Thread.currentThread(), new Seen(call.uri(), Optional.empty(), ""));
    HttpReply reply = transport.download(call, bytesMax, to);
    last.put(
        Thread.currentThread(),
        new Seen(call.uri(), Optional.of(reply.status()), reply.header("date").orElse("")));
    return reply;
  }

  /** The last call of this thread, if there was one; forgotten then. */
  Optional<Seen> take() {
    return Optional.ofNullable(last.remove(Thread.currentThread()));
  }

  @Override
  public void close() {
    transport.close();
  }
}
