package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** The store as a whole; it does nothing but have commands. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Checks the store, or copies it.",
    subcommands = {StoreVerifyCommand.class, StoreBackupCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class StoreCommand {}
