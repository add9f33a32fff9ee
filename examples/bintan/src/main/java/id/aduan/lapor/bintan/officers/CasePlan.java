package id.aduan.lapor.bintan.officers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What will be done with one ticket, and by whom. */
record CasePlan(String officer, List<Step> steps) {
  private static final List<String> OFFICERS =
      List.of("Sari Wulandari", "Budi Hartono", "Rina Marlina", "Zulkifli", "Dewi Anggraini");

  CasePlan {
    steps = List.copyOf(steps);
  }

  /** The same habits, number and random numbers make the same plan. */
  static CasePlan draw(OfficerHabits habits, String number, RandomGenerator random) {
    var officer = OFFICERS.get(random.nextInt(OFFICERS.size()));
    if (isWithin(habits.declinePercent(), random)) {
      var pause = pause(habits.answerPauseMax(), random);
      return new CasePlan(
          officer, List.of(new Step(pause, Step.Act.DECLINE, AnswerTexts.notOurs())));
    }
    var steps = new ArrayList<Step>();
    steps.add(new Step(pause(habits.acceptPauseMax(), random), Step.Act.ACCEPT, ""));
    if (isWithin(habits.notePercent(), random)) {
      add(steps, Step.Act.NOTE, NoteTexts.draw(random), habits, random);
    }
    addAnswers(steps, habits, number, random);
    return new CasePlan(officer, steps);
  }

  private static void addAnswers(
      List<Step> steps, OfficerHabits habits, String number, RandomGenerator random) {
    boolean isPasted = isWithin(habits.pastePercent(), random);
    var last = isPasted ? AnswerTexts.pasted(random) : AnswerTexts.written(number, random);
    if (isWithin(habits.interimPercent(), random)) {
      // Whoever pastes the final answer has often pasted it before, on the same ticket.
      var first = isPasted ? last : AnswerTexts.interim(number, random);
      add(steps, Step.Act.ANSWER_FOR_NOW, first, habits, random);
    }
    add(steps, Step.Act.ANSWER_FINALLY, last, habits, random);
  }

  private static void add(
      List<Step> steps, Step.Act act, String text, OfficerHabits habits, RandomGenerator random) {
    steps.add(new Step(pause(habits.answerPauseMax(), random), act, text));
  }

  private static boolean isWithin(int percent, RandomGenerator random) {
    return random.nextInt(100) < percent;
  }

  private static Duration pause(Duration max, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(max.toMillis() + 1));
  }
}
