package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.Tx;

/** The oldest unsettled row of each lane, which alone is marked (C8). */
final class LaneHeads {
  /** What follows a list of columns; the parameters are the complaint and the target. */
  static final String UNSETTLED_IN_LANE =
      " from lapor_outbox where tracking_id = ? and target = ? and state not in (4, 6)";

  private LaneHeads() {}

  /** Marks the one whose turn it is now that the one before it is settled. */
  static void promoteNext(Tx tx, String complaint, String target) {
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set head = 1 where id = (select min(id)" + UNSETTLED_IN_LANE + ")",
            complaint,
            target);
  }
}
