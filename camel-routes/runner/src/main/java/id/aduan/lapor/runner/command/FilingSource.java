package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.OwnConnector;
import id.aduan.lapor.runner.admin.AdminFilings;
import id.aduan.lapor.runner.answer.FilingWork;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By whom a report is taken: by the connector that runs, if it answers; otherwise by one that is
 * built on the store under its lock and files nothing itself. That one needs the whole
 * configuration, with its secrets.
 */
record FilingSource(FilingWork work, Runnable closing) implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static FilingSource open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<FilingWork> running =
        RunningAdmin.find(whereabouts, surroundings, "").map(AdminFilings::new);
    if (running.isPresent()) {
      return new FilingSource(running.get(), () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    OwnConnector own =
        OwnConnector.open(config, surroundings.environment().get()::get, surroundings.time());
    return new FilingSource(own.filings(), own::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
