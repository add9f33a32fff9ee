package id.aduan.lapor.runner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.sync.CaseAnswer;
import id.aduan.lapor.sync.ParkedAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
  @Test
  void everyCodeStandsInATable() throws Exception {
    String text = Files.readString(Path.of("../../docs/reference/configuration.md"));

    assertThat(Stream.of(Alert.Kind.values()).map(it -> new Alert(it, "dishub", "").code()))
        .allSatisfy(code -> assertThat(text).contains("\n| `" + code + "` | "));
    assertThat(Stream.of(ParkedAnswer.Done.values()).map(Enum::name))
        .allSatisfy(it -> assertThat(text).contains(row(it, "yes")));
    assertThat(Stream.of(ParkedAnswer.Refusal.values()).map(Enum::name))
        .allSatisfy(it -> assertThat(text).contains(row(it, "no")));
    assertThat(Stream.of(CaseAnswer.Done.values()).map(Enum::name))
        .allSatisfy(it -> assertThat(text).contains(row(it, "yes")));
    assertThat(Stream.of(CaseAnswer.Refusal.values()).map(Enum::name))
        .allSatisfy(it -> assertThat(text).contains(row(it, "no")));
  }

  private static String row(String name, String done) {
    return "\n| `" + name.toLowerCase(Locale.ROOT) + "` | " + done + " | ";
  }
}
