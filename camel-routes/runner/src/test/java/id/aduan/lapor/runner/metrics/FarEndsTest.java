package id.aduan.lapor.runner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.Attempted.Result;
import id.aduan.lapor.runner.admin.FarEnd;
import id.aduan.lapor.runner.admin.FarEnd.State;
import id.aduan.lapor.sync.Polled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FarEndsTest {
  private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
  private Instant now = START;
  private final FarEnds farEnds = new FarEnds(List.of("pupr", "dishub"), () -> now);

  private void polled(String source, boolean ok) {
    now = now.plusSeconds(1);
    farEnds.polled(new Polled(source, ok, Duration.ZERO));
  }

  private void attempted(String target, Result result, boolean targetTrouble) {
    now = now.plusSeconds(1);
    farEnds.attempted(new Attempted(target, result, targetTrouble, Duration.ZERO));
  }

  private FarEnd farEnd(String name) {
    return farEnds.now().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void nothingIsKnownOfWhatWasNotSpokenTo() {
    assertThat(farEnds.now())
        .containsExactly(
            new FarEnd("portal", State.UNKNOWN, Optional.empty()),
            new FarEnd("dishub", State.UNKNOWN, Optional.empty()),
            new FarEnd("pupr", State.UNKNOWN, Optional.empty()));
  }

  @Test
  void itIsDownSinceTheFirstFailureOfARow() {
    polled("dishub", true);
    polled("dishub", false);
    polled("dishub", false);

    assertThat(farEnd("dishub"))
        .isEqualTo(new FarEnd("dishub", State.DOWN, Optional.of(START.plusSeconds(2))));
    assertThat(farEnd("pupr").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void itIsDownWhenItIsReadAndTakesNothing() {
    attempted("dishub", Result.RETRY, true);
    polled("dishub", true);

    assertThat(farEnd("dishub").state()).isEqualTo(State.DOWN);
    attempted("dishub", Result.ACCEPTED, false);
    assertThat(farEnd("dishub").state()).isEqualTo(State.UP);
  }

  @Test
  void whoeverRefusesIsThere() {
    attempted("pupr", Result.REFUSED, false);
    assertThat(farEnd("pupr").state()).isEqualTo(State.UP);
    attempted("pupr", Result.UNKNOWN, false);
    assertThat(farEnd("pupr").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void bothWaysToThePortalAreThePortal() {
    attempted("portal-read", Result.RETRY, true);

    assertThat(farEnd("portal").state()).isEqualTo(State.DOWN);
    assertThat(farEnds.now()).hasSize(3);
  }
}
