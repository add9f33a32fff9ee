package id.aduan.lapor.testkit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.testkit.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a portal promises that can be read and written to, as tests: the detail, the list where
 * there is one, the messages, and the agencies' answers. Extend it, and say which portal speaks to
 * which far end.
 *
 * <p>Its deadlines should be a second or two: one fault is silence.
 */
public abstract class PortalContract extends PortalTellingContract {
  private static final int PAGES_MAX = 50;
  private static final int COMPLAINTS = 23;
  private static final long END_MILLIS_MAX = 20_000;
  private static final Lane LANE = new Lane(new TrackingId("9200001"), "portal");

  /** The portal under test; the same, or a new one for each call. */
  protected abstract Portal portal();

  /** The secrets that it is configured with. */
  protected abstract List<String> secrets();

  @Override
  protected PortalState told(TrackingId id) {
    return portal().complaint(id);
  }

  @Test
  void aComplaintThatThereIsNotIsRefusedForGood() {
    Throwable failure = catchThrowable(() -> portal().complaint(new TrackingId("999999999")));

    assertThat(failure).isInstanceOf(FarEndException.class);
    assertThat(((FarEndException) failure).retryable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F29")
  @Tag("F31")
  @Tag("F32")
  void aReadingThatFailsSaysSoInItsOwnWayAndTellsNoSecret(Fault fault) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    farEnd().fail(fault);

    assertFails(() -> portal().complaint(id));
    farEnd().recover();

    assertThat(portal().complaint(id).complaint().id()).isEqualTo(id);
    fault.hasHappened();
  }

  /** What stands in the place of an answer, whatever the wire is. */
  static List<HostileAnswer> hostile() {
    return HostileAnswer.ALL;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Tag("F63")
  void anAnswerThatIsNoneIsNeverTakenForOne(HostileAnswer answer) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    farEnd().answerWith(answer.status(), answer.contentType(), answer.body());

    assertFails(() -> portal().complaint(id));
    if (portal().lists() && !answer.mayBeAnEmptyList()) {
      assertFails(() -> portal().changed(Optional.empty(), PortalReader.FIRST));
    }
    Happened.times("F63", 1, "an answer of another form");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Tag("C11")
  void aMessageThatIsNoneIsUnreadableAndNothingElse(HostileAnswer answer) {
    byte[] raw = answer.body().getBytes(StandardCharsets.UTF_8);

    assertThat(catchThrowable(() -> portal().read(raw)))
        .isInstanceOf(UnreadableMessageException.class);
  }

  private void assertFails(Runnable reading) {
    long begin = System.nanoTime();
    Throwable failure = catchThrowable(reading::run);

    assertThat(failure).isInstanceOf(FarEndException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isLessThan(Duration.ofMillis(END_MILLIS_MAX));
    assertThat(failure.getMessage()).doesNotContain("pasar", "ZZPII").doesNotContain("\n");
    assertThat(secrets()).noneSatisfy(it -> assertThat(failure.getMessage()).contains(it));
  }

  @Test
  @Tag("C5")
  void theListTellsEveryComplaintOverAllOfItsPages() {
    if (!portal().lists()) {
      assertFails(() -> portal().changed(Optional.empty(), PortalReader.FIRST));
      return;
    }
    Set<TrackingId> filed = new HashSet<>();
    for (int i = 0; i < COMPLAINTS; i++) {
      filed.add(farEnd().file(FiledComplaint.SAMPLE.withContent("Isi nomor " + i)));
    }

    List<PortalState> told = list(Optional.empty());

    assertThat(told)
        .extracting(it -> it.complaint().id())
        .containsExactlyInAnyOrderElementsOf(filed);
  }

  /** portal-wire 2.10: none of those that changed in one second is left out. */
  @Test
  @Tag("C5")
  void whatChangedSinceAMomentIsToldWithAllThatChangedInIt() {
    if (!portal().lists()) {
      return;
    }
    List<TrackingId> filed = new ArrayList<>();
    for (int i = 0; i < COMPLAINTS; i++) {
      filed.add(farEnd().file(FiledComplaint.SAMPLE));
    }
    Optional<Instant> newest =
        list(Optional.empty()).stream()
            .flatMap(it -> it.updatedAt().stream())
            .max(Instant::compareTo);

    List<TrackingId> since = list(newest).stream().map(it -> it.complaint().id()).toList();

    assertThat(since).contains(filed.get(filed.size() - 1));
    assertThat(filed).containsAll(since);
  }

  private List<PortalState> list(Optional<Instant> since) {
    List<PortalState> told = new ArrayList<>();
    Set<String> places = new HashSet<>();
    String place = PortalReader.FIRST;
    for (int i = 0; i < PAGES_MAX; i++) {
      assertThat(places.add(place)).as("a place comes once").isTrue();
      Page page = portal().changed(since, place);
      assertThat(page.unreadable()).isEmpty();
      told.addAll(page.states());
      if (page.next().isEmpty()) {
        return told;
      }
      place = page.next().get();
    }
    throw new AssertionError("the pages do not end");
  }

  @Test
  @Tag("C8")
  void anAnswerStandsOnThePortalOnceAndIsFoundThere() {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    FollowUp answer = answer(id, "Lampu sudah diganti & menyala <lagi>.");

    DeliveryResult result = publish(answer);

    assertThat(result).isInstanceOfAny(Accepted.class, Unknown.class);
    assertThat(farEnd().answers(id)).containsExactly(answer.content());
    assertThat(portal().find(answer, 0)).isInstanceOf(Lookup.Found.class);
    assertThat(portal().find(answer, 1)).isNotInstanceOf(Lookup.Found.class);
    assertThat(portal().find(answer(id, "Kalimat lain."), 0)).isInstanceOf(Lookup.Absent.class);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void aPublishingThatFailsClaimsNoMoreThanIsProven(Fault fault) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    FollowUp answer = answer(id, "Lampu sudah diganti.");
    farEnd().fail(fault);

    DeliveryResult result = publish(answer);
    farEnd().recover();

    boolean stands = !farEnd().answers(id).isEmpty();
    assertThat(result).isNotInstanceOf(stands ? DeliveryResult.Refused.class : Accepted.class);
    if (stands) {
      assertThat(result).isNotInstanceOf(DeliveryResult.RetryLater.class);
    }
    assertThat(portal().find(answer, 0))
        .isInstanceOf(stands ? Lookup.Found.class : Lookup.Absent.class);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void aLookUpThatFailsProvesNothing(Fault fault) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    farEnd().fail(fault);

    assertThat(portal().find(answer(id, "Lampu sudah diganti."), 0))
        .isInstanceOf(Lookup.CannotTell.class);
  }

  @Test
  void equalTextsAreTwinsAndOthersAreNot() {
    String text = "Lampu sudah diganti.";

    assertThat(portal().twin(text)).isEqualTo(portal().twin(text));
    assertThat(portal().twin(text)).isNotEqualTo(portal().twin("Lampu belum diganti."));
  }

  private DeliveryResult publish(FollowUp answer) {
    return portal()
        .publish(answer, List.of(), IdempotencyKey.of(LANE, "publish", answer.changeId()));
  }

  private static FollowUp answer(TrackingId id, String text) {
    Instant now = InstantSource.system().instant();
    return new FollowUp(id, new AgencyCode("contract"), "1", now, text, List.of());
  }
}
