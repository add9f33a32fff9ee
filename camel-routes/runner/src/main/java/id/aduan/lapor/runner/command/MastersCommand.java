package id.aduan.lapor.runner.command;

import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.stream.Topics;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.portal.v3.V3Portal.MasterItem;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.OutwardCalls;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.PortalWire;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads one of the portal's own lists, for whoever writes a mapping or a profile. */
@Command(
    name = "masters",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Prints a list of the portal's own: numbers or codes, and names.",
      "Only reads; institutions and more as the profile knows them, topics of the older wire."
    })
final class MastersCommand implements Callable<Integer> {
  private static final String TOPICS = "topics";
  private static final Map<String, Master> MASTERS =
      Map.of(
          "institutions", Master.INSTITUTIONS,
          "templates", Master.TEMPLATES,
          "categories", Master.CATEGORIES);

  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "institutions|templates|categories|topics", description = "Which one.")
  private String which = "";

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  MastersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!which.equals(TOPICS) && !MASTERS.containsKey(which)) {
      throw new CommandFailure(
          Exit.USAGE, "usage", "there is no such list; see 'lapor masters --help'");
    }
    Map<String, String> variables = surroundings.environment().get();
    LateTransport transport = new LateTransport();
    try (RunnerConfig read = ConfigFile.load(config.file(), transport, variables::get)) {
      OutwardCalls calls = OutwardCalls.open(transport);
      try {
        print(items(read.portal().wire(), transport));
      } finally {
        calls.close();
      }
      return Exit.OK.code();
    }
  }

  private List<MasterItem> items(PortalWire wire, HttpTransport transport) {
    if (wire instanceof PortalWire.Stream older && which.equals(TOPICS)) {
      return new Topics(older.settings(), transport, surroundings.time())
          .read().stream()
              .map(it -> new MasterItem(it.id(), it.name(), it.parent().orElse(""), ""))
              .toList();
    }
    Master master = MASTERS.get(which);
    if (wire instanceof PortalWire.V3 v3 && master != null) {
      V3Portal portal = v3.open(transport, surroundings.time(), new SecureRandom());
      return portal.master(master).orElseThrow(this::unknown);
    }
    throw unknown();
  }

  private CommandFailure unknown() {
    return new CommandFailure(
        Exit.USAGE, "usage", "the portal's profile knows no list of " + which);
  }

  private void print(List<MasterItem> items) {
    PrintWriter out = surroundings.terminal().out();
    if (json) {
      out.println(Json.write(items));
      return;
    }
    items.forEach(
        it -> out.println(OneLine.of("%-12s %-14s %s".formatted(it.id(), it.kind(), it.name()))));
  }
}
