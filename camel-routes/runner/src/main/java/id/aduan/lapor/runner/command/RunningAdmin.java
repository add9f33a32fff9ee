package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.admin.AdminAnswers;
import id.aduan.lapor.runner.admin.AdminException;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.config.Whereabouts;
import java.io.IOException;
import java.util.Optional;

/** Finds the connector that runs on a store, for commands that ask it or have it do something. */
final class RunningAdmin {
  private RunningAdmin() {}

  /**
   * The one that answers; empty where none does, and then anything unusual about that is told.
   *
   * @param instead what the command does then; empty where there is nothing to say of it
   */
  static Optional<AdminAnswers> find(
      Whereabouts whereabouts, Surroundings surroundings, String instead) {
    try {
      return AdminFile.read(whereabouts.store().notice()).map(AdminAnswers::of);
    } catch (AdminException e) {
      note(surroundings, e.getMessage() + instead);
    } catch (IOException e) {
      note(surroundings, "where the connector is asked cannot be read" + instead);
    }
    return Optional.empty();
  }

  private static void note(Surroundings surroundings, String what) {
    surroundings.terminal().err().println("note: " + what);
  }
}
