package id.aduan.lapor.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Runs the simulator alone until it is told to stop (SIGTERM, SIGINT). Exit codes: 0 stopped or
 * helped, 64 wrong usage, 69 the port is in use or the simulator cannot start.
 */
public final class SimulatorMain {
  static final int EXIT_OK = 0;
  static final int EXIT_USAGE = 64;
  static final int EXIT_UNAVAILABLE = 69;

  private static final int SEED_MAX = 1_000_000;

  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch stopped;

  SimulatorMain(PrintStream out, PrintStream err, CountDownLatch stopped) {
    this.out = out;
    this.err = err;
    this.stopped = stopped;
  }

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new SimulatorMain(out, err, new CountDownLatch(1)).run(args, System.getenv()));
  }

  /** Blocks while the simulator runs. */
  int run(String[] args, Map<String, String> environment) {
    CommandLine line;
    try {
      line = CommandLine.parse(args, environment, new SecureRandom().nextInt(SEED_MAX));
    } catch (IllegalArgumentException e) {
      err.println("portal-simulator: " + e.getMessage() + " (see --help)");
      return EXIT_USAGE;
    }
    if (line.help()) {
      out.print(CommandLine.HELP);
      return EXIT_OK;
    }
    try {
      return serve(line);
    } catch (UncheckedIOException e) {
      err.println("portal-simulator: " + reason(e, line.settings().port()));
      return EXIT_UNAVAILABLE;
    }
  }

  private int serve(CommandLine line) {
    PortalSettings settings = line.settings();
    try (var portal = PortalSimulator.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "portal-stop"));
      portal.listener(
          event ->
              out.println(
                  event.at().truncatedTo(ChronoUnit.MILLIS)
                      + " "
                      + event.complaintId()
                      + " "
                      + event.kind()
                      + " "
                      + event.detail()));
      out.println("page " + portal.pageUri());
      out.println("api  " + portal.baseUri());
      out.println("seed " + settings.seed());
      out.println("control " + control(settings, portal));
      if (line.generate() > 0) {
        portal.officers().file(line.generate());
      }
      if (line.officers() != null) {
        portal.officers().work(line.officers());
      }
      out.println("push " + (settings.push().target() == null ? "off" : settings.push().target()));
      stopped.await();
      return EXIT_OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return EXIT_OK;
    }
  }

  private static String control(PortalSettings settings, PortalSimulator portal) {
    return switch (settings.control()) {
      case OFF -> "off";
      case LOOPBACK -> portal.pageUri().resolve("/control") + " (from this machine)";
      case ANYBODY -> portal.pageUri().resolve("/control") + " (from anybody)";
    };
  }

  private static @Nullable String reason(UncheckedIOException failure, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "port " + port + " is in use";
      }
    }
    return failure.getMessage();
  }
}
