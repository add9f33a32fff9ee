package id.aduan.lapor.simulation;

/**
 * A simulated process has ended: nothing of it goes on, whoever catches what. An error, since a
 * process that ends is no exception that anybody handles.
 */
final class Death extends Error {
  private static final long serialVersionUID = 1L;

  Death(String node) {
    super(node + " has ended", null, false, false);
  }
}
