package id.aduan.lapor.simulator;

import id.aduan.lapor.simulator.PortalSettings.Control;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link SimulatorMain}, read.
 *
 * @param officers how often the portal's admins act by themselves; null: never
 * @param generate how many complaints are there from the start
 */
record CommandLine(
    boolean help, PortalSettings settings, @Nullable Duration officers, int generate) {
  static final String HELP =
      """
      lapor simulator: a stand-in for the SP4N-LAPOR! portal

        --port N            port to listen on (default 8088, 0 takes a free one)
        --host ADDRESS      address to listen on (default 127.0.0.1)
        --webhook URI       push signed webhooks to this address
        --thin              push ids alone, so that the receiver must ask
        --secret-env NAME   environment variable that holds the webhook secret (whsec_...)
        --ledger FILE       append the ledger to this file as JSON lines
        --wire NAME=VALUE   what the interface can do, repeatable: paging=laravel|page|link|cursor,
                            list=no, updatedSince=no, revision=no, idPlace=top|data|results,
                            idText=yes, createAttachments=any|array|dotted, attachmentMap=yes,
                            putStatus=404|405
        --assign-to ID      assign complaints of the citizen page to this institution at once
        --generate N        begin with N made-up complaints
        --officers PERIOD   admins and reporters act by themselves, such as PT5S
        --seed N            decides on faults, officers and made-up complaints (printed at start)
        --control           take orders (faults, acts) at /control, from this machine alone
        --control-anybody   take them from anybody who reaches the port
        --help              this text

      Pages: / (file and follow a complaint), /sms (text messages to 1708), /buku (the ledger),
      /ekspor (the admins' spreadsheet). All state is in memory and gone at the end.
      """;

  private static final int PORT_DEFAULT = 8088;
  private static final int PORT_MAX = 65535;
  private static final int GENERATE_MAX = 100_000;

  /**
   * @throws IllegalArgumentException with one line for the user
   */
  static CommandLine parse(String[] args, Map<String, String> environment, long seed) {
    var reading = new Reading(environment, seed);
    Iterator<String> rest = List.of(args).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      if (option.equals("--help") || option.equals("-h")) {
        return new CommandLine(true, reading.settings, null, 0);
      }
      if (!reading.flag(option)) {
        reading.option(option, rest);
      }
    }
    return reading.done();
  }

  private static final class Reading {
    private final Map<String, String> environment;
    private PortalSettings settings;
    private @Nullable URI webhook;
    private String secret = PushSettings.INVENTED_SECRET;
    private boolean thin;
    private @Nullable Duration officers;
    private int generate;

    Reading(Map<String, String> environment, long seed) {
      this.environment = environment;
      this.settings =
          PortalSettings.defaults().withAddress("127.0.0.1", PORT_DEFAULT).withSeed(seed);
    }

    CommandLine done() {
      URI target = webhook;
      PortalSettings pushed =
          target == null
              ? settings
              : settings.withPush(PushSettings.to(target, secret).withThin(thin));
      return new CommandLine(false, pushed, officers, generate);
    }

    /** Whether it was an option without a value. */
    boolean flag(String option) {
      switch (option) {
        case "--thin" -> thin = true;
        case "--control" -> settings = settings.withControl(Control.LOOPBACK);
        case "--control-anybody" -> settings = settings.withControl(Control.ANYBODY);
        default -> {
          return false;
        }
      }
      return true;
    }

    void option(String option, Iterator<String> rest) {
      switch (option) {
        case "--port" ->
            settings =
                settings.withAddress(
                    settings.host(), number(option, value(option, rest), PORT_MAX));
        case "--host" -> settings = settings.withAddress(value(option, rest), settings.port());
        case "--ledger" -> settings = settings.withLedgerFile(Path.of(value(option, rest)));
        case "--webhook" -> webhook = webhook(value(option, rest));
        case "--secret-env" -> secret = secret(value(option, rest), environment);
        case "--wire" -> settings = settings.withWire(wire(settings.wire(), value(option, rest)));
        case "--assign-to" ->
            settings =
                settings.withInstitutions(
                    settings.institutions(), institution(value(option, rest)));
        case "--generate" -> generate = number(option, value(option, rest), GENERATE_MAX);
        case "--officers" -> officers = period(value(option, rest));
        case "--seed" ->
            settings = settings.withSeed(number(option, value(option, rest), Integer.MAX_VALUE));
        default -> throw new IllegalArgumentException("unknown option '" + option + "'");
      }
    }

    private Integer institution(String text) {
      return settings.institutions().stream()
          .map(Institution::id)
          .filter(id -> String.valueOf(id).equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "--assign-to must be one of "
                          + settings.institutions().stream().map(Institution::id).toList()));
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int number(String option, String text, int max) {
    long number = text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
    if (number < 0 || number > max) {
      throw new IllegalArgumentException(option + " must be 0 to " + max + ": '" + text + "'");
    }
    return (int) number;
  }

  private static Duration period(String text) {
    try {
      Duration period = Duration.parse(text);
      if (period.toMillis() >= 1) {
        return period;
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--officers must be like PT5S: '" + text + "'", e);
    }
    throw new IllegalArgumentException("--officers must be longer than nothing: '" + text + "'");
  }

  private static WireSettings wire(WireSettings before, String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("--wire must be NAME=VALUE: '" + text + "'");
    }
    return before.with(text.substring(0, equals), text.substring(equals + 1));
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
