package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.RunningConnector;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person records of a case, by the connector that runs or on its store. */
class DeadlinesCommandTest {
  private static final String ID = "9400001";
  private static final String LATER = "9400002";

  @TempDir private Path folder;
  private CasesRig rig;

  @BeforeEach
  void aCaseOfAnInformationRequest() {
    rig = new CasesRig(folder);
    rig.write(
        (store, tx) -> {
          store.complaints().save(tx, CasesRig.request(ID, CasesRig.RECEIVED));
          store.complaints().save(tx, CasesRig.request(LATER, Shell.NOW.minus(Duration.ofDays(7))));
        });
  }

  private String explained(String id) {
    assertThat(rig.run("explain", id, "--lang", "en")).isZero();
    return rig.out();
  }

  @Test
  void anExtensionNeedsAReasonAndMovesTheDueDayOnce() {
    assertThat(rig.run("deadlines", "extend", LATER, "uu14.answer")).isEqualTo(64);
    String why = "berkas di arsip";

    assertThat(rig.run("deadlines", "extend", LATER, "uu14.answer", "--reason", why)).isZero();
    assertThat(rig.out()).isEqualTo("dicatat\n");
    assertThat(explained(LATER)).contains("uu14.answer", "Tuesday, 12 January 2027", why);

    assertThat(rig.run("deadlines", "extend", LATER, "uu14.answer", "--reason", why)).isEqualTo(65);
    assertThat(rig.err()).startsWith("error[deadlines.refused]: ").hasLineCount(1);
    // This one's ten days were over on the seventh.
    assertThat(rig.run("deadlines", "extend", ID, "uu14.answer", "--reason", why)).isEqualTo(65);
    assertThat(rig.run("deadlines", "extend", LATER, "sp4n.info_request", "--reason", why))
        .isEqualTo(65);
  }

  @Test
  void theRunningConnectorRecordsWhatItIsToldAndTheStoryKeepsIt() {
    try (RunningConnector running = rig.start()) {
      assertThat(running.address()).isPresent();
      assertThat(
              rig.run(
                  "deadlines",
                  "record",
                  ID,
                  "correction-requested",
                  "--at",
                  "2026-11-24T10:00",
                  "--who",
                  "ppid"))
          .isZero();
      assertThat(rig.err()).isEmpty();
      assertThat(explained(ID)).contains("pdp.correct", "27 November 2026");
      assertThat(rig.run("deadlines", "--json")).isZero();
      assertThat(rig.out()).contains("\"pdp.correct\"").doesNotContain("ZZPII", "KTP");
      assertThat(rig.run("deadlines", "draft", ID)).isZero();
      assertThat(rig.out()).isEqualTo("Tidak ada konsep teguran.\n");
    }
    assertThat(rig.run("show", ID, "--lang", "en")).isZero();
    assertThat(rig.out()).contains("operator:ppid recorded by a person: CORRECTION_REQUESTED");
  }

  @ParameterizedTest(name = "{0} ends with {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deadlines record 9400001 closed                               | 64 | usage
          deadlines record 9400001 extended                             | 64 | usage
          deadlines record 9400001 file-complete --at 2099-01-01        | 65 | deadlines.refused
          deadlines record 9400001 file-complete --at 2026-01-01        | 65 | deadlines.refused
          deadlines record 9400001 file-complete --at kemarin           | 64 | usage
          deadlines record 9499999 file-complete                        | 65 | deadlines.refused
          deadlines record x file-complete                              | 64 | usage
          deadlines extend 9400001 no.such_rule --reason x              | 65 | deadlines.refused
          deadlines --agency ../x                                       | 64 | usage
          deadlines draft 9499999                                       | 65 | case.unknown
          explain 9499999                                               | 65 | case.unknown
          explain x                                                     | 64 | usage
          """)
  void whatCannotBeDoneIsRefusedInOneLine(String line, int exit, String code) {
    assertThat(rig.run(line.split(" "))).isEqualTo(exit);
    assertThat(rig.err()).startsWith("error[" + code + "]: ").hasLineCount(1);

    try (RunningConnector running = rig.start()) {
      assertThat(running.address()).isPresent();
      assertThat(rig.run(line.split(" "))).isEqualTo(exit);
      assertThat(rig.err()).startsWith("error[" + code + "]: ").hasLineCount(1);
    }
  }
}
