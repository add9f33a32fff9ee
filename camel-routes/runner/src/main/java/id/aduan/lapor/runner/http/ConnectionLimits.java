package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.http.HttpProgress.Standing;
import id.aduan.lapor.runner.http.StrictHttp.Watched;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections that hold a place for too long, and one for each above the share of its
 * address or above all places (S22): not the newcomer but whichever has waited longest for its
 * sender, so that places held by slow senders are no way to keep others out. Jetty's idle limit
 * begins anew at each byte; the limits here do not. Looks at all connections several times in the
 * shortest limit. Safe for many threads.
 */
final class ConnectionLimits extends AbstractLifeCycle implements Connection.Listener {
  private static final int LOOKS_PER_LIMIT = 10;

  private final ServerConnector connector;
  private final Rules rules;
  private final Set<Watched> open = ConcurrentHashMap.newKeySet();

  ConnectionLimits(ServerConnector connector, Rules rules) {
    this.connector = connector;
    this.rules = rules;
  }

  /**
   * How many and how long.
   *
   * @param connectionsMax of all addresses together
   * @param perAddressMax of one remote address, or one IPv6 network of 64 bits
   * @param header from the first byte of a request to the end of its header
   * @param crowdedIdle without a request, once three quarters of the places are taken
   * @param exchange from the end of the header to the end of the answer; longer than the limits of
   *     the body and of the store, which are answered
   */
  record Rules(
      int connectionsMax,
      int perAddressMax,
      Duration header,
      Duration crowdedIdle,
      Duration exchange) {
    static final Rules USUAL =
        new Rules(200, 150, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));

    /** A few programs of the operator's; an answer may take as long as a backup does. */
    static final Rules ADMIN =
        new Rules(50, 50, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(10));

    private boolean crowded(int connections) {
      return 4 * connections > 3 * connectionsMax;
    }

    private boolean broken(Standing standing, boolean crowded) {
      return switch (standing.phase()) {
        case IDLE -> crowded && standing.longerThan(crowdedIdle);
        case HEADER -> standing.longerThan(header);
        case BODY, ANSWER -> standing.longerThan(exchange);
      };
    }
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof Watched watched) {
      open.add(watched);
      if (fromTheAddressOf(watched) > rules.perAddressMax()) {
        makeRoom(watched, other -> network(other).equals(network(watched)));
      } else if (open.size() > rules.connectionsMax()) {
        makeRoom(watched, other -> true);
      }
    }
  }

  /** Closes one of these; the newcomer itself where all others are being answered. */
  private void makeRoom(Watched newcomer, Predicate<Watched> among) {
    record Waiting(Watched connection, Standing standing) {}
    List<Waiting> longestFirst =
        open.stream()
            .filter(other -> other != newcomer && among.test(other))
            .map(other -> new Waiting(other, other.standing()))
            .filter(waiting -> waiting.standing().waitsForSender())
            .sorted(Comparator.comparingLong(waiting -> waiting.standing().sinceNanos()))
            .toList();
    for (Waiting waiting : longestFirst) {
      // Its end is told only later, and two newcomers must not count on the same place.
      if (open.remove(waiting.connection())) {
        waiting.connection().getEndPoint().close();
        return;
      }
    }
    newcomer.getEndPoint().close();
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof Watched watched) {
      open.remove(watched);
    }
  }

  /** At most as many as may be open are looked through. */
  private long fromTheAddressOf(Watched one) {
    Network network = network(one);
    return open.stream().filter(other -> network(other).equals(network)).count();
  }

  private static Network network(Watched connection) {
    return Network.of(connection.getEndPoint().getRemoteSocketAddress());
  }

  private void look() {
    try {
      boolean crowded = rules.crowded(open.size());
      open.stream()
          .filter(connection -> rules.broken(connection.standing(), crowded))
          .forEach(connection -> connection.getEndPoint().close());
    } finally {
      lookLater();
    }
  }

  private void lookLater() {
    if (isStarting() || isStarted()) {
      long shortest = Math.min(rules.header().toMillis(), rules.crowdedIdle().toMillis());
      var unused =
          connector
              .getScheduler()
              .schedule(this::look, Math.max(1, shortest / LOOKS_PER_LIMIT), TimeUnit.MILLISECONDS);
    }
  }
}
