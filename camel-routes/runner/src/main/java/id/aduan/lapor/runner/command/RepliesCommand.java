package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** Answers that wait for a person; it does nothing but have commands. */
@Command(
    name = "replies",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Agencies' answers that wait for a person before they go to the portal.",
    subcommands = {
      RepliesListCommand.class,
      ReplyShowCommand.class,
      ReplyOrderCommand.Approve.class,
      ReplyOrderCommand.Reject.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class RepliesCommand {}
