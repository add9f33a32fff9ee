package id.aduan.lapor.runner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program as a whole; it does nothing but have commands. */
@Command(
    name = "lapor",
    mixinStandardHelpOptions = true,
    description = "Joins the national complaint portal (SP4N-LAPOR!) to the agencies' systems.",
    versionProvider = BuildVersion.class,
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      CheckCommand.class,
      StatusCommand.class,
      ReconcileCommand.class,
      ShowCommand.class,
      ExplainCommand.class,
      DeadlinesCommand.class,
      LetterCommand.class,
      ReportCommand.class,
      ImportCommand.class,
      FileCommand.class,
      ParkedCommand.class,
      RepliesCommand.class,
      CasesCommand.class,
      FilesCommand.class,
      MappingCommand.class,
      AgenciesCommand.class,
      StoreCommand.class,
      AuditCommand.class,
      MastersCommand.class,
      ProfileCommand.class,
      SchemaCommand.class,
      LauncherCommand.Demo.class,
      LauncherCommand.Simulator.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Environment: LAPOR_LOG=json, LAPOR_LOG_LEVEL=DEBUG,",
      "LAPOR_DEBUG=1 (stack traces).",
      "Exit codes: 0 done, 1 a difference was found, 64 usage, 65 data,",
      "66 no input, 69 unavailable, 70 bug, 73 cannot create, 74 I/O,",
      "75 store in use, 77 permission, 78 configuration."
    })
final class LaporCommand {}
