package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.delivery.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What commands say, in each language. */
class MessagesTest {
  @ParameterizedTest
  @EnumSource(Messages.Language.class)
  void everythingThatAStoryCanTellHasItsWords(Messages.Language language) {
    Messages messages = Messages.in(language);

    assertThat(AuditEntry.Action.values())
        .allSatisfy(it -> assertThat(messages.of("action", it)).isNotBlank());
    assertThat(State.values()).allSatisfy(it -> assertThat(messages.of("state", it)).isNotBlank());
    assertThat(
            new String[] {
              "open",
              "update",
              "publish",
              "forward",
              "fetch",
              "fetch-files",
              "attach",
              "notify",
              "upload",
              "create"
            })
        .allSatisfy(it -> assertThat(messages.text("operation." + it)).isNotBlank());
  }
}
