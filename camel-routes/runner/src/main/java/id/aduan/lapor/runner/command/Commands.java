package id.aduan.lapor.runner.command;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands each its surroundings. */
final class Commands implements IFactory {
  private final Surroundings surroundings;

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(surroundings));
    }
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(surroundings));
    }
    if (type == StatusCommand.class) {
      return type.cast(new StatusCommand(surroundings));
    }
    if (type == ShowCommand.class) {
      return type.cast(new ShowCommand(surroundings));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
