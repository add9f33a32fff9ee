package id.aduan.lapor.runner.http;

import java.time.Duration;

/** Is told each answer of the public side when it has ended. Must return soon and not throw. */
@FunctionalInterface
public interface AnswerListener {

  /** An answer ended, whoever gave it. */
  void answered(To to, int status, Duration took);

  /** What was called: few values, whatever addresses callers think of. */
  enum To {
    PORTAL,
    AGENCY,
    OTHER
  }
}
