package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** The files of complaints; it does nothing but have commands. */
@Command(
    name = "files",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Files that citizens sent with complaints, and what is done with them.",
    subcommands = {
      FilesListCommand.class,
      FilesShowCommand.class,
      FilesOrderCommand.Retry.class,
      FilesOrderCommand.Release.class,
      FilesExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class FilesCommand {}
