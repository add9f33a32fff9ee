package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide for connecting to the portal says of profiles is true of this version. */
class PortalGuideTest {
  private static final Pattern PROFILE =
      Pattern.compile("```yaml\n(# [a-z-]+\\.yaml\n.*?)```", Pattern.DOTALL);
  private static final Pattern QUESTION = Pattern.compile("(?m)^\\| \\d+ \\|[^|]+\\|([^|]+)\\|");
  private static final Pattern KEY = Pattern.compile("`([a-zA-Z]+(?:\\.[a-zA-Z]+)*)`");
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"portal.md", "portal.id.md"})
  void the_profile_that_it_shows_has_no_fault(String page) throws Exception {
    Matcher example = PROFILE.matcher(guide(page));
    assertThat(example.find()).isTrue();
    Files.writeString(dir.resolve("own.yaml"), example.group(1));
    Files.writeString(dir.resolve("lapor.yaml"), "profile: own.yaml\n");
    Problems problems = new Problems();

    Profiles.named(
        YamlFile.read(dir.resolve("lapor.yaml"), problems).scalar("profile").orElseThrow(),
        dir,
        problems);

    assertThat(problems.list()).extracting(Problem::toString).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal.md", "portal.id.md"})
  void each_key_that_answers_a_question_stands_in_the_shipped_profile(String page) {
    String shipped = new String(Profiles.text("sp4n-v3").orElseThrow(), StandardCharsets.UTF_8);
    List<String> keys =
        QUESTION
            .matcher(guide(page))
            .results()
            .flatMap(row -> KEY.matcher(row.group(1)).results())
            .map(key -> key.group(1))
            .filter(key -> !key.startsWith("portal."))
            .toList();

    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(keys)
        .allSatisfy(
            key -> {
              String indent = "";
              for (String part : key.split("\\.", -1)) {
                assertThat(shipped).containsPattern("(?m)^" + indent + part + ":");
                indent += "  ";
              }
            });
  }

  private static String guide(String page) {
    return Documents.read(Documents.root().resolve("docs/guide/" + page));
  }
}
