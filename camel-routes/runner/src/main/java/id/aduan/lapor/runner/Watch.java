package id.aduan.lapor.runner;

import id.aduan.lapor.ConnectorListener;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.runner.config.PortalWire;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.metrics.FarEnds;
import id.aduan.lapor.runner.metrics.Metrics;
import id.aduan.lapor.sync.Detected;
import id.aduan.lapor.sync.Polled;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Those who are told what the connector does: the counters, and what is known of the far ends. */
record Watch(Metrics metrics, FarEnds farEnds) implements ConnectorListener {

  static Watch over(RunnerConfig config, InstantSource time) {
    List<String> agencies =
        config.agencies().stream().map(agency -> agency.code().value()).toList();
    List<String> ways =
        Stream.concat(
                config.officials().how().messengers().keySet().stream().map(Channel::target),
                Stream.concat(
                    config.portal().filing().stream().map(it -> Targets.PORTAL_FILING),
                    fetches(config) ? Stream.of(Targets.FILES) : Stream.empty()))
            .toList();
    return new Watch(new Metrics(agencies, ways, BuildInfo.version()), new FarEnds(agencies, time));
  }

  private static boolean fetches(RunnerConfig config) {
    return config.documents().attachments().fetch()
        && config.portal().wire() instanceof PortalWire.V3;
  }

  @Override
  public void attempted(Attempted attempt) {
    metrics.attempted(attempt);
    farEnds.attempted(attempt);
  }

  @Override
  public void alerted(Alert alert) {
    metrics.alerted(alert);
  }

  @Override
  public void fenced(String target) {
    metrics.fenced(target);
  }

  @Override
  public void detected(Detected detected) {
    metrics.detected(detected);
  }

  @Override
  public void polled(Polled poll) {
    metrics.polled(poll);
    farEnds.polled(poll);
  }
}
