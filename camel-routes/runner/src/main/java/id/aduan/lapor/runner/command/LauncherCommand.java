package id.aduan.lapor.runner.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Commands that belong to the checkout's launcher: listed here, run there. */
abstract class LauncherCommand implements Callable<Integer> {
  private final String name;

  private LauncherCommand(String name) {
    this.name = name;
  }

  @Override
  public Integer call() {
    throw new CommandFailure(
        Exit.USAGE,
        "usage",
        "'%s' comes with the source checkout; run ./lapor %s there".formatted(name, name));
  }

  /** The whole story, on made-up agencies. */
  @Command(
      name = "demo",
      mixinStandardHelpOptions = true,
      description = "The whole story as Kabupaten Bintan (from a checkout: ./lapor demo).")
  static final class Demo extends LauncherCommand {
    Demo() {
      super("demo");
    }
  }

  /** The portal alone. */
  @Command(
      name = "simulator",
      mixinStandardHelpOptions = true,
      description = "A portal to try against (from a checkout: ./lapor simulator).")
  static final class Simulator extends LauncherCommand {
    Simulator() {
      super("simulator");
    }
  }
}
