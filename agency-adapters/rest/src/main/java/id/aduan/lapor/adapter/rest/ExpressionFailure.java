package id.aduan.lapor.adapter.rest;

/** An expression could not be evaluated. The message holds nothing of the input. */
final class ExpressionFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ExpressionFailure(String message) {
    super(message);
  }
}
