package id.aduan.lapor.simulator.state;

/** There is no complaint with this id; nothing was changed. */
public final class UnknownComplaintException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownComplaintException(String id) {
    super("no complaint with tracking id '" + id + "'");
  }
}
