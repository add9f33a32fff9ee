package id.aduan.lapor.runner.command;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands each its surroundings. */
final class Commands implements IFactory {
  private static final Map<Class<?>, Function<Surroundings, ?>> MADE =
      Map.of(
          RunCommand.class, RunCommand::new,
          ValidateCommand.class, ValidateCommand::new,
          StatusCommand.class, StatusCommand::new,
          ShowCommand.class, ShowCommand::new,
          ParkedListCommand.class, ParkedListCommand::new,
          ParkedShowCommand.class, ParkedShowCommand::new,
          StoreVerifyCommand.class, StoreVerifyCommand::new,
          StoreBackupCommand.class, StoreBackupCommand::new,
          AuditVerifyCommand.class, AuditVerifyCommand::new);

  private final Surroundings surroundings;

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Surroundings, ?> made = MADE.get(type);
    if (made != null) {
      return type.cast(made.apply(surroundings));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
