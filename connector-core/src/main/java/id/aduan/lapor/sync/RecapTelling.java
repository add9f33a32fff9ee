package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Pause;
import id.aduan.lapor.sync.RecapCases.Told;
import id.aduan.lapor.sync.RecapReading.Asked;
import id.aduan.lapor.sync.RecapRow.Part;
import id.aduan.lapor.sync.RecapRow.Standing;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recap tells of a case. Pure but for the calendars that count.
 *
 * @param now clocks that run past it are overdue
 */
record RecapTelling(Asked asked, Instant now, Clockwork clockwork, Usage usage) {
  /** Longer texts are cut: no cell holds more, and a page has to fit into one answer. */
  static final int TEXT_CHARS_MAX = 32_000;

  private static final String CUT = " […]";

  /** How many whole units of a clock's limit were used up by a moment. */
  @FunctionalInterface
  interface Usage {
    Optional<Integer> of(CaseClocks all, Clock clock, Instant asOf);
  }

  /** The row of a case; empty where it has nothing to do with the period or the agency. */
  Optional<RecapRow> row(Told told) {
    RecapView whole = RecapView.of(told);
    if (isOutside(told, whole)) {
      return Optional.empty();
    }
    Optional<RecapView> view =
        asked.agency().map(code -> RecapView.of(told, code, clockwork)).orElse(Optional.of(whole));
    return view.map(it -> row(told, it));
  }

  /** By the whole case, so that the recaps of all and of one have the same cases. */
  private boolean isOutside(Told told, RecapView whole) {
    Instant received = whole.receivedAt();
    Optional<Instant> ended = whole.closedAt().or(() -> told.gone().flatMap(Follow::absentSince));
    return !received.isBefore(asked.before())
        || (received.isBefore(asked.from())
            && ended.filter(at -> at.isBefore(asked.from())).isPresent());
  }

  private RecapRow row(Told told, RecapView view) {
    Complaint complaint = told.record().complaint();
    boolean secret = complaint.visibility().secret().mayBeTrue();
    boolean gone = told.gone().isPresent();
    boolean hidden = gone || (secret && !asked.withSecret());
    String instead = gone ? RecapRow.NO_MORE : RecapRow.HIDDEN;
    return new RecapRow(
        complaint.id().value(),
        view.receivedAt(),
        view.receivedAt().isBefore(asked.from()) ? Part.CARRIED : Part.RECEIVED,
        complaint.classification().kind(),
        complaint.category().map(Category::name).map(RecapTelling::capped).orElse(""),
        capped(complaint.channel()),
        gone ? Standing.GONE : view.standing(),
        view.agencies(),
        secret,
        complaint.visibility().anonymous().mayBeTrue(),
        view.disposedAt(),
        view.answeredAt(),
        view.closedAt(),
        view.clocks().map(clocks -> timings(told, clocks)).orElse(List.of()),
        complaint.attachments().size(),
        told.filesKept(),
        hidden ? instead : capped(complaint.title()),
        hidden ? "" : capped(complaint.location()));
  }

  private static String capped(String text) {
    if (text.length() <= TEXT_CHARS_MAX) {
      return text;
    }
    int end = TEXT_CHARS_MAX - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  private List<Timing> timings(Told told, CaseClocks all) {
    boolean gone = told.gone().isPresent();
    Instant asOf = told.gone().flatMap(Follow::absentSince).orElse(now);
    Map<String, Timing> last = new LinkedHashMap<>();
    all.clocks().stream()
        .filter(clock -> clock.state() != Clock.State.REPLACED)
        .map(clock -> timing(all, clock, asOf, gone))
        .forEach(it -> last.merge(it.rule(), it, (earlier, later) -> later.after(earlier)));
    return List.copyOf(last.values());
  }

  /** What the portal has no more nobody can keep: its open clocks end with it. */
  private Timing timing(CaseClocks all, Clock clock, Instant asOf, boolean gone) {
    boolean past = isPast(clock, asOf);
    boolean overdue = past && clock.state() == Clock.State.RUNNING && !gone;
    return new Timing(
        clock.rule(),
        gone && clock.state().isOpen() ? Clock.State.DROPPED : clock.state(),
        clock.due().date(),
        clock.due().at(),
        overdue,
        past && !overdue,
        usage.of(all, clock, asOf),
        clock.limit());
  }

  /** Whether it was late while it ran: a pause that came after its end mends nothing. */
  private static boolean isPast(Clock clock, Instant asOf) {
    return switch (clock.state()) {
      case RUNNING -> clock.due().isMissedAt(asOf, clock.limit().unit());
      case PAUSED ->
          clock.pauses().stream()
              .reduce((earlier, later) -> later)
              .map(Pause::from)
              .filter(from -> clock.due().isMissedAt(from, clock.limit().unit()))
              .isPresent();
      case MET, MISSED, DROPPED, REPLACED -> false;
    };
  }
}
