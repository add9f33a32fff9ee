package id.aduan.lapor.runner.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A real PostgreSQL that syncs to disk, with one empty database, and a look into it. */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  public Postgres() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
  }

  /** An entry that some node has claimed, under the number of that claim. */
  record Claim(long entry, long epoch) {}

  /** Where it listens. */
  String server() {
    return "tcp://127.0.0.1:" + server.getPort();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  /** What is under way, or was when its node died. */
  Set<Claim> claims() throws SQLException {
    return claims("select id, epoch from lapor_outbox where state in (1, 5)");
  }

  private Set<Claim> claims(String sql) throws SQLException {
    Set<Claim> claims = new HashSet<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        claims.add(new Claim(rows.getLong(1), rows.getLong(2)));
      }
    }
    return claims;
  }

  /** From now on the database itself notes which session makes each claim. */
  public void noteClaimants() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create schema watch;
          create table watch.claim (entry bigint, epoch bigint, session text);
          create function watch.note() returns trigger language plpgsql as $$
          begin
            insert into watch.claim values (new.id, new.epoch, current_setting('application_name'));
            return null;
          end $$;
          create trigger watch_claim after update on lapor_outbox for each row
            when (new.epoch <> old.epoch) execute function watch.note()
          """);
    }
  }

  /** What this node has under way, of the claims that were made since they are noted. */
  Set<Claim> claimsOf(String node) throws SQLException {
    return claims(claimedBy(node));
  }

  /**
   * The claims of a node at the agency, which takes its time: they last until a signal is there.
   */
  Set<Claim> ticketsOf(String node) throws SQLException {
    return claims(claimedBy(node) + " and target = 'dishub'");
  }

  private static String claimedBy(String node) {
    return "select id, epoch from lapor_outbox join watch.claim using (epoch)"
        + " where entry = id and state in (1, 5) and session = 'lapor "
        + node
        + "'";
  }

  /** How many entries have not come to their end, by target, state and code. */
  public Map<String, Integer> unsettled() throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select target || ' ' || state || ' ' || code, count(*) from lapor_outbox"
                    + " where state not in (3, 4, 6) group by 1")) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getInt(2));
      }
    }
    return counts;
  }

  public long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
