package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;
import java.util.ArrayList;
import java.util.List;

/** Where one call is cut. */
record CutPlan(Direction direction, long bytesBefore, Ending ending) {

  /** How long a request and its answer are. */
  record Lengths(long request, long answer) {}

  /**
   * Every position of both, from before the first byte to behind the last one, each with the ending
   * of its turn.
   */
  static List<CutPlan> everywhere(Lengths lengths, boolean resetsFirst) {
    List<CutPlan> plans = new ArrayList<>();
    for (long at = 0; at <= lengths.request(); at++) {
      plans.add(new CutPlan(Direction.TO_SERVER, at, ending(at, resetsFirst)));
    }
    for (long at = 0; at <= lengths.answer(); at++) {
      plans.add(new CutPlan(Direction.TO_CLIENT, at, ending(at, resetsFirst)));
    }
    return plans;
  }

  /** Whether it is behind the last byte of its direction. */
  boolean isAtTheEnd(Lengths lengths) {
    return bytesBefore == (direction == Direction.TO_SERVER ? lengths.request() : lengths.answer());
  }

  /** Whether the far end has the whole request by then. */
  boolean isBehindTheRequest(Lengths lengths) {
    return direction == Direction.TO_CLIENT || isAtTheEnd(lengths);
  }

  private static Ending ending(long at, boolean resetsFirst) {
    return (at % 2 == 0) == resetsFirst ? Ending.RST : Ending.FIN;
  }
}
