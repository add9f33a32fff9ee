package id.aduan.lapor.notification;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts of messages, in Bahasa Indonesia: those that ship, or a region's own. A text for e-mail
 * begins with the line {@code Subjek: ...}; one for SMS ({@code *.sms.txt}) has no subject.
 * Immutable; safe for use by several threads.
 */
public final class Templates {
  /** The largest file of one text. */
  public static final int BYTES_MAX = 16 * 1024;

  private static final int FILES_MAX = 100;
  private static final int SUBJECT_CHARACTERS_MAX = 200;
  private static final int SMS_CHARACTERS_MAX = 459; // three parts of 153
  private static final String SUBJECT = "Subjek:";

  private final Map<Form, Mail> mails;
  private final Map<Form, Template> shorts;

  private Templates(Map<Form, Mail> mails, Map<Form, Template> shorts) {
    this.mails = mails;
    this.shorts = shorts;
  }

  private record Mail(Template subject, Template body) {}

  /** A subject and a text. */
  public record Text(String subject, String body) {}

  /** Where a text comes from. */
  @FunctionalInterface
  private interface Shelf {
    Optional<TextFile> open(String name);
  }

  /** Those that ship. */
  public static Templates shipped() {
    Problems problems = new Problems();
    Templates templates = read(name -> shipped(name, problems));
    problems.throwIfAny();
    return templates;
  }

  /**
   * Those of a directory, and for each that it does not have the one that ships. Every fault is
   * noted: a file of an unknown name, too large, unreadable, or with a placeholder that its text
   * does not have.
   */
  public static Templates read(Path directory, Problems problems) {
    Problems none = new Problems();
    List<String> own = ownFiles(directory, problems);
    return read(
        name ->
            own.contains(name)
                ? TextFile.read(directory.resolve(name), BYTES_MAX, problems)
                : shipped(name, none));
  }

  private static Optional<TextFile> shipped(String name, Problems problems) {
    return TextFile.resource(Templates.class, "templates/" + name, BYTES_MAX, problems);
  }

  private static List<String> ownFiles(Path directory, Problems problems) {
    List<String> known = names();
    List<String> own = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().limit(FILES_MAX).toList()) {
        String name = String.valueOf(file.getFileName());
        if (known.contains(name)) {
          own.add(name);
        } else if (!name.startsWith(".")) {
          problems.add(
              new Problem(
                  file.toString(),
                  0,
                  0,
                  "no text has this name",
                  "known: " + String.join(", ", known)));
        }
      }
      if (own.isEmpty()) {
        problems.add(
            new Problem(
                directory.toString(),
                0,
                0,
                "no text is in it",
                "known: " + String.join(", ", known)));
      }
    } catch (IOException e) {
      problems.add(
          new Problem(
              directory.toString(),
              0,
              0,
              "this directory of texts cannot be read",
              "name an existing one by notifications.templates"));
    }
    return own;
  }

  /** The names of all files. */
  static List<String> names() {
    return Arrays.stream(Form.values())
        .flatMap(
            form ->
                form.hasShort() ? Stream.of(form.file(), form.shortFile()) : Stream.of(form.file()))
        .sorted()
        .toList();
  }

  private static Templates read(Shelf files) {
    Map<Form, Mail> mails = new EnumMap<>(Form.class);
    Map<Form, Template> shorts = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      files.open(form.file()).ifPresent(file -> mails.put(form, mail(file, form)));
      if (form.hasShort()) {
        files.open(form.shortFile()).ifPresent(file -> shorts.put(form, brief(file, form)));
      }
    }
    return new Templates(mails, shorts);
  }

  private static Mail mail(TextFile file, Form form) {
    String text = file.text();
    int lineEnd = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    String first = text.substring(0, lineEnd);
    if (!first.startsWith(SUBJECT) || first.substring(SUBJECT.length()).isBlank()) {
      file.problem(0, "the first line must be the subject", "write 'Subjek: ' and the subject");
    }
    List<String> single =
        form.placeholders().stream().filter(name -> !Form.LISTS.contains(name)).toList();
    int from = Math.min(SUBJECT.length(), lineEnd);
    requireBody(file, Math.min(lineEnd + 1, text.length()));
    return new Mail(
        Template.parse(file, from, lineEnd, single),
        Template.parse(
            file, Math.min(lineEnd + 1, text.length()), text.length(), form.placeholders()));
  }

  private static Template brief(TextFile file, Form form) {
    if (file.text().startsWith(SUBJECT)) {
      file.problem(0, "a short text has no subject", "remove the line");
    }
    requireBody(file, 0);
    return Template.parse(file, 0, file.text().length(), form.placeholders());
  }

  private static void requireBody(TextFile file, int from) {
    if (file.text().substring(from).isBlank()) {
      file.problem(from, "there is no text", "");
    }
  }

  /** The long text, its subject in one line. */
  Text mail(Form form, Map<String, String> values) {
    Mail mail = Objects.requireNonNull(mails.get(form));
    String subject = mail.subject().fill(values).strip();
    String cut =
        subject.substring(
            0,
            subject.offsetByCodePoints(
                0, Math.min(SUBJECT_CHARACTERS_MAX, subject.codePointCount(0, subject.length()))));
    return new Text(cut, mail.body().fill(values).strip() + "\n");
  }

  /** The short text: one line in the alphabet of short messages, of three parts at most. */
  String brief(Form form, Map<String, String> values) {
    String text = Objects.requireNonNull(shorts.get(form)).fill(values);
    String line = Inert.gsm(text.strip().replaceAll("\\s+", " "));
    return line.substring(0, Math.min(SMS_CHARACTERS_MAX, line.length()));
  }
}
