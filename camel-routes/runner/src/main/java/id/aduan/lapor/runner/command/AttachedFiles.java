package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.answer.ReplyContent;
import id.aduan.lapor.runner.answer.ReplyFile;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.ReplyDesk.Outcome;
import id.aduan.lapor.sync.ReplyRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files of {@code replies approve --attach}: all are read before anything is opened, and all
 * are taken before the answer is approved, so that it goes with every one of them or waits on.
 *
 * @param files at most {@link ReplyRules#FILES_MAX} of at most {@link ReplyFile#BYTES_MAX} bytes
 */
record AttachedFiles(List<Read> files) {
  static final AttachedFiles NONE = new AttachedFiles(List.of());
  private static final String NOTHING = "; nothing was approved";

  AttachedFiles {
    files = List.copyOf(files);
  }

  /** One that was read. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its content where it is
  record Read(Path file, byte[] bytes) {
    private ReplyFile by(ReplyOrder order) {
      return new ReplyFile(order.who(), order.reason(), String.valueOf(file.getFileName()), bytes);
    }
  }

  /**
   * Reads them; opens nothing but files, so that no pipe is waited for.
   *
   * @throws CommandFailure for one that is none, cannot be read, is empty, too large or there twice
   */
  static AttachedFiles read(List<Path> named, OperatorOptions by) {
    if (named.size() > ReplyRules.FILES_MAX) {
      throw by.usage("--attach may be said " + ReplyRules.FILES_MAX + " times");
    }
    List<Read> files = new ArrayList<>();
    for (Path file : named) {
      byte[] bytes = bytes(file);
      if (files.stream().anyMatch(other -> Arrays.equals(other.bytes(), bytes))) {
        throw new CommandFailure(
            Exit.DATA, "replies.attach.twice", shown(file) + " is named twice" + NOTHING);
      }
      files.add(new Read(file, bytes));
    }
    return new AttachedFiles(files);
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          Exit.NO_INPUT, "replies.attach.missing", shown(file) + " is no file" + NOTHING);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(ReplyFile.BYTES_MAX + 1);
      if (bytes.length == 0) {
        throw new CommandFailure(
            Exit.DATA, "replies.attach.empty", shown(file) + " is empty" + NOTHING);
      }
      if (bytes.length > ReplyFile.BYTES_MAX) {
        throw new CommandFailure(
            Exit.DATA,
            "replies.attach.too_large",
            shown(file) + " has more than " + ReplyFile.BYTES_MAX + " bytes" + NOTHING);
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.NO_INPUT, "replies.attach.unreadable", shown(file) + " cannot be read" + NOTHING);
    }
  }

  /**
   * Hands them in for an answer.
   *
   * @param told gets a line for each
   * @return by which they are named when it is approved
   * @throws CommandFailure for one that is not taken
   */
  List<String> handIn(
      ParkedWork work, long number, ReplyOrder order, Messages messages, Consumer<String> told) {
    List<String> hashes = new ArrayList<>();
    for (Read each : files) {
      ReplyFile.Result result = work.enclose(number, each.by(order));
      ReplyContent.Enclosed kept =
          result.file().orElseThrow(() -> refused(each.file(), result, messages));
      told.accept(OneLine.of(line(messages, kept)));
      hashes.add(kept.sha256());
    }
    return hashes;
  }

  private static CommandFailure refused(Path file, ReplyFile.Result result, Messages messages) {
    String why = messages.of("replies.outcome", result.outcome());
    return new CommandFailure(
        Exit.DATA,
        "replies.refused",
        result.outcome() == Outcome.FILE_UNFIT
            ? shown(file) + ": " + why + " " + String.join(", ", result.findings())
            : why);
  }

  static String line(Messages messages, ReplyContent.Enclosed file) {
    return messages.text("replies.enclosed", file.name(), file.type(), file.bytes(), file.sha256());
  }

  private static String shown(Path file) {
    return OneLine.of(String.valueOf(file.getFileName()));
  }
}
