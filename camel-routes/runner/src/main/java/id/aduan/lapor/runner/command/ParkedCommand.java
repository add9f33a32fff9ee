package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** What waits for a person; it does nothing but have commands. */
@Command(
    name = "parked",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "What waits for a person: parked deliveries, and what was set aside on arrival.",
    subcommands = {
      ParkedListCommand.class,
      ParkedShowCommand.class,
      ParkedReplayCommand.class,
      ParkedDiscardCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class ParkedCommand {}
