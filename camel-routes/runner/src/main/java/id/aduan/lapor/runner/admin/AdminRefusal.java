package id.aduan.lapor.runner.admin;

/** A request that gets an error for its answer. */
final class AdminRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final AdminError error;

  AdminRefusal(AdminError error) {
    super(error.code());
    this.error = error;
  }

  AdminError error() {
    return error;
  }
}
