package id.aduan.lapor.routes;

import id.aduan.lapor.LaporConnector;
import org.apache.camel.builder.RouteBuilder;

/** The connector's routes. */
public final class LaporRoutes extends RouteBuilder {
  private final LaporConnector connector;
  private final PollSchedule schedule;

  public LaporRoutes(LaporConnector connector, PollSchedule schedule) {
    this.connector = connector;
    this.schedule = schedule;
  }

  @Override
  public void configure() {
    log.debug("{} {}", connector, schedule);
  }
}
