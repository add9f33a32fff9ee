package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.admin.AdminException;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.io.IOException;
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
    Optional<Answers> running = running(whereabouts, surroundings);
    if (running.isPresent()) {
      return new AnswerSource(running.get(), whereabouts, () -> {});
    }
    StoreReader reader = StoreReader.open(config, whereabouts, surroundings);
    return new AnswerSource(reader.answers(surroundings.time()), whereabouts, reader::close);
  }

  private static Optional<Answers> running(Whereabouts whereabouts, Surroundings surroundings) {
    try {
      Optional<AdminFile> file = AdminFile.read(whereabouts.store().notice());
      return file.isEmpty() ? Optional.empty() : Optional.of(AdminAnswers.of(file.get()));
    } catch (AdminException e) {
      note(surroundings, e.getMessage());
    } catch (IOException e) {
      note(surroundings, "where the connector is asked cannot be read");
    }
    return Optional.empty();
  }

  private static void note(Surroundings surroundings, String what) {
    surroundings.terminal().err().println("note: " + what + "; the store is read instead");
  }

  @Override
  public void close() {
    closing.run();
  }
}
