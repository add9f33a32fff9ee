package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** What waits for the coordinator; it does nothing but have commands. */
@Command(
    name = "cases",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description =
        "Cases that wait for the coordinator (Admin Koordinator), and what is done with them.",
    subcommands = {
      CasesListCommand.class,
      CaseOrderCommand.Assign.class,
      CaseOrderCommand.GiveBack.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class CasesCommand {}
