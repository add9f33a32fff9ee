package id.aduan.lapor.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

  private static final String STRANGE = "{AAAA-$1-\\u0041-${env:OTHER}}";

  @TempDir Path folder;
  private final Problems problems = new Problems();

  @BeforeEach
  void writeSecretFiles() throws IOException {
    Files.writeString(folder.resolve("token"), STRANGE + "\n");
    Files.writeString(folder.resolve("windows"), "a\n\r\n");
    Files.writeString(folder.resolve("empty"), "\n");
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
  }

  private YamlMap read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("lapor.yaml"), yaml);
    Map<String, String> environment = Map.of("TOKEN", STRANGE, "BLANK", "");
    return YamlFile.read(file, problems, YamlLimits.DEFAULT, environment::get);
  }

  @Test
  void aSecretComesUnchangedFromItsVariable() throws IOException {
    Secret secret = read("token: ${env:TOKEN}\n").requiredSecret("token");

    assertThat(secret.reveal()).isEqualTo(STRANGE);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aSecretComesFromItsFileWithoutTheLastNewline() throws IOException {
    YamlMap map = read("token: ${file:token}\nwindows: '${file:./windows}'\n");

    assertThat(map.requiredSecret("token").reveal()).isEqualTo(STRANGE);
    assertThat(map.requiredSecret("windows").reveal()).isEqualTo("a\n");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void severalSecretsAreReadForRotation() throws IOException {
    YamlMap map = read("keys: [\"${env:TOKEN}\", \"${file:windows}\"]\none: ${env:TOKEN}\n");

    assertThat(map.secrets("keys")).extracting(Secret::reveal).containsExactly(STRANGE, "a\n");
    assertThat(map.secrets("one")).hasSize(1);
    assertThat(map.secrets("none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hunter2       | 'token' must say where the secret is, not the secret
          ${env:A B}    | 'token' must say where the secret is, not the secret
          x${env:TOKEN} | 'token' must say where the secret is, not the secret
          ${env:NOPE}   | 'token' needs the environment variable NOPE, which is not set
          ${env:BLANK}  | 'token' needs the environment variable BLANK, which is empty
          ${file:nope}  | 'token' needs the file 'nope', but it does not exist
          ${file:.}     | 'token' needs the file '.', but it is a directory
          ${file:empty} | 'token' needs the file 'empty', which is empty
          ${file:binary}| 'token' needs the file 'binary', which is not UTF-8 text
          """,
      quoteCharacter = '`')
  void aSecretThatCannotBeFoundIsNamedButNeverShown(String written, String expected)
      throws IOException {
    Secret secret = read("a: 1\ntoken: " + written + "\n").requiredSecret("token");

    assertThat(secret).hasToString("***");
    assertThat(problems.list()).hasSize(1);
    Problem problem = problems.list().get(0);
    assertThat(problem.message()).isEqualTo(expected);
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(8);
    assertThat(problem.toString()).doesNotContain("hunter2", "AAAA");
  }

  @Test
  void aSecretPrintsAsStars() {
    assertThat(Secret.of("hunter2")).hasToString("***");
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
  }
}
