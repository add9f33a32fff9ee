package id.aduan.lapor.bintan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest {
  @ParameterizedTest
  @EnumSource
  void everything_that_can_be_done_to_a_case_has_a_sentence(Action action) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Timeline timeline = new Timeline(new PrintStream(out, true, StandardCharsets.UTF_8));

    timeline.tell(new AuditEntry(Instant.EPOCH, "dishub", action, "9200001", "rincian"));
    timeline.say("");

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("9200001    konektor    ");
  }
}
