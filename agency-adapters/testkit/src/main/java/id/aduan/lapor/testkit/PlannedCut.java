package id.aduan.lapor.testkit;

import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;

/** One cut to come: after so many more bytes in one direction. Safe for use by many threads. */
final class PlannedCut {
  static final PlannedCut NONE = new PlannedCut(Direction.TO_SERVER, 0, Ending.FIN, true);

  private final Direction direction;
  private final Ending ending;
  private long left;
  private boolean done;

  private PlannedCut(Direction direction, long left, Ending ending, boolean done) {
    this.direction = direction;
    this.left = left;
    this.ending = ending;
    this.done = done;
  }

  static PlannedCut after(Direction direction, long bytesBefore, Ending ending) {
    return new PlannedCut(direction, bytesBefore, ending, false);
  }

  /**
   * What becomes of a piece.
   *
   * @param allowed how many of its bytes go by
   * @param cuts whether the connection is cut then
   */
  record Verdict(int allowed, boolean cuts) {}

  synchronized Verdict judge(Direction way, int length) {
    if (done || way != direction) {
      return new Verdict(length, false);
    }
    int allowed = (int) Math.min(length, left);
    left -= allowed;
    done = left == 0;
    return new Verdict(allowed, done);
  }

  Ending ending() {
    return ending;
  }
}
