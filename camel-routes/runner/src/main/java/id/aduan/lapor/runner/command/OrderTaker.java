package id.aduan.lapor.runner.command;

import id.aduan.lapor.delivery.DeliveryListener;
import id.aduan.lapor.delivery.DeliveryStore;
import id.aduan.lapor.delivery.TargetSwitch;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.delivery.World;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.answer.AgencyOrder;
import id.aduan.lapor.runner.answer.StatusReport;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * By whom a decision on a target is carried out: by the connector that runs, if it answers;
 * otherwise on the store itself, under its lock.
 */
record OrderTaker(
    BiFunction<String, AgencyOrder, StatusReport.Standing> taking,
    Whereabouts whereabouts,
    Runnable closing)
    implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static OrderTaker open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<AdminAnswers> running = RunningAdmin.find(whereabouts, surroundings, "");
    if (running.isPresent()) {
      return new OrderTaker(running.get()::order, whereabouts, () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    JdbcStore store =
        Stores.open(ConfigFile.store(config, surroundings.environment().get()::get), commit -> {});
    Set<String> targets = new TreeSet<>(whereabouts.names().keySet());
    targets.add(Targets.PORTAL);
    targets.add(Targets.PORTAL_READ);
    targets.add(Targets.PORTAL_FILING);
    targets.add(Targets.FILES);
    Arrays.stream(Channel.values()).map(Channel::target).forEach(targets::add);
    TargetSwitch switching =
        new TargetSwitch(
            new DeliveryStore(store, store.claims(), store.targets(), store.audit()),
            new World(surroundings.time(), new SecureRandom()),
            targets,
            new DeliveryListener() {},
            () -> {});
    return new OrderTaker(
        (target, order) -> order.by(switching, target), whereabouts, store::close);
  }

  /**
   * Has it carried out.
   *
   * @throws CommandFailure with 65 when there is no such target
   */
  StatusReport.Standing take(String target, AgencyOrder order) {
    try {
      return taking.apply(target, order);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(Exit.DATA, "agency.order", e.getMessage() + "; nothing was changed");
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
