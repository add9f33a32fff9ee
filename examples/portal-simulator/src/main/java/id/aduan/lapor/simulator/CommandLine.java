package id.aduan.lapor.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of {@link SimulatorMain}, read. */
record CommandLine(boolean help, PortalSettings settings) {
  static final String HELP =
      """
      portal-simulator: a stand-in for the SP4N-LAPOR! portal

        --port N            port to listen on (default 8088, 0 takes a free one)
        --host ADDRESS      address to listen on (default 127.0.0.1)
        --webhook URI       push signed webhooks to this address
        --secret-env NAME   environment variable that holds the webhook secret (whsec_...)
        --ledger FILE       append the ledger to this file as JSON lines
        --help              this text
      """;

  private static final int PORT_DEFAULT = 8088;
  private static final int PORT_MAX = 65535;

  /**
   * @throws IllegalArgumentException with one line for the user
   */
  static CommandLine parse(String[] args, Map<String, String> environment) {
    var settings = PortalSettings.defaults().withAddress("127.0.0.1", PORT_DEFAULT);
    URI webhook = null;
    String secret = PushSettings.INVENTED_SECRET;
    Iterator<String> rest = List.of(args).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--help", "-h" -> {
          return new CommandLine(true, settings);
        }
        case "--port" ->
            settings = settings.withAddress(settings.host(), port(value(option, rest)));
        case "--host" -> settings = settings.withAddress(value(option, rest), settings.port());
        case "--ledger" -> settings = settings.withLedgerFile(Path.of(value(option, rest)));
        case "--webhook" -> webhook = webhook(value(option, rest));
        case "--secret-env" -> secret = secret(value(option, rest), environment);
        default -> throw new IllegalArgumentException("unknown option '" + option + "'");
      }
    }
    return new CommandLine(
        false, webhook == null ? settings : settings.withPush(PushSettings.to(webhook, secret)));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("--port must be 0 to 65535: '" + text + "'");
    }
    return port;
  }

  private static URI webhook(String text) {
    if (!text.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw new IllegalArgumentException("--webhook must be an http address: '" + text + "'");
    }
    return URI.create(text);
  }

  /** Names the variable, never its value. */
  private static String secret(String name, Map<String, String> environment) {
    @Nullable String secret = environment.get(name);
    if (secret == null || !secret.matches("(whsec_)?[A-Za-z0-9+/]{24,}={0,2}")) {
      throw new IllegalArgumentException(
          "environment variable " + name + " holds no webhook secret (whsec_ and base64)");
    }
    return secret;
  }
}
