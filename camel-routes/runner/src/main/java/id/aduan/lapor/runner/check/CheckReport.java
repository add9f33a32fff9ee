package id.aduan.lapor.runner.check;

import java.util.List;

/** What trying all far ends came to. Its names are those of {@code check --json}. */
public record CheckReport(boolean ok, List<FarEnd> farEnds) {

  /** The portal, an agency, the store's database or the converter, and what was tried there. */
  public record FarEnd(String name, String host, boolean ok, long millis, List<Step> steps) {}

  /**
   * One thing that was tried.
   *
   * @param step name, connect, tls, read, clock; of a database: connect, durable, tables; of the
   *     converter of documents: office
   * @param detail what was found; no secret, and nothing of any complaint
   */
  public record Step(String step, boolean ok, String detail) {}
}
