package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** Who is delivered to; it does nothing but have commands. */
@Command(
    name = "agencies",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Who is delivered to: how they stand, pausing one and resuming it.",
    subcommands = {
      AgenciesListCommand.class,
      AgencyOrderCommand.Pause.class,
      AgencyOrderCommand.Resume.class,
      AgencyOrderCommand.Off.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class AgenciesCommand {}
