package id.aduan.lapor.bintan.officers;

import java.time.Duration;

/**
 * How officers work. Each pause is drawn evenly between zero and its maximum; each percentage is
 * drawn per ticket.
 *
 * @param acceptPauseMax before a new ticket is accepted
 * @param answerPauseMax before each note and each answer
 * @param notePercent tickets on which an internal note is written
 * @param interimPercent tickets that get a first answer before the final one
 * @param pastePercent answers that are pasted from a drawer of standard texts
 * @param declinePercent tickets that are turned away as somebody else's business
 */
public record OfficerHabits(
    Duration acceptPauseMax,
    Duration answerPauseMax,
    int notePercent,
    int interimPercent,
    int pastePercent,
    int declinePercent) {

  /** Some notes, some first answers, some pasted ones; nothing is turned away. */
  public static OfficerHabits usual(Duration pauseMax) {
    return new OfficerHabits(pauseMax, pauseMax, 40, 35, 25, 0);
  }

  public OfficerHabits withDeclinePercent(int percent) {
    return new OfficerHabits(
        acceptPauseMax, answerPauseMax, notePercent, interimPercent, pastePercent, percent);
  }
}
