package id.aduan.lapor.runner;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and SIGINT as a wish to stop, so that a graceful stop can end with 0; a second one ends
 * the process at once (C19). By reflection, since the class behind it is not of the platform's API.
 */
public final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final int TERMINATED = 143;
  private final CountDownLatch wished = new CountDownLatch(1);
  private final AtomicBoolean first = new AtomicBoolean(true);

  private StopSignal() {}

  /** Takes the signals of this process over. */
  public static StopSignal ofProcess() {
    StopSignal stop = new StopSignal();
    stop.take("TERM");
    stop.take("INT");
    return stop;
  }

  /** Waits until somebody wishes the process to stop. */
  public void await() {
    try {
      wished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void received() {
    if (first.getAndSet(false)) {
      wished.countDown();
    } else {
      Runtime.getRuntime().halt(TERMINATED);
    }
  }

  private void take(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler calls =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                case "toString" -> "StopSignal";
                default -> {
                  received();
                  yield null;
                }
              };
      Object proxy =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(), new Class<?>[] {handler}, calls);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.warn("SIG{} cannot be caught here; it ends the process without a graceful stop", name, e);
    }
  }
}
