package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.OwnConnector;
import id.aduan.lapor.runner.admin.AdminReconcile;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By whom the comparison is made: by the connector that runs, if it answers; otherwise by one that
 * is built on the store under its lock, with a way out, and delivers nothing.
 */
record ReconcileSource(ReconcileWork work, Whereabouts whereabouts, Runnable closing)
    implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static ReconcileSource open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<ReconcileWork> running =
        RunningAdmin.find(whereabouts, surroundings, "").map(AdminReconcile::new);
    if (running.isPresent()) {
      return new ReconcileSource(running.get(), whereabouts, () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    OwnConnector own =
        OwnConnector.reading(config, surroundings.environment().get()::get, surroundings.time());
    return new ReconcileSource(own.reconcile(), whereabouts, own::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
