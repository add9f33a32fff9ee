package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.sync.Transitions.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/reference/state.md} shows is what the program holds. */
class StateDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "state.md");

  private static String document() throws IOException {
    return Files.readString(DOCUMENT).replace("\r\n", "\n");
  }

  @Test
  void the_portals_transitions_are_those_of_the_program() throws IOException {
    String table =
        Arrays.stream(Stage.values())
            .filter(from -> from != Stage.UNKNOWN)
            .map(from -> "| `%s` | %s |".formatted(from, names(Transitions.steps(from))))
            .collect(Collectors.joining("\n"));

    assertThat(document()).contains("| from | to |\n| --- | --- |\n" + table + "\n");
  }

  @Test
  void what_may_be_written_in_which_stage_is_that_of_the_program() throws IOException {
    String table =
        Arrays.stream(Stage.values())
            .map(
                in ->
                    "| `%s` | %s | %s |"
                        .formatted(in, may(Write.ANSWER, in), may(Write.FORWARD, in)))
            .collect(Collectors.joining("\n"));

    assertThat(document())
        .contains("| stage | answer | forward, give back |\n| --- | --- | --- |\n" + table + "\n");
  }

  @Test
  void each_field_has_the_owner_that_the_program_gives_it() throws IOException {
    String text = document();

    for (Authority field : Authority.values()) {
      assertThat(text).contains("| `%s` | `%s` |".formatted(field, field.owner()));
    }
  }

  private static String may(Write what, Stage in) {
    return Transitions.mayWrite(what, in) ? "yes" : "waits for a person";
  }

  private static String names(Set<Stage> stages) {
    return stages.isEmpty()
        ? "nothing"
        : stages.stream().sorted().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }
}
