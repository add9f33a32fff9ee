package id.aduan.lapor.simulator.http;

/** The request cannot be carried out, and nothing was; becomes an HTTP answer. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
