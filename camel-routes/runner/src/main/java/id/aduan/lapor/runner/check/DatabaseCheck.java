package id.aduan.lapor.runner.check;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.runner.check.CheckReport.FarEnd;
import id.aduan.lapor.runner.check.CheckReport.Step;
import id.aduan.lapor.store.jdbc.PostgresCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Tries the database that a store is in; reads alone. */
public final class DatabaseCheck {
  private final List<Step> steps = new ArrayList<>();

  private DatabaseCheck() {}

  /**
   * Asks one thing after the other, until one is not as it must be.
   *
   * @param address of the database, without anything secret
   */
  public static FarEnd of(DataSource source, String address, InstantSource time) {
    PostgresCheck check = new PostgresCheck(source);
    DatabaseCheck done = new DatabaseCheck();
    Instant begin = time.instant();
    boolean ok =
        done.step("connect", check::server)
            && done.step("durable", check::settings)
            && done.step("tables", check::tables);
    return new FarEnd(
        "store",
        address,
        ok,
        Duration.between(begin, time.instant()).toMillis(),
        List.copyOf(done.steps));
  }

  private boolean step(String name, Supplier<String> question) {
    try {
      steps.add(new Step(name, true, question.get()));
      return true;
    } catch (LaporException e) {
      steps.add(new Step(name, false, e.code() + ": " + e.getMessage()));
      return false;
    }
  }
}
