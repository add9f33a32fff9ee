package id.aduan.lapor.runner;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every {@code await()} of this module's tests that names no bound wait for a minute, and look
 * often. What is awaited may follow the probes of a target in trouble, which are seconds apart, on
 * a machine that is busy with much else. JUnit finds it by its service file.
 */
public final class Patience implements BeforeAllCallback {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(WAIT_MAX);
    Awaitility.setDefaultPollInterval(LOOK_INTERVAL);
  }
}
