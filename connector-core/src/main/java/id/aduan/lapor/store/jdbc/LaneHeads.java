package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.store.Tx;
import java.util.ArrayList;
import java.util.List;

/** The oldest unsettled row of each lane, which alone is marked (C8). */
final class LaneHeads {
  /** What follows a list of columns; the parameters are those of {@link #of}. */
  static final String IN_LANE =
      " from lapor_outbox where tracking_id = ? and target = ? and part = ?";

  /** The same of what is not settled. */
  static final String UNSETTLED_IN_LANE = IN_LANE + " and state not in (4, 6)";

  private static final String TABLE = "lapor_outbox";

  /** The statement, and the mark of a queue that it stands in. */
  static final String PROMOTE =
      "update lapor_outbox set head = 1 where id = (select min(id)" + UNSETTLED_IN_LANE + ")";

  private LaneHeads() {}

  /** Marks the one whose turn it is now that the one before it is settled. */
  static void promoteNext(Tx tx, Lane lane) {
    promoteNext(tx, lane.complaint().value(), lane.target(), lane.part());
  }

  /**
   * The same by the queue, with those of other lanes, which is marked with {@link #PROMOTE}:
   * whoever looks for what is due sends it first.
   */
  static void promoteNextSoon(Tx tx, Lane lane) {
    JdbcTx.of(tx).queue(PROMOTE, lane.complaint().value(), lane.target(), lane.part());
    JdbcTx.of(tx).mark(TABLE, PROMOTE);
  }

  /** The same for one that may be no lane at all. */
  static void promoteNext(Tx tx, String complaint, String target, String part) {
    JdbcTx.of(tx).update(PROMOTE, complaint, target, part);
  }

  /** What names a lane in a statement. */
  static Object[] of(Lane lane, Object... more) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(lane.complaint().value(), lane.target(), lane.part()));
    values.addAll(List.of(more));
    return values.toArray();
  }
}
