package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does with what waits, while no connector runs. */
@Tag("C12")
class ParkedCommandsTest {
  private static final String FIRST = ParkedFixture.caseNumber(0);

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private ParkedFixture store = ParkedFixture.in(Path.of(""));

  @BeforeEach
  void fill() {
    sample = SampleConfig.in(folder);
    store = ParkedFixture.in(folder);
    store.park(2, "dishub", Settlement.REFUSED);
    store.park(1, "dishub", Settlement.UNKNOWN_OUTCOME);
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("parked"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }

  private List<AuditEntry> trail(Action action) {
    return store.with(
        it ->
            it.read(tx -> it.audit().after(tx, 0, 1000)).stream()
                .map(numbered -> numbered.entry())
                .filter(entry -> entry.action() == action)
                .toList());
  }

  @Test
  void oneIsLetGoAndItsLineSaysSo() {
    assertThat(run("replay", "1", "--lang", "en", "--who", "budi", "--reason", "mended")).isZero();

    assertThat(shell.out()).isEqualTo("1  done: goes out again to dishub\n");
    assertThat(shell.err()).isEmpty();
    assertThat(store.entries(FIRST))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(State.WAITING);
              assertThat(it.attempts()).isZero();
            });
    assertThat(trail(Action.REPLAYED))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isEqualTo("operator:budi");
              assertThat(it.subject()).isEqualTo(FIRST);
              assertThat(it.detail()).contains("LC-REFUSED", "reason: mended");
            });
  }

  @Test
  @Tag("C7")
  void whatMayBeThereIsLookedUpFirst() {
    assertThat(run("replay", "3", "--json")).isZero();

    assertThat(shell.out()).contains("\"code\":\"looked_up_first\"").hasLineCount(1);
    assertThat(store.count(State.UNCERTAIN)).isEqualTo(1);
  }

  @Test
  @Tag("C7")
  void whereTheAgencyCannotBeAskedThePersonHasToSay() {
    sample.replace(
        "      find: {path: \"/tickets?ref={reference}\", items: /data, ticket: /id}", "");

    assertThat(run("replay", "3", "--lang", "en")).isEqualTo(65);
    assertThat(shell.out()).startsWith("3  not done: it may be there, and dishub cannot be asked");
    assertThat(store.count(State.PARKED)).isEqualTo(3);

    assertThat(run("replay", "3", "--present", "T-9", "--lang", "en")).isZero();
    assertThat(store.entries(ParkedFixture.caseNumber(2)).get(0).reference()).isEqualTo("T-9");
    assertThat(trail(Action.TICKET_OPENED)).hasSize(1);
  }

  @Test
  void aFilterTellsWhatItWouldDoAndDoesItOnlyWithYes() {
    assertThat(run("replay", "--code", "LC-REFUSED", "--lang", "en")).isEqualTo(64);
    assertThat(shell.out())
        .hasLineCount(2)
        .contains("1  would be done: goes out again", "2  would be done: ");
    assertThat(shell.err()).startsWith("error[usage.yes]: ").contains("nothing was changed");
    assertThat(run("replay", "--code", "LC-REFUSED", "--json")).isEqualTo(64);
    assertThat(shell.out()).hasLineCount(2).contains("\"wouldBeDone\":true");
    assertThat(store.count(State.PARKED)).isEqualTo(3);

    assertThat(run("replay", "--code", "LC-REFUSED", "--yes", "--lang", "en")).isZero();
    assertThat(shell.out()).endsWith("Done: 2, not done: 0\n").hasLineCount(3);
    assertThat(store.count(State.WAITING)).isEqualTo(2);

    assertThat(run("replay", "--code", "LC-REFUSED", "--yes", "--lang", "en")).isZero();
    assertThat(shell.out()).isEqualTo("Nothing that waits is meant.\n");
    assertThat(trail(Action.REPLAYED)).hasSize(2);
  }

  @Test
  void aMappingVersionChoosesToo() {
    assertThat(run("replay", "--mapping-version", "2020-01-01", "--yes")).isZero();
    assertThat(store.count(State.PARKED)).isEqualTo(3);

    assertThat(run("replay", "--mapping-version", "2026-11-01", "--agency", "dishub", "--yes"))
        .isZero();
    assertThat(store.count(State.PARKED)).isZero();
  }

  @Test
  void oneThatIsRefusedDoesNotHoldUpTheOthers() {
    assertThat(run("replay", "1", "77", "2", "--json")).isEqualTo(65);

    assertThat(shell.out()).hasLineCount(3).contains("\"code\":\"unknown\"");
    assertThat(store.count(State.WAITING)).isEqualTo(2);
  }

  @Test
  void whatIsGivenUpNeedsAReasonAndStaysInTheStory() {
    assertThat(run("discard", "1")).isEqualTo(64);
    assertThat(shell.err()).startsWith("error[usage]: this needs --reason");
    assertThat(run("discard", "1", "--reason", " ")).isEqualTo(64);
    assertThat(store.count(State.PARKED)).isEqualTo(3);

    assertThat(run("discard", "1", "--reason", "filed by hand", "--lang", "en")).isZero();

    assertThat(shell.out()).isEqualTo("1  done: given up\n");
    assertThat(shell.run("show", FIRST, "--lang", "en", "--config", sample.file().toString()))
        .isZero();
    assertThat(shell.out()).contains("discarded", "filed by hand");
    assertThat(store.entries(FIRST))
        .extracting(OutboxView.Row::state)
        .containsExactly(State.DISCARDED);
    assertThat(shell.run("store", "verify", "--config", sample.file().toString())).isZero();
  }

  /**
   * Nothing changes, and no value is printed back. An empty word, as of an unset variable, is ∅.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replay                                              | 64
          replay --all                                        | 64
          replay --yes                                        | 64
          replay 1 --all --yes                                | 64
          replay 1 --code LC-REFUSED --yes                    | 64
          replay --all --code LC-REFUSED --yes                | 64
          replay 77                                           | 65
          replay in-0123456789abcdef                          | 65
          replay seven                                        | 64
          replay 9999999999999999999                          | 64
          replay -- -1                                        | 64
          replay 1 --mapping newest                           | 64
          replay 1 --present T-1 --absent                     | 64
          replay 1 --present T-1 --mapping new                | 64
          replay 1 2 --present T-1                            | 64
          replay --all --absent --yes                         | 64
          replay --all --dry-run --reason x                   | 64
          replay 1 --dry-run                                  | 64
          replay 77 --dry-run --reason x                      | 65
          replay --since 2026-13-01 --yes                     | 64
          replay --since yesterday --yes                      | 64
          replay --since 2026-12-05 --until 2026-12-01 --yes  | 64
          replay --since +10000-01-01T00:00:00Z --yes         | 64
          replay --until -999999999-01-01T00:00:00Z --yes     | 64
          list --since +999999999-12-31T00:00:00Z             | 64
          replay --agency Dishub --yes                        | 64
          replay --agency ∅ --yes                             | 64
          replay --code ∅ --yes                               | 64
          replay --mapping-version ∅ --yes                    | 64
          replay --mapping-version ∅ --code LC-REFUSED --yes  | 64
          replay --since ∅ --yes                              | 64
          replay 1 --who ∅                                    | 64
          replay --code ZZSEC"x --yes                         | 64
          replay 1 --who a/b                                  | 64
          discard 77 --reason x                               | 65
          discard --reason x                                  | 64
          show 1 --raw                                        | 64
          show 77 --raw --reason x                            | 65
          """)
  void whatIsNotMeantChangesNothing(String line, int exit) {
    String[] words =
        Stream.of(line.split(" ")).map(it -> it.replace("∅", "")).toArray(String[]::new);

    assertThat(run(words)).isEqualTo(exit);

    assertThat(shell.err() + shell.out()).doesNotContain("Exception", "Dishub", "ZZSEC", "a/b");
    assertThat(store.count(State.PARKED)).isEqualTo(3);
    assertThat(Stream.of(Action.REPLAYED, Action.DISCARDED, Action.CONTENT_READ))
        .allSatisfy(action -> assertThat(trail(action)).isEmpty());
  }

  @Test
  void anEntryOfAnotherStateIsToldToBeUnknown() {
    assertThat(run("replay", "1")).isZero();

    assertThat(run("replay", "1", "--json")).isEqualTo(65);
    assertThat(shell.out()).contains("\"done\":false,\"code\":\"unknown\"");
    assertThat(run("discard", "1", "--reason", "x")).isEqualTo(65);
    assertThat(store.count(State.WAITING)).isEqualTo(1);
  }

  @Test
  @Tag("S26")
  void whatIsKeptIsShownForAReasonThatTheTrailKeeps() {
    assertThat(run("show", "1", "--raw", "--reason", "the agency asked", "--who", "ani")).isZero();

    assertThat(shell.out()).contains("Siti ZZPII-1");
    assertThat(trail(Action.CONTENT_READ))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.actor()).isEqualTo("operator:ani");
              assertThat(it.subject()).isEqualTo(FIRST);
              assertThat(it.detail()).contains("the agency asked").doesNotContain("ZZPII");
            });
    assertThat(run("list")).isZero();
    assertThat(shell.out()).doesNotContain("ZZPII");
  }

  @Test
  @Tag("C7")
  void aDryRunSaysWhatComesFirst() {
    assertThat(run("replay", "3", "--dry-run", "--reason", "look")).isZero();
    assertThat(shell.out()).startsWith("it is looked up first; ").contains("\nPOST http://");

    assertThat(run("replay", "3", "--absent", "--dry-run", "--reason", "look")).isZero();
    assertThat(shell.out()).startsWith("POST http://");
  }

  @Test
  void whoCalledSudoIsWhoActs() {
    assertThat(runAs("budi", "replay", "1")).isZero();
    assertThat(runAs("no body\n", "replay", "2")).isZero();
    assertThat(runAs("budi", "discard", "3", "--reason", "x", "--who", "ani")).isZero();

    assertThat(trail(Action.REPLAYED))
        .extracting(AuditEntry::actor)
        .containsExactly("operator:budi", "operator:" + System.getProperty("user.name"));
    assertThat(trail(Action.DISCARDED))
        .extracting(AuditEntry::actor)
        .containsExactly("operator:ani");
  }

  private int runAs(String sudoUser, String... args) {
    Map<String, String> environment = new HashMap<>(SampleConfig.ENVIRONMENT);
    environment.put("SUDO_USER", sudoUser);
    List<String> all = new ArrayList<>(List.of("parked"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.runIn(environment, all.toArray(String[]::new));
  }

  @Test
  @Tag("S26")
  void aDryRunShowsTheRequestAndChangesNothing() throws Exception {
    assertThat(run("replay", "1", "--dry-run", "--reason", "look")).isZero();

    assertThat(shell.out())
        .startsWith("POST http://127.0.0.1:1/dishub/tickets\n")
        .contains("Content-Type: application/json\n", "\"nomor\":\"" + FIRST + "\"");
    assertThat(store.count(State.PARKED)).isEqualTo(3);
    assertThat(trail(Action.CONTENT_READ)).hasSize(1);
    assertThat(run("replay", "1", "--dry-run", "--reason", "look", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(shell.out()).at("/calls/0/method").asText())
        .isEqualTo("POST");
  }
}
