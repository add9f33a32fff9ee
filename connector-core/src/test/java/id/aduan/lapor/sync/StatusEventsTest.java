package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.sync.StatusEvents.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
  void aChangeOfStatusTellsWhatHappened(
      @Nullable String before, String after, @Nullable String events) {
    assertThat(
            StatusEvents.between(standing(before), status(after)).stream()
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(events == null ? "" : events);
  }

  /** As a case stands on which nothing but this status was ever told. */
  private Standing standing(@Nullable String words) {
    if (words == null) {
      return Standing.NEW;
    }
    List<Occurrence> events =
        StatusEvents.between(Standing.NEW, status(words)).stream()
            .map(event -> Occurrence.of(event, Instant.EPOCH))
            .toList();
    return Standing.of(events, status(words));
  }

  @Test
  void aWordThatIsNotKnownInBetweenHidesNeitherTheReplyNorTheReopening() {
    List<Occurrence> waiting =
        List.of(Occurrence.of(CaseEvent.WAITING_FOR_REPORTER, Instant.EPOCH));
    List<Occurrence> closed = List.of(Occurrence.of(CaseEvent.CLOSED, Instant.EPOCH));
    Status unknown = status("UNKNOWN");

    assertThat(StatusEvents.between(Standing.of(waiting, unknown), status("IN_PROGRESS")))
        .containsExactly(CaseEvent.REPORTER_REPLIED);
    assertThat(StatusEvents.between(Standing.of(closed, unknown), status("IN_PROGRESS AGENCY")))
        .containsExactly(CaseEvent.REOPENED, CaseEvent.ANSWERED);
  }

  private Status status(String words) {
    String[] parts = words.split(" ");
    Actor actor =
        Arrays.stream(parts).skip(1).map(Actor::valueOf).findFirst().orElse(Actor.UNKNOWN);
    return new Status(Stage.valueOf(parts[0]), actor, words);
  }
}
