package id.aduan.lapor.runner;

import id.aduan.lapor.runner.command.CommandLineTool;
import id.aduan.lapor.runner.command.Terminal;
import id.aduan.lapor.runner.log.LogSettings;
import java.time.InstantSource;

/** The program {@code lapor}. */
public final class LaporMain {
  private LaporMain() {}

  public static void main(String[] args) {
    LogSettings.apply(System.getenv());
    Terminal terminal = Terminal.ofProcess();
    int exit = new CommandLineTool(terminal, System::getenv, InstantSource.system()).execute(args);
    terminal.flush();
    System.exit(exit);
  }
}
