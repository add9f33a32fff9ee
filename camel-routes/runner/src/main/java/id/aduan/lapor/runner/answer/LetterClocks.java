package id.aduan.lapor.runner.answer;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.explain.IndonesianDates;
import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.runner.config.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The deadlines of a case as a letter tells them on its day. What the reporter or the portal has to
 * do is none of an office's, and a clock that was replaced counts no more.
 *
 * @param on the letter's day
 */
record LetterClocks(LetterKind kind, List<Clock> clocks, LocalDate on) {

  /** When the agency has to have acted: the earliest of its clocks that run. */
  Optional<LocalDate> agencysDue() {
    return clocks.stream()
        .filter(it -> it.state() == Clock.State.RUNNING && it.duty() == Duty.AGENCY)
        .map(it -> it.due().date())
        .min(Comparator.naturalOrder());
  }

  /** Those that the letter is about; to an agency its own alone. */
  List<Map<String, String>> rows(Whereabouts whereabouts) {
    List<Clock> told = clocks.stream().filter(this::concerns).toList();
    if (told.isEmpty()) {
      return List.of();
    }
    Map<String, String> names =
        whereabouts.deadlines().rules().rules().stream()
            .collect(Collectors.toMap(ClockRule::id, rule -> rule.name().id(), (a, b) -> a));
    List<Map<String, String>> items = new ArrayList<>();
    for (Clock clock : told) {
      items.add(
          Map.of(
              "nomor", Integer.toString(items.size() + 1),
              "aturan", names.getOrDefault(clock.rule(), clock.rule()),
              "tanggal", IndonesianDates.date(clock.due().date()),
              "keadaan", standing(clock)));
    }
    return items;
  }

  private boolean concerns(Clock clock) {
    boolean isToAgency = kind == LetterKind.COVERING || kind == LetterKind.REPRIMAND;
    return clock.state() != Clock.State.REPLACED
        && (isToAgency ? clock.duty() == Duty.AGENCY : clock.duty().isOffices());
  }

  private String standing(Clock clock) {
    return switch (clock.state()) {
      case RUNNING -> clock.due().date().isBefore(on) ? "Lewat tenggat" : "Berjalan";
      case PAUSED -> "Dihentikan sementara";
      case MET -> "Terpenuhi";
      case MISSED -> "Terlampaui";
      case DROPPED -> "Gugur";
      case REPLACED -> "Diganti";
    };
  }
}
