package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.StoreAnswers;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.StoreConfig;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The store of a configuration, open for reading beside the process that may own it. */
record StoreReader(JdbcStore store, Whereabouts whereabouts) implements AutoCloseable {

  /**
   * Opens it; makes nothing.
   *
   * @throws CommandFailure with 66 when there is no store yet, or no keys for it
   */
  static StoreReader open(Path config, Surroundings surroundings) {
    return open(config, ConfigFile.whereabouts(config), surroundings);
  }

  /** The same, for whoever knows already where it is. */
  static StoreReader open(Path config, Whereabouts whereabouts, Surroundings surroundings) {
    if (whereabouts.store().place() instanceof InFile in) {
      requireStore(in);
    }
    require(
        whereabouts.store().keys(),
        "keys.missing",
        "the keys of the store",
        "bring them back from the backup; see privacy.keys");
    StoreConfig store = ConfigFile.store(config, surroundings.environment().get()::get);
    return new StoreReader(Stores.openReadOnly(store), whereabouts);
  }

  Answers answers(InstantSource time) {
    return new StoreAnswers(store, whereabouts, time);
  }

  static void requireStore(InFile store) {
    require(store.file(), "store.missing", "the store", "it is made by 'lapor run'");
  }

  private static void require(Path file, String code, String what, String hint) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(Exit.NO_INPUT, code, what + " " + file + " does not exist; " + hint);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
