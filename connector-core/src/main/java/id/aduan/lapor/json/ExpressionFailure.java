package id.aduan.lapor.json;

/** An expression could not be evaluated. The message holds nothing of the input. */
public final class ExpressionFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public ExpressionFailure(String message) {
    super(message);
  }
}
