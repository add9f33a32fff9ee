package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.StoreAnswers;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a recap's cases come from: the connector that runs, or the store under its lock, since the
 * audit trail is told of each recap.
 */
record RecapSource(Answers answers, Whereabouts whereabouts, Runnable closing)
    implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static RecapSource open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<AdminAnswers> running = RunningAdmin.find(whereabouts, surroundings, "");
    if (running.isPresent()) {
      return new RecapSource(running.get(), whereabouts, () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    JdbcStore store =
        Stores.open(
            ConfigFile.store(config, surroundings.environment().get()::get), committed -> {});
    return new RecapSource(
        new StoreAnswers(store, whereabouts, surroundings.time()), whereabouts, store::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
