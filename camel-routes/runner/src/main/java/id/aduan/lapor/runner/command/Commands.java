package id.aduan.lapor.runner.command;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands each what it writes to and reads its environment from. */
final class Commands implements IFactory {
  private final Terminal terminal;
  private final Supplier<Map<String, String>> environment;

  Commands(Terminal terminal, Supplier<Map<String, String>> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(terminal, environment));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
