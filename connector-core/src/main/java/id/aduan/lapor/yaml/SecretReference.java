package id.aduan.lapor.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows {@code ${env:NAME}} and {@code ${file:PATH}}; what they lead to is never shown. */
final class SecretReference {

  private static final Pattern FORM =
      Pattern.compile("\\$\\{(?:env:(?<env>[A-Za-z_][A-Za-z0-9_]*)|file:(?<file>[^{}]+))}");
  private static final Pattern ANYWHERE = Pattern.compile("\\$\\{(env|file):");
  private static final int FILE_BYTES_MAX = 64 * 1024;

  private SecretReference() {}

  static boolean isIn(String text) {
    return ANYWHERE.matcher(text).find();
  }

  static Optional<Secret> resolve(YamlScalar scalar, Source source) {
    Matcher form = FORM.matcher(scalar.text());
    if (!form.matches()) {
      scalar.problem(
          scalar.label() + " must say where the secret is, not the secret",
          "write ${env:NAME} or ${file:PATH}");
      return Optional.empty();
    }
    String variable = form.group("env");
    return variable != null
        ? fromEnvironment(variable, scalar, source)
        : fromFile(form.group("file"), scalar, source);
  }

  private static Optional<Secret> fromEnvironment(String name, YamlScalar scalar, Source source) {
    @Nullable String value = source.environment().apply(name);
    if (value == null || value.isEmpty()) {
      String state = value == null ? "not set" : "empty";
      scalar.problem(
          "%s needs the environment variable %s, which is %s"
              .formatted(scalar.label(), name, state),
          "set it before the start");
      return Optional.empty();
    }
    return Optional.of(Secret.of(value));
  }

  private static Optional<Secret> fromFile(String name, YamlScalar scalar, Source source) {
    String what = scalar.label() + " needs the file " + Excerpt.of(name);
    try {
      Path path = source.directory().resolve(name);
      String text = withoutLastNewline(read(path));
      if (!text.isEmpty()) {
        return Optional.of(Secret.of(text));
      }
      scalar.problem(what + ", which is empty", "");
    } catch (CharacterCodingException e) {
      scalar.problem(what + ", which is not UTF-8 text", "");
    } catch (IOException e) {
      String reason = FileText.reason(source.directory().resolve(name), e);
      scalar.problem(what + ", but " + reason, "the path is relative to this file's folder");
    } catch (InvalidPathException e) {
      scalar.problem(what + ", but that is not a path", "");
    }
    return Optional.empty();
  }

  private static String read(Path path) throws IOException {
    byte[] bytes = FileText.read(path, FILE_BYTES_MAX + 1);
    if (bytes.length > FILE_BYTES_MAX) {
      throw new IOException("a secret is at most " + FILE_BYTES_MAX + " bytes");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String withoutLastNewline(String text) {
    return text.replaceFirst("\\r?\\n\\z", "");
  }
}
