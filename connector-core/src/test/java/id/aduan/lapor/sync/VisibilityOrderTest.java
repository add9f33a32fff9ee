package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Visibility only ever fails closed (S35, C14): in whatever order the portal's states come, with
 * revisions, times or neither, asked for or told, protection goes only by the portal's own explicit
 * word, and only by one that is the latest.
 */
class VisibilityOrderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final int EVENTS_MAX = 12;

  /** A state as the portal tells it. */
  record Told(Visibility visibility, int revision, int second, boolean asked) {
    PortalState state() {
      Complaint complaint =
          Samples.with(Samples.complaint("9200001", "1398"), visibility, Status.UNKNOWN);
      return new PortalState(
          complaint,
          revision == 0 ? OptionalLong.empty() : OptionalLong.of(revision),
          second == 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(second)),
          true);
    }
  }

  @Provide
  Arbitrary<List<Told>> orders() {
    Arbitrary<Flag> flag = Arbitraries.of(Flag.class);
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 4);
    return Combinators.combine(flag, flag, number, number, Arbitraries.of(true, false))
        .as(
            (anonymous, secret, revision, second, asked) ->
                new Told(new Visibility(anonymous, secret), revision, second, asked))
        .list()
        .ofMinSize(1)
        .ofMaxSize(EVENTS_MAX);
  }

  @Property(tries = 5_000)
  void protection_goes_only_by_the_portals_explicit_and_latest_word(
      @ForAll("orders") List<Told> orders) {
    Optional<CaseRecord> known = Optional.empty();
    for (Told told : orders) {
      Optional<CaseRecord> next = applied(known, told);
      Visibility before = known.map(VisibilityOrderTest::of).orElse(Visibility.UNKNOWN);
      Visibility after = next.map(VisibilityOrderTest::of).orElse(Visibility.UNKNOWN);

      assertWidenedByWord(before.anonymous(), after.anonymous(), told.visibility().anonymous());
      assertWidenedByWord(before.secret(), after.secret(), told.visibility().secret());
      if (before.identityWithheld() && !after.identityWithheld() && known.isPresent()) {
        assertThat(told.asked() || isLater(known.get(), told)).isTrue();
      }
      assertThat(next.map(record -> isIdentified(record.complaint())).orElse(false))
          .isEqualTo(!after.identityWithheld());
      known = next;
    }
  }

  private static void assertWidenedByWord(Flag before, Flag after, Flag told) {
    if (before.mayBeTrue() && !after.mayBeTrue()) {
      assertThat(told).isEqualTo(Flag.FALSE);
    }
    if (told == Flag.UNKNOWN) {
      assertThat(after).isEqualTo(before);
    }
  }

  /** By the portal's revision where both have one, else by its time. */
  private static boolean isLater(CaseRecord known, Told told) {
    if (known.revision().isPresent() && told.revision() > 0) {
      return told.revision() > known.revision().getAsLong();
    }
    return known.updatedAt().filter(at -> at.isBefore(NOW.plusSeconds(told.second()))).isPresent()
        && told.second() > 0;
  }

  private static Optional<CaseRecord> applied(Optional<CaseRecord> known, Told told) {
    PortalState state = told.state();
    SyncDecision decision = SyncDecision.decide(known, state, told.asked());
    if (decision instanceof SyncDecision.Open) {
      return Optional.of(CaseRecord.of(state, NOW));
    }
    if (decision instanceof SyncDecision.Change change) {
      return known.map(record -> record.with(change.complaint(), state));
    }
    return decision instanceof SyncDecision.Same
        ? known.map(record -> record.with(record.complaint(), state))
        : known;
  }

  private static boolean isIdentified(Complaint complaint) {
    return AgencyComplaint.of(complaint) instanceof AgencyComplaint.Identified;
  }

  private static Visibility of(CaseRecord record) {
    return record.complaint().visibility();
  }
}
