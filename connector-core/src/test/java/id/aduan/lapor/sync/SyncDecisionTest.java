package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C3")
class SyncDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final Complaint OPEN = Samples.complaint("9200001", "1398");
  private static final Complaint SECRET =
      Samples.with(OPEN, new Visibility(Flag.FALSE, Flag.TRUE), Status.UNKNOWN);

  private static PortalState state(
      Complaint complaint, @Nullable Long revision, @Nullable Integer second) {
    return new PortalState(
        complaint,
        revision == null ? OptionalLong.empty() : OptionalLong.of(revision),
        Optional.ofNullable(second).map(NOW::plusSeconds),
        true);
  }

  private static String decide(PortalState known, PortalState told, boolean asked) {
    return SyncDecision.decide(Optional.of(CaseRecord.of(known, NOW)), told, asked)
        .getClass()
        .getSimpleName();
  }

  @ParameterizedTest(name = "known {0}/{1}, told {2}/{3}: {4}")
  @CsvSource({
    "2,  , 3,  , Change",
    "2,  , 2,  , Nothing",
    "2,  , 1,  , Nothing",
    " , 5,  , 6, Change",
    " , 5,  , 4, Nothing",
    "2, 5,  , 6, Change",
    "2, 5,  , 4, Nothing",
    "2, 5, 3, 4, Change"
  })
  void the_portals_own_order_decides(
      @Nullable Long knownRevision,
      @Nullable Integer knownAt,
      @Nullable Long toldRevision,
      @Nullable Integer toldAt,
      String expected) {
    PortalState known = state(OPEN, knownRevision, knownAt);
    PortalState told = state(SECRET, toldRevision, toldAt);

    assertThat(decide(known, told, false)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "asked {0}: {1}")
  @CsvSource({"false, Fetch", "true, Change"})
  @Tag("C14")
  void without_an_order_protection_is_taken_away_only_by_an_answer_to_a_question(
      boolean asked, String expected) {
    assertThat(decide(state(SECRET, 2L, null), state(OPEN, null, null), asked)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "asked {0}: {1}")
  @CsvSource({"false, Fetch", "true, Change"})
  void of_two_states_of_one_second_the_portal_says_which_is_the_later(
      boolean asked, String expected) {
    assertThat(decide(state(OPEN, null, 5), state(SECRET, null, 5), asked)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, Same", "2, Nothing"})
  void the_same_again_from_a_later_state_is_remembered_as_later(long revision, String expected) {
    assertThat(decide(state(OPEN, 2L, null), state(OPEN, revision, null), false))
        .isEqualTo(expected);
  }
}
