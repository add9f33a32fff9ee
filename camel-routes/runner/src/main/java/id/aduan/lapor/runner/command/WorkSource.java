package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.OwnConnector;
import id.aduan.lapor.runner.admin.AdminWork;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By whom a command has things done: by the connector that runs, if it answers; otherwise by one
 * that is built on the store under its lock and delivers nothing. That one needs the whole
 * configuration, with its secrets.
 */
record WorkSource(ParkedWork work, Whereabouts whereabouts, Runnable closing)
    implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static WorkSource open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<ParkedWork> running =
        RunningAdmin.find(whereabouts, surroundings, "").map(AdminWork::new);
    if (running.isPresent()) {
      return new WorkSource(running.get(), whereabouts, () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    OwnConnector own =
        OwnConnector.open(config, surroundings.environment().get()::get, surroundings.time());
    return new WorkSource(own.work(), whereabouts, own::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
