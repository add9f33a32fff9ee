package id.aduan.lapor.runner.http;

import java.util.concurrent.CompletionException;

/** What lies behind a failure that came out of a future. */
final class Causes {
  private Causes() {}

  static Throwable of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null ? failure : cause;
  }
}
