package id.aduan.lapor.runner.command;

import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.StoreAnswers;
import id.aduan.lapor.runner.config.ConfigFile;
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
  static StoreReader open(Path config) {
    return open(ConfigFile.whereabouts(config));
  }

  /** The same, for whoever knows where it is. */
  static StoreReader open(Whereabouts whereabouts) {
    requireStore(whereabouts);
    require(
        whereabouts.keys(),
        "keys.missing",
        "the keys of the store",
        "bring them back from the backup; see privacy.keys");
    return new StoreReader(
        JdbcStore.sqliteReadOnly(whereabouts.store(), KeysetSealer.ofFile(whereabouts.keys())),
        whereabouts);
  }

  Answers answers(InstantSource time) {
    return new StoreAnswers(store, whereabouts, time);
  }

  static void requireStore(Whereabouts whereabouts) {
    require(whereabouts.store(), "store.missing", "the store", "it is made by 'lapor run'");
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
