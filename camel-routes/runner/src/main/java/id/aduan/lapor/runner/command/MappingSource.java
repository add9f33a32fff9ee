package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.OwnConnector;
import id.aduan.lapor.runner.admin.AdminMapping;
import id.aduan.lapor.runner.answer.MappingWork;
import id.aduan.lapor.runner.config.Whereabouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By whom the mapping is changed: by the connector that runs, if it answers; otherwise by one that
 * is built on the store under its lock and delivers nothing.
 */
record MappingSource(MappingWork work, Runnable closing) implements AutoCloseable {

  /**
   * Decides; makes no store.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   * @throws id.aduan.lapor.failure.StoreLockedException when a connector has the store and does not
   *     answer
   */
  static MappingSource open(Path config, Whereabouts whereabouts, Surroundings surroundings) {
    Optional<MappingWork> running =
        RunningAdmin.find(whereabouts, surroundings, "").map(AdminMapping::new);
    if (running.isPresent()) {
      return new MappingSource(running.get(), () -> {});
    }
    StoreReader.open(config, whereabouts, surroundings).close();
    OwnConnector own =
        OwnConnector.open(config, surroundings.environment().get()::get, surroundings.time());
    return new MappingSource(own.mapping(), own::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
