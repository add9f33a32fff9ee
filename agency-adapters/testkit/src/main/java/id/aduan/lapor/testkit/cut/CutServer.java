package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import id.aduan.lapor.testkit.cut.CutSystem.Kind;
import id.aduan.lapor.testkit.cut.CutSystem.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Answers at once, and stores what it was asked to after a while: with none, before it answers. A
 * request that did not come whole is none. Safe for use by many threads.
 */
final class CutServer implements SystemBehind {
  private final CutSystem system;
  private final CutLedger ledger;
  private final CutClock clock;
  private final Duration late;
  private final PriorityQueue<Pending> pending = new PriorityQueue<>();
  private int whole;

  private record Pending(Instant at, int order, Runnable effect) implements Comparable<Pending> {
    @Override
    public int compareTo(Pending other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Integer.compare(order, other.order) : byTime;
    }
  }

  CutServer(CutSystem system, CutLedger ledger, CutClock clock, Duration late) {
    this.system = system;
    this.ledger = ledger;
    this.clock = clock;
    this.late = late;
  }

  @Override
  public Reply answer(Request request) throws IOException {
    if (!isWhole(request)) {
      throw new IOException("the request did not come whole");
    }
    synchronized (this) {
      Work work = system.read(request, ledger);
      if (work.kind() != Kind.READ) {
        whole++;
        if (late.isZero()) {
          work.effect().run();
        } else {
          pending.add(new Pending(clock.instant().plus(late), whole, work.effect()));
        }
      }
      return work.reply();
    }
  }

  /** The JDK's server takes the end of the stream for the end of the headers, and of the body. */
  private static boolean isWhole(Request request) {
    String length = request.headers().getOrDefault("Content-Length", List.of("")).get(0);
    int came = request.body().getBytes(StandardCharsets.UTF_8).length;
    return request.method().equals("GET") ? came == 0 : length.equals(Integer.toString(came));
  }

  /** How many creates and updates came whole. */
  synchronized int whole() {
    return whole;
  }

  /** Stores what is due by then, in order. */
  synchronized void storeUntil(Instant now) {
    List<Pending> due = new ArrayList<>();
    while (!pending.isEmpty() && !pending.element().at().isAfter(now)) {
      due.add(pending.remove());
    }
    due.forEach(it -> it.effect().run());
  }

  synchronized boolean isIdle() {
    return pending.isEmpty();
  }

  @Override
  public Reply serverError() {
    return new Reply(500, "text/plain", "");
  }

  @Override
  public Reply errorInside() {
    return new Reply(200, "text/plain", "");
  }
}
