package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command gets its answers: of the connector that runs, if it answers; otherwise of its
 * store, open for reading beside whoever may own it.
 */
record AnswerSource(Answers answers, Whereabouts whereabouts, Runnable closing)
    implements AutoCloseable {

  /**
   * Decides; makes nothing.
   *
   * @throws CommandFailure with 66 when no connector answers and there is no store yet, or no keys
   *     for it
   */
  static AnswerSource open(Path config, Surroundings surroundings) {
    Whereabouts whereabouts = ConfigFile.whereabouts(config);
    Optional<AdminAnswers> running =
        RunningAdmin.find(whereabouts, surroundings, "; the store is read instead");
    if (running.isPresent()) {
      return new AnswerSource(running.get(), whereabouts, () -> {});
    }
    StoreReader reader = StoreReader.open(config, whereabouts, surroundings);
    return new AnswerSource(reader.answers(surroundings.time()), whereabouts, reader::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
