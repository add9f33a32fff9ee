package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Sends to any server that answers 202, as fast as it does: what the generator can do at most. */
public final class Press {
  private static final int BACKLOG = 1_000_000;

  private Press() {}

  /**
   * What came of it.
   *
   * @param generatorCpuSeconds of this process, in all
   */
  public record Pressed(long kept, long others, double seconds, double generatorCpuSeconds) {}

  /** Presses so long, over so many connections. */
  public static Pressed on(int port, int connections, Duration during) throws IOException {
    Traffic traffic = Traffic.backlog(BACKLOG, 1);
    Webhooks webhooks = new Webhooks(port, InstantSource.system());
    LongAdder kept = new LongAdder();
    LongAdder others = new LongAdder();
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    double cpu = Usage.cpuSeconds(ProcessHandle.current().pid());
    long end = begin + during.toNanos();
    Sender[] sender = new Sender[1];
    try (Sender made =
        new Sender(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            connections,
            event -> webhooks.request(traffic.events().get(event % BACKLOG)),
            (event, status, nanos) -> {
              if (status == 202) {
                kept.increment();
                if (nanos < end) {
                  sender[0].send(next.getAndIncrement());
                }
              } else {
                others.increment();
              }
            })) {
      sender[0] = made;
      for (int i = 0; i < connections; i++) {
        made.send(next.getAndIncrement());
      }
      Arena.pauseUntil(end);
      while (made.open() > 0) {
        Arena.pauseUntil(System.nanoTime() + 1_000_000);
      }
    }
    return new Pressed(
        kept.sum(),
        others.sum(),
        (System.nanoTime() - begin) / 1e9,
        Usage.cpuSeconds(ProcessHandle.current().pid()) - cpu);
  }
}
