package id.aduan.lapor.bintan.front;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Where an agency's system listens and what it lives by.
 *
 * @param port 0 for any free port
 * @param ledgerFile JSON lines are appended here and never read back, so ticket numbers begin anew
 *     with each start; null for a ledger in memory only
 * @param silenceMax how long a silent system holds a connection before it drops it
 * @param retryAfter what an unavailable system asks its callers to wait
 */
public record AgencySettings(
    String host,
    int port,
    InstantSource clock,
    @Nullable Path ledgerFile,
    Duration silenceMax,
    Duration retryAfter) {

  /** Any free port of this machine, the system's clock, a ledger in memory. */
  public static AgencySettings local() {
    return new AgencySettings(
        "127.0.0.1",
        0,
        InstantSource.system(),
        null,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2));
  }

  public AgencySettings at(String newHost, int newPort) {
    return new AgencySettings(newHost, newPort, clock, ledgerFile, silenceMax, retryAfter);
  }

  public AgencySettings withClock(InstantSource newClock) {
    return new AgencySettings(host, port, newClock, ledgerFile, silenceMax, retryAfter);
  }

  public AgencySettings withLedgerFile(Path newFile) {
    return new AgencySettings(host, port, clock, newFile, silenceMax, retryAfter);
  }

  public AgencySettings withSilenceMax(Duration newSilenceMax) {
    return new AgencySettings(host, port, clock, ledgerFile, newSilenceMax, retryAfter);
  }

  public AgencySettings withRetryAfter(Duration newRetryAfter) {
    return new AgencySettings(host, port, clock, ledgerFile, silenceMax, newRetryAfter);
  }
}
