package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Pause;
import java.time.Instant;
import java.time.ZoneId;

/** Says where a clock stands, and how much time is left or over. */
final class StateWords {
  private final Deadline deadline;
  private final Clock clock;
  private final Unit unit;
  private final ZoneId zone;
  private final Words words;

  StateWords(Deadline deadline, Words words) {
    this.deadline = deadline;
    this.clock = deadline.clock();
    this.unit = clock.limit().unit();
    this.zone = clock.due().zone();
    this.words = words;
  }

  String state() {
    return switch (clock.state()) {
      case RUNNING -> (isLate(deadline.asOf()) ? "" : words.runs()) + open(deadline.asOf());
      case PAUSED -> paused();
      case MET -> words.met(end(), used());
      case MISSED -> words.missed(end(), lateness(deadline.countedUntil()));
      case DROPPED -> words.dropped(end());
      case REPLACED -> words.replaced();
    };
  }

  private String paused() {
    Pause pause = clock.pauses().get(clock.pauses().size() - 1);
    String event =
        deadline.complaint().events().stream()
            .filter(it -> it.at().equals(pause.from()))
            .map(Occurrence::event)
            .filter(deadline.rule().pauseFrom()::contains)
            .findFirst()
            .map(words::event)
            .orElse("?");
    return words.paused(words.moment(pause.from(), zone), event, open(pause.from()));
  }

  private String open(Instant until) {
    return isLate(until)
        ? words.late(lateness(until))
        : words.left(used(), amount(clock.limit().amount() - deadline.used()));
  }

  private boolean isLate(Instant at) {
    return clock.due().isMissedAt(at, unit);
  }

  private String lateness(Instant until) {
    int late = new Usage(clock, deadline.office()).between(clock.due().at(), until);
    return late == 0 ? words.lessThanOne(unit) : amount(late);
  }

  private String used() {
    return amount(deadline.used());
  }

  private String end() {
    return words.moment(deadline.countedUntil(), zone);
  }

  private String amount(int amount) {
    return words.amount(amount, unit);
  }
}
