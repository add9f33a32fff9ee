package id.aduan.lapor.routes;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.camel.LaporComponent;
import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Targets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;

/**
 * A connector's deliveries and polls as Camel routes: {@code deliver-<agency>}, {@code
 * changes-to-portal}, {@code portal-fetch}; {@code portal-poll}, {@code portal-care}, {@code
 * portal-exports} where a folder is watched, {@code changes-<agency>} and {@code deadlines}.
 *
 * <p>No route redelivers, and none logs a body: the engine repeats, orders and tells (C7, C8). The
 * polls run at once and then by their schedule, on Quartz, and never overlap within a node; of all
 * nodes on one store at most one polls in each interval (C16). The host starts the connector's
 * engine before the routes and closes the connector after them.
 */
public final class LaporRoutes extends RouteBuilder {
  private static final String SCHEME = "lapor";
  private final LaporConnector connector;
  private final PollSchedule schedule;

  public LaporRoutes(LaporConnector connector, PollSchedule schedule) {
    this.connector = connector;
    this.schedule = schedule;
  }

  /**
   * Adds the routes.
   *
   * @throws IllegalStateException when the context's component {@code lapor} has another connector
   */
  @Override
  public void configure() {
    joinConnector();
    giveEachPollAThread();
    errorHandler(noErrorHandler());
    new TreeSet<>(connector.targets().keySet()).forEach(this::deliveries);
    poll("deadlines", Targets.DEADLINES, Schedule.DEADLINES_EVERY);
    poll("portal-poll", Targets.PORTAL, schedule.portalEvery());
    poll("portal-care", Targets.PORTAL_CARE, Schedule.PORTAL_CARE_EVERY);
    connector.exportSchedule().ifPresent(it -> poll("portal-exports", Targets.EXPORTS, it.every()));
    new TreeSet<>(connector.agencyPolls().keySet())
        .forEach(agency -> poll("changes-" + agency, agency.value(), schedule.every(agency)));
  }

  private void joinConnector() {
    LaporComponent component = getContext().getComponent(SCHEME, LaporComponent.class);
    if (component.getConnector() == null) {
      component.setConnector(connector);
    } else if (component.getConnector() != connector) {
      throw new IllegalStateException("the component lapor has another connector already");
    }
  }

  /** A far end that hangs must not hold up the polls of others (C10). */
  private void giveEachPollAThread() {
    int polls = connector.agencyPolls().size() + 4;
    QuartzComponent quartz = (QuartzComponent) getContext().getComponent("quartz", true, false);
    quartz.setProperties(
        Map.of(
            "org.quartz.scheduler.instanceName",
            "lapor-polls-" + getContext().getName(),
            "org.quartz.threadPool.threadCount",
            Integer.toString(polls)));
  }

  private void deliveries(String target) {
    switch (target) {
      case Targets.PORTAL -> delivery("lapor:changes", "changes-to-portal");
      case Targets.PORTAL_READ -> delivery("lapor:fetches", "portal-fetch");
      default -> delivery("lapor:deliveries/" + target, "deliver-" + target);
    }
  }

  private void delivery(String from, String id) {
    from(from).routeId(id).streamCache("false").to("lapor:deliver");
  }

  /** Asks twice in each interval: a timer that lags a little must not miss the whole of one. */
  private void poll(String id, String farEnd, Duration every) {
    long ask = Math.max(1, every.toMillis() / 2);
    from("quartz:lapor/" + id + "?stateful=true&trigger.repeatInterval=" + ask)
        .routeId(id)
        .doTry()
        .to("lapor:poll/" + farEnd + "?every=" + every.toMillis())
        .doCatch(Exception.class)
        .process(new FailedPoll())
        .end();
  }
}
