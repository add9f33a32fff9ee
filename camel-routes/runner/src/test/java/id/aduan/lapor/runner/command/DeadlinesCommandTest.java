package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person records of a case, by the connector that runs or on its store. */
class DeadlinesCommandTest {
  private static final String ID = "9400001";
  private static final String LATER = "9400002";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void aCaseOfAnInformationRequest() {
    sample = SampleConfig.in(folder);
    start().close();
    Path file = folder.resolve("store/lapor.db");
    try (JdbcStore store =
        JdbcStore.sqlite(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)))) {
      boolean unused =
          store.inTransaction(
              tx -> {
                store.complaints().save(tx, record(ID, RECEIVED));
                store.complaints().save(tx, record(LATER, Shell.NOW.minus(Duration.ofDays(7))));
                return true;
              });
    }
  }

  private static CaseRecord record(String id, Instant received) {
    Complaint complaint =
        new Complaint(
            new TrackingId(id),
            "Berapa biaya KTP?",
            "ZZPII isi",
            Optional.of(new Category("1398", "")),
            new Classification(Classification.Kind.INFORMATION_REQUEST, "Permintaan Informasi"),
            "Website",
            Visibility.UNKNOWN,
            Optional.of(received),
            Optional.empty(),
            "",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            new Reporter("ZZPII nama", "ZZPII", "zzpii@example.invalid"),
            List.of());
    CaseRecord.Assignment dishub =
        new CaseRecord.Assignment(new AgencyCode("dishub"), "CATEGORY", "mapping.yaml:4", "1");
    return new CaseRecord(
        complaint, OptionalLong.of(1), Optional.empty(), received, Optional.of(dishub));
  }

  private RunningConnector start() {
    LateTransport transport = new LateTransport();
    return RunningConnector.start(sample.load(transport), transport);
  }

  private int run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--config";
    all[words.length + 1] = "" + sample.file();
    return shell.run(all);
  }

  private String explained(String id) {
    assertThat(run("explain", id, "--lang", "en")).isZero();
    return shell.out();
  }

  @Test
  void anExtensionNeedsAReasonAndMovesTheDueDayOnce() {
    assertThat(run("deadlines", "extend", LATER, "uu14.answer")).isEqualTo(64);
    String why = "berkas di arsip";

    assertThat(run("deadlines", "extend", LATER, "uu14.answer", "--reason", why)).isZero();
    assertThat(shell.out()).isEqualTo("dicatat\n");
    assertThat(explained(LATER)).contains("uu14.answer", "Tuesday, 12 January 2027", why);

    assertThat(run("deadlines", "extend", LATER, "uu14.answer", "--reason", why)).isEqualTo(65);
    assertThat(shell.err()).startsWith("error[deadlines.refused]: ").hasLineCount(1);
    // This one's ten days were over on the seventh.
    assertThat(run("deadlines", "extend", ID, "uu14.answer", "--reason", why)).isEqualTo(65);
    assertThat(run("deadlines", "extend", LATER, "sp4n.info_request", "--reason", why))
        .isEqualTo(65);
  }

  @Test
  void theRunningConnectorRecordsWhatItIsToldAndTheStoryKeepsIt() {
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(
              run(
                  "deadlines",
                  "record",
                  ID,
                  "correction-requested",
                  "--at",
                  "2026-11-24T10:00",
                  "--who",
                  "ppid"))
          .isZero();
      assertThat(shell.err()).isEmpty();
      assertThat(explained(ID)).contains("pdp.correct", "27 November 2026");
      assertThat(run("deadlines", "--json")).isZero();
      assertThat(shell.out()).contains("\"pdp.correct\"").doesNotContain("ZZPII", "KTP");
      assertThat(run("deadlines", "draft", ID)).isZero();
      assertThat(shell.out()).isEqualTo("Tidak ada konsep teguran.\n");
    }
    assertThat(run("show", ID, "--lang", "en")).isZero();
    assertThat(shell.out()).contains("operator:ppid recorded by a person: CORRECTION_REQUESTED");
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
    assertThat(run(line.split(" "))).isEqualTo(exit);
    assertThat(shell.err()).startsWith("error[" + code + "]: ").hasLineCount(1);

    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(run(line.split(" "))).isEqualTo(exit);
      assertThat(shell.err()).startsWith("error[" + code + "]: ").hasLineCount(1);
    }
  }
}
