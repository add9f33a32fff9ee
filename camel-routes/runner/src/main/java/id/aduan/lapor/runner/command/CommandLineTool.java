package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.log.OneLine;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and says how it ended. May be used again; not by several threads. */
public final class CommandLineTool {
  private static final int EXCERPT_MAX = 60;

  /** Options that other programs take secrets by; none of ours does. */
  private static final Pattern SECRET =
      Pattern.compile(
          "--?([a-z]+-)*(secret|token|password|passwd|passphrase|api-?key|credentials?)s?(=[\\s\\S]*)?",
          Pattern.CASE_INSENSITIVE);

  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Failures failures;

  public CommandLineTool(
      Terminal terminal, Supplier<Map<String, String>> environment, InstantSource time) {
    this.surroundings = new Surroundings(terminal, environment, time);
    this.terminal = terminal;
    this.failures = new Failures(terminal.err());
  }

  /** Runs the command; never throws. */
  public int execute(String... args) {
    CommandLine line =
        new CommandLine(new LaporCommand(), new Commands(surroundings))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setAbbreviatedOptionsAllowed(false)
            .setAbbreviatedSubcommandsAllowed(false)
            .setExpandAtFiles(false)
            .setParameterExceptionHandler(this::usage)
            .setExecutionExceptionHandler(
                (failure, command, result) ->
                    failures.tell(failure, surroundings.environment().get()));
    Optional<String> secret = Arrays.stream(args).filter(SECRET.asMatchPredicate()).findFirst();
    if (secret.isPresent()) {
      return failures.tell(
          Exit.USAGE,
          "usage.secret",
          "%s: a secret is never taken on the command line, where other users see it with ps;"
                  .formatted(excerpt(secret.get().replaceFirst("=[\\s\\S]*", "")))
              + " write ${env:NAME} or ${file:PATH} in the configuration");
    }
    if (args.length == 0) {
      return failures.tell(Exit.USAGE, "usage", "a command is missing; see 'lapor --help'");
    }
    return line.execute(args);
  }

  private int usage(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    if (Arrays.asList(args).contains("--help")) {
      command.usage(terminal.out());
      return Exit.OK.code();
    }
    String help = "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    return failures.tell(Exit.USAGE, "usage", what(fault) + help);
  }

  /** Shows the first thing that was not understood and no other: a value may be a secret. */
  private static String what(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      List<String> arguments = unmatched.getUnmatched();
      String first = arguments.isEmpty() ? "" : arguments.get(0);
      String name = first.startsWith("--") ? first.replaceFirst("=.*", "") : first;
      return (first.startsWith("-") ? "unknown option " : "not understood: ") + excerpt(name);
    }
    String message = fault.getMessage();
    return message == null ? "the arguments were not understood" : message;
  }

  private static String excerpt(String text) {
    String line = OneLine.of(text);
    return "'"
        + (line.length() > EXCERPT_MAX ? line.substring(0, EXCERPT_MAX) + "..." : line)
        + "'";
  }
}
