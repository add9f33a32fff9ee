package id.aduan.lapor.runner.command;

/** How the program ends: the numbers of {@code sysexits.h}, and 1. */
public enum Exit {
  OK(0),
  /** A check found something that differs. */
  DIFFERENCE(1),
  USAGE(64),
  DATA(65),
  NO_INPUT(66),
  UNAVAILABLE(69),
  BUG(70),
  CANNOT_CREATE(73),
  IO(74),
  TRY_LATER(75),
  PERMISSION(77),
  CONFIGURATION(78);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
