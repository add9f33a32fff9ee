package id.aduan.lapor.runner.command;

/** A command that cannot do what it was asked, in one line for the person who asked. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Exit exit;
  private final String code;
  private final String line;

  /**
   * Makes a failure.
   *
   * @param code stable, for programs
   * @param line what, where, how to fix
   */
  public CommandFailure(Exit exit, String code, String line) {
    super(line);
    this.exit = exit;
    this.code = code;
    this.line = line;
  }

  Exit exit() {
    return exit;
  }

  String code() {
    return code;
  }

  String line() {
    return line;
  }
}
