package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** The audit trail; it does nothing but have commands. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Checks the audit trail.",
    subcommands = {AuditVerifyCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}
