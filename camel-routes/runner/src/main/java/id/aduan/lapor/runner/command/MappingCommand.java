package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;

/** Who gets which complaint; it does nothing but have commands. */
@Command(
    name = "mapping",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The mapping: try it, compare it, let another version count.",
    subcommands = {
      MappingTryCommand.class,
      MappingDiffCommand.class,
      MappingApplyCommand.class,
      MappingCoverageCommand.class,
      MappingVersionsCommand.class,
      MappingCategoriesCommand.class,
      MappingStarterCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class MappingCommand {}
