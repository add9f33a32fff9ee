package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.admin.AdminRefusedException;
import id.aduan.lapor.runner.answer.DeadlineOrder;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.DeadlineDesk;
import id.aduan.lapor.sync.Timekeeper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * By whom an order about a case's deadlines is carried out: by the connector that runs, if it
 * answers; otherwise on the store itself, under its lock.
 */
record DeadlineTaker(
    BiFunction<TrackingId, DeadlineOrder, DeadlineOrder.Result> taking,
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
  static DeadlineTaker open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<AdminAnswers> running = RunningAdmin.find(whereabouts, surroundings, "");
    if (running.isPresent()) {
      return new DeadlineTaker(running.get()::record, whereabouts, () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    JdbcStore store =
        Stores.open(ConfigFile.store(config, surroundings.environment().get()::get), commit -> {});
    DeadlineDesk desk =
        new DeadlineDesk(
            store,
            whereabouts.deadlines(),
            new Timekeeper(store, whereabouts.deadlines()),
            store.clock(surroundings.time()));
    return new DeadlineTaker(
        (id, order) -> new DeadlineOrder.Result(order.by(desk, id)), whereabouts, store::close);
  }

  /**
   * Has it carried out.
   *
   * @throws CommandFailure with 65 when it is no order
   */
  DeadlineOrder.Result take(TrackingId id, DeadlineOrder order) {
    try {
      return taking.apply(id, order);
    } catch (IllegalArgumentException | AdminRefusedException e) {
      throw new CommandFailure(
          Exit.DATA, "deadlines.order", e.getMessage() + "; nothing was recorded");
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
