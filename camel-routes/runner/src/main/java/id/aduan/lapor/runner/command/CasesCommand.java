package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** What waits for the coordinator; it does nothing but have commands. */
@Command(
    name = "cases",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Cases that agencies gave back as not their authority (bukan wewenang).",
    subcommands = CasesListCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class CasesCommand {}
