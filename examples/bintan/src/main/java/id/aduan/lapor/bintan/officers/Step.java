package id.aduan.lapor.bintan.officers;

import java.time.Duration;

/** One thing that an officer will do with a ticket, some time after the one before. */
record Step(Duration pause, Act act, String text) {

  enum Act {
    ACCEPT,
    NOTE,
    ANSWER_FOR_NOW,
    ANSWER_FINALLY,
    DECLINE
  }
}
