package id.aduan.lapor.bintan.officers;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.EntryKind;
import id.aduan.lapor.bintan.desk.Ledger;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.StatusWords;
import id.aduan.lapor.bintan.desk.Submission;
import id.aduan.lapor.bintan.desk.Timeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfficersTest {
  private static final long SEED = 20261125;
  private static final OfficerHabits HABITS = OfficerHabits.usual(Duration.ofMillis(2));
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void everyTicketGetsAFinalAnswerWhetherItCameBeforeOrAfterTheStart() throws Exception {
    var desk = desk();
    file(desk, 0, 40);

    try (var officers = new Officers(List.of(desk), HABITS, SEED, executor)) {
      officers.start();
      file(desk, 40, 80);

      assertThat(officers.awaitAllAnswered(WAIT_MAX)).isTrue();
      assertThat(officers.answersGiven()).isEqualTo(desk.ledger().answers().size());
    }
    assertThat(desk.tickets())
        .hasSize(80)
        .allSatisfy(t -> assertThat(desk.status(t.number())).isEqualTo(desk.words().done()));
  }

  @Test
  void everyNoteAndNoAnswerCarriesTheMarker() throws Exception {
    var desk = worked(100, HABITS);

    assertThat(desk.ledger().notes())
        .isNotEmpty()
        .allSatisfy(n -> assertThat(n.text()).containsPattern("CATATAN-INTERNAL-[0-9a-f]{8}$"));
    assertThat(desk.ledger().answers())
        .allSatisfy(a -> assertThat(a.text()).doesNotContain(Officers.NOTE_MARKER));
  }

  @Test
  void answersAreLongPastedTwiceAndFullOfMarkup() throws Exception {
    var desk = worked(200, HABITS);

    var texts = desk.ledger().answers().stream().map(Entry::text).toList();

    assertThat(texts).anyMatch(text -> text.length() >= 900);
    assertThat(texts).anyMatch(text -> text.contains("<b>"));
    assertThat(texts).anyMatch(text -> text.contains("\n"));
    assertThat(texts).anyMatch(text -> text.contains("\""));
    assertThat(new HashSet<>(texts)).hasSizeLessThan(texts.size());
    assertThat(desk.tickets())
        .anySatisfy(
            ticket ->
                assertThat(answers(desk, ticket.number()))
                    .hasSize(2)
                    .allMatch(answers(desk, ticket.number()).get(0)::equals));
  }

  @Test
  void theSameSeedMakesTheSameAnswers() throws Exception {
    assertThat(story(worked(50, HABITS))).isEqualTo(story(worked(50, HABITS)));
  }

  @Test
  void aTicketTurnedAwayHasAnAnswerToo() throws Exception {
    var desk = worked(5, HABITS.withDeclinePercent(100));

    assertThat(desk.ledger().answers())
        .hasSize(5)
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo("5"));
  }

  @Test
  void waitingEndsWhenOfficersAreTooSlow() throws Exception {
    var desk = desk();
    file(desk, 0, 1);
    var slow = OfficerHabits.usual(Duration.ofDays(300));

    try (var officers = new Officers(List.of(desk), slow, SEED, executor)) {
      officers.start();

      assertThat(officers.awaitAllAnswered(Duration.ofMillis(20))).isFalse();
    }
  }

  private CaseRegister worked(int tickets, OfficerHabits habits) throws InterruptedException {
    var desk = desk();
    file(desk, 0, tickets);
    try (var officers = new Officers(List.of(desk), habits, SEED, executor)) {
      officers.start();
      assertThat(officers.awaitAllAnswered(WAIT_MAX)).isTrue();
    }
    return desk;
  }

  private static List<List<String>> story(CaseRegister desk) {
    return desk.tickets().stream()
        .map(ticket -> desk.history(ticket.number()).stream().map(Entry::text).toList())
        .toList();
  }

  private static List<String> answers(CaseRegister desk, String number) {
    return desk.history(number).stream()
        .filter(entry -> entry.kind() == EntryKind.ANSWER)
        .map(Entry::text)
        .toList();
  }

  private static CaseRegister desk() {
    var words = IntStream.rangeClosed(1, 5).mapToObj(i -> new StatusWord("" + i, "S" + i)).toList();
    var clock = InstantSource.system();
    return new CaseRegister(
        new StatusWords(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4)),
        (unit, sequence, filedAt) -> unit + "/" + sequence,
        clock,
        new Ledger(null),
        new Timeline("OPD", clock));
  }

  private static void file(CaseRegister desk, int from, int to) {
    IntStream.range(from, to)
        .mapToObj(i -> new Submission("PUPR", "ref-" + i, "Jalan berlubang", Map.of(), "{}"))
        .forEach(desk::file);
  }
}
