package id.aduan.lapor.example;

import id.aduan.lapor.LaporConnector;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A connector whose polls run on the scheduler of the program around it. */
public final class HostedConnector {
  private final ScheduledExecutorService scheduler;

  public HostedConnector(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /** Starts deliveries, and hands the polls to the host. */
  public void start(LaporConnector connector) {
    // snippet: hosted
    connector.startEngine();
    connector
        .targets()
        .forEach(
            (name, target) ->
                connector.dispatcher().attach(name, target, connector.concurrencyMax(name)));
    everyMinute(connector.portalPoll()::pollOnce);
    connector.agencyPolls().values().forEach(poll -> everyMinute(poll::pollOnce));
    // end
  }

  private void everyMinute(Runnable poll) {
    var unused = scheduler.scheduleWithFixedDelay(poll, 0, 1, TimeUnit.MINUTES);
  }
}
