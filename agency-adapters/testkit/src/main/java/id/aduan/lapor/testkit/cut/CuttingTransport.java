package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.TcpFaultProxy;
import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.cut.CutPlan.Lengths;
import id.aduan.lapor.testkit.cut.CutSystem.Kind;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the next call of a kind for a complaint through a proxy of its own, which cuts it as
 * planned; all others go straight. Safe for use by many threads.
 */
final class CuttingTransport implements HttpTransport {
  static final int PROXIES = 8;
  private static final Pattern REFERENCE = Pattern.compile("73[0-9]{8}");

  private final CutSystem system;
  private final HttpTransport real = new JdkHttpTransport();
  private final BlockingQueue<TcpFaultProxy> proxies = new LinkedBlockingQueue<>();
  private final Map<String, CutPlan> plans = new ConcurrentHashMap<>();
  private final Map<Kind, Lengths> measured = new ConcurrentHashMap<>();
  private final AtomicInteger cuts = new AtomicInteger();

  CuttingTransport(CutSystem system, URI server) {
    this.system = system;
    for (int i = 0; i < PROXIES; i++) {
      proxies.add(TcpFaultProxy.before(server));
    }
  }

  void plan(Kind kind, String reference, CutPlan cut) {
    plans.put(kind + reference, cut);
  }

  /** How long the last request of this kind was, that nobody cut, and its answer. */
  Lengths lengths(Kind kind) {
    return Optional.ofNullable(measured.get(kind))
        .orElseThrow(() -> new IllegalStateException("no " + kind + " was made yet"));
  }

  /** How many calls were really cut. */
  int cuts() {
    return cuts.get();
  }

  /** How many plans no call came for. */
  int unused() {
    return plans.size();
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    Kind kind = system.kindOf(call);
    if (kind == Kind.READ) {
      return real.exchange(call);
    }
    Optional<CutPlan> plan = Optional.ofNullable(plans.remove(kind + reference(call)));
    TcpFaultProxy proxy = take();
    try {
      return plan.isPresent() ? cut(call, proxy, plan.get()) : measure(kind, call, proxy);
    } finally {
      proxy.forward();
      proxies.add(proxy);
    }
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    return real.download(call, bytesMax, to);
  }

  private HttpReply cut(HttpCall call, TcpFaultProxy proxy, CutPlan plan) throws HttpFailure {
    int before = proxy.cuts();
    proxy.cutAfter(plan.direction(), plan.bytesBefore(), plan.ending());
    try {
      return real.exchange(through(proxy, call));
    } finally {
      if (isCut(proxy, before + 1)) {
        cuts.incrementAndGet();
      }
    }
  }

  private static boolean isCut(TcpFaultProxy proxy, int number) {
    try {
      return proxy.hasCut(number);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpReply measure(Kind kind, HttpCall call, TcpFaultProxy proxy) throws HttpFailure {
    long request = proxy.bytes(Direction.TO_SERVER);
    long answer = proxy.bytes(Direction.TO_CLIENT);
    HttpReply reply = real.exchange(through(proxy, call));
    measured.put(
        kind,
        new Lengths(
            proxy.bytes(Direction.TO_SERVER) - request, proxy.bytes(Direction.TO_CLIENT) - answer));
    return reply;
  }

  private TcpFaultProxy take() {
    try {
      return proxies.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test is over", e);
    }
  }

  private static HttpCall through(TcpFaultProxy proxy, HttpCall call) {
    URI uri = URI.create(call.uri().toString().replaceFirst(":[0-9]+", ":" + proxy.port()));
    return new HttpCall(call.method(), uri, call.headers(), call.body(), call.bounds(), call.tls());
  }

  private static String reference(HttpCall call) {
    Matcher found =
        REFERENCE.matcher(call.uri() + " " + call.body().map(HttpCall.Body::shown).orElse(""));
    return found.find() ? found.group() : "";
  }

  @Override
  public void close() {
    proxies.forEach(TcpFaultProxy::close);
    real.close();
  }
}
