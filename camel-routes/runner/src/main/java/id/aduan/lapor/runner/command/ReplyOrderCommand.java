package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.sync.ReplyDesk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides of an answer that waits; how is a command of its own. */
@Command(mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
abstract class ReplyOrderCommand implements Callable<Integer> {
  private static final int TEXT_BYTES_MAX = 4 * ReplyDesk.TEXT_CHARACTERS_MAX;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "ID", description = "As 'replies list' shows it.")
  private String id = "";

  @Mixin private OperatorOptions operator;

  private ReplyOrderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  /** What is ordered; nothing has been opened yet. */
  abstract ReplyOrder order(OperatorOptions by);

  abstract ReplyOrder.Result decide(ParkedWork work, long number, ReplyOrder order);

  /** What is said beside an order's outcome. */
  void told(String line) {
    if (!answer.json()) {
      surroundings.terminal().out().println(line);
    }
  }

  final Messages messages() {
    return answer.messages();
  }

  @Override
  public Integer call() {
    long number = number(id, operator);
    ReplyOrder order = order(operator);
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      ReplyOrder.Result result = decide(source.work(), number, order);
      if (!result.done()) {
        throw new CommandFailure(
            Exit.DATA,
            "replies.refused",
            answer.messages().of("replies.outcome", result.outcome()));
      }
      surroundings
          .terminal()
          .out()
          .println(
              answer.json()
                  ? Json.write(result)
                  : answer.messages().of("replies.outcome", result.outcome()));
    }
    return Exit.OK.code();
  }

  static long number(String id, OperatorOptions by) {
    if (!id.matches("[0-9]{1,18}")) {
      throw by.usage("ID is a number");
    }
    return Long.parseLong(id);
  }

  static CommandFailure unknown() {
    return new CommandFailure(
        Exit.DATA,
        "replies.unknown",
        "no answer has this number; 'lapor replies list' tells which wait");
  }

  /** It goes to the portal. */
  @Command(
      name = "approve",
      description = {
        "Lets an answer go to the portal, as it is or, with --text-file, in other",
        "words; with --attach the signed letter goes along."
      })
  static final class Approve extends ReplyOrderCommand {
    @Option(
        names = "--text-file",
        paramLabel = "FILE",
        description = {
          "What it says instead of the agency's words: a file in UTF-8, at most",
          "10000 characters."
        })
    private @Nullable Path text;

    @Option(
        names = "--attach",
        paramLabel = "FILE",
        description = {
          "A file that goes with it as it is, such as the signed letter as PDF or ODT;",
          "may be said up to 5 times, each of at most 5 MiB."
        })
    private List<Path> attached = new ArrayList<>();

    private AttachedFiles files = AttachedFiles.NONE;

    Approve(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ReplyOrder order(OperatorOptions by) {
      files = AttachedFiles.read(attached, by);
      return new ReplyOrder(
          by.who(), by.reason(), Optional.ofNullable(text).map(file -> read(file, by)));
    }

    @Override
    ReplyOrder.Result decide(ParkedWork work, long number, ReplyOrder order) {
      return work.approve(
          number, order.with(files.handIn(work, number, order, messages(), this::told)));
    }

    private static String read(Path file, OperatorOptions by) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(TEXT_BYTES_MAX + 1);
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
        if (text.isEmpty() || text.length() > ReplyDesk.TEXT_CHARACTERS_MAX) {
          throw by.usage("the text of --text-file has 1 to 10000 characters");
        }
        return text;
      } catch (CharacterCodingException e) {
        throw by.usage("the text of --text-file is not UTF-8, or has more than 10000 characters");
      } catch (IOException e) {
        throw new CommandFailure(
            Exit.NO_INPUT, "replies.text", "the file of --text-file cannot be read");
      }
    }
  }

  /** It does not go to the portal. */
  @Command(
      name = "reject",
      description = "Keeps an answer from the portal. Needs --reason; the agency is not told.")
  static final class Reject extends ReplyOrderCommand {
    Reject(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ReplyOrder order(OperatorOptions by) {
      return new ReplyOrder(by.who(), Optional.of(by.requiredReason()), Optional.empty());
    }

    @Override
    ReplyOrder.Result decide(ParkedWork work, long number, ReplyOrder order) {
      return work.reject(number, order);
    }
  }
}
