package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;

/** The argument that names a case. */
final class CaseArgument {
  private CaseArgument() {}

  /**
   * Reads it.
   *
   * @param command which is to be helped with
   * @throws CommandFailure with 64 for another shape
   */
  static TrackingId parse(String text, String command) {
    try {
      return TrackingId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          Exit.USAGE, "usage", e.getMessage() + "; see 'lapor " + command + " --help'");
    }
  }

  static CommandFailure unknown(TrackingId id) {
    return new CommandFailure(
        Exit.DATA,
        "case.unknown",
        "there is no case " + id + " in the store; the next poll brings it if the portal has it");
  }
}
