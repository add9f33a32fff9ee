package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEventsTest {

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
      -,                            UNVERIFIED,                   -
      -,                            CLOSED SYSTEM,                CLOSED
      -,                            WAITING_FOR_REPORTER,         WAITING_FOR_REPORTER
      -,                            IN_PROGRESS AGENCY,           ANSWERED
      UNVERIFIED,                   VERIFIED,                     -
      UNVERIFIED,                   WAITING_FOR_REPORTER,         WAITING_FOR_REPORTER
      WAITING_FOR_REPORTER,         UNVERIFIED,                   REPORTER_REPLIED
      WAITING_FOR_REPORTER,         REPORTER_REPLIED,             REPORTER_REPLIED
      WAITING_FOR_REPORTER,         IN_PROGRESS AGENCY,           REPORTER_REPLIED ANSWERED
      WAITING_FOR_REPORTER,         ARCHIVED SYSTEM,              CLOSED
      IN_PROGRESS,                  IN_PROGRESS AGENCY,           ANSWERED
      IN_PROGRESS AGENCY,           IN_PROGRESS AGENCY,           -
      IN_PROGRESS AGENCY,           REPORTER_REPLIED REPORTER,    REPORTER_REPLIED
      REPORTER_REPLIED REPORTER,    IN_PROGRESS AGENCY,           ANSWERED
      IN_PROGRESS AGENCY,           CLOSED SYSTEM,                CLOSED
      CLOSED SYSTEM,                CLOSED ADMIN,                 -
      CLOSED SYSTEM,                ARCHIVED ADMIN,               -
      CLOSED SYSTEM,                IN_PROGRESS,                  REOPENED
      ARCHIVED,                     WAITING_FOR_REPORTER,         REOPENED WAITING_FOR_REPORTER
      CLOSED,                       UNKNOWN,                      -
      IN_PROGRESS,                  UNKNOWN,                      -
      IN_PROGRESS,                  BLOCKED,                      CLOSED
      IN_PROGRESS,                  REJECTED,                     CLOSED
      """)
  void aChangeOfStatusTellsWhatHappened(String before, String after, String events) {
    assertThat(
            StatusEvents.between(Optional.ofNullable(before).map(this::status), status(after))
                .stream()
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(events == null ? "" : events);
  }

  private Status status(String words) {
    String[] parts = words.split(" ");
    Actor actor =
        Arrays.stream(parts).skip(1).map(Actor::valueOf).findFirst().orElse(Actor.UNKNOWN);
    return new Status(Stage.valueOf(parts[0]), actor, words);
  }
}
