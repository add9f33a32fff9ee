package id.aduan.lapor.runner.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a store holds, read past the program. */
final class Kept {
  private Kept() {}

  /** The complaints whose webhooks a SQLite store has kept. */
  static List<String> complaints(Path store) throws SQLException {
    return complaints(DriverManager.getConnection("jdbc:sqlite:" + store));
  }

  /** The complaints whose webhooks it has kept. Closes the connection, as all here do. */
  static List<String> complaints(Connection connection) throws SQLException {
    String sql = "select event_id from lapor_inbox where source = 'portal.webhook'";
    return texts(connection, sql).stream().map(it -> it.substring("msg_".length())).toList();
  }

  /** The complaints of which something waits for a person. */
  static Set<Integer> parked(Connection connection) throws SQLException {
    Set<Integer> parked = new HashSet<>();
    texts(connection, "select tracking_id from lapor_outbox where state = 3")
        .forEach(it -> parked.add(Integer.valueOf(it)));
    return parked;
  }

  /**
   * How many callbacks are acknowledged and not applied, and how many entries have not come to
   * their end, but for those behind a parked one.
   */
  static int unsettled(Connection connection) throws SQLException {
    String sql =
        "select reference from lapor_inbox where quarantined = 3 union all"
            + " select tracking_id from lapor_outbox where state not in (3, 4, 6)"
            + " and tracking_id not in (select tracking_id from lapor_outbox where state = 3)";
    return texts(connection, sql).size();
  }

  private static List<String> texts(Connection opened, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = opened;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
