package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.SampleComplaints.REPORTER_MARKER;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static id.aduan.lapor.testkit.SampleComplaints.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every agency adapter promises, as tests. Extend it, and say which adapter speaks to which
 * far end; powers that the adapter does not claim are not tested.
 *
 * <p>The adapter's deadline should be a second or two: one fault is silence.
 */
@Timeout(60)
public abstract class AgencyAdapterContract {
  static final String OURS = "8123456";
  private static final String OTHER = "8123457";
  private static final int PAGES_MAX = 50;

  /** The adapter under test; the same, or a new one for each call. */
  protected abstract AgencyAdapter adapter();

  protected abstract FarEnd farEnd();

  /** What the adapter is configured to cut texts to. */
  protected abstract TextLimits limits();

  /** The secrets that the adapter is configured with. */
  protected abstract List<String> secrets();

  @BeforeEach
  final void beginAnew() {
    farEnd().reset();
  }

  @Test
  @Tag("C7")
  void opensOneTicketUnderOurReference() {
    DeliveryResult result = open(identified(OURS));

    StoredTicket stored = onlyTicket();
    assertThat(result).isEqualTo(new Accepted(stored.number()));
    assertThat(stored.reference()).isEqualTo(OURS);
  }

  @Test
  @Tag("C7")
  void sendsTheIdempotencyKey() {
    open(identified(OURS));

    assertThat(farEnd().recorded()).contains(key(OURS).value());
  }

  @Test
  @Tag("C7")
  void findsItsOwnTicketAndNoOther() {
    assumeTrue(adapter().capabilities().contains(Capability.FIND));
    open(identified(OURS));

    assertThat(adapter().find(new TrackingId(OURS)))
        .isEqualTo(new Lookup.Found(onlyTicket().number()));
    assertThat(adapter().find(new TrackingId(OTHER))).isEqualTo(new Lookup.Absent());
    assertThat(adapter().find(new TrackingId(OURS.substring(0, 6)))).isEqualTo(new Lookup.Absent());
  }

  @Test
  void longTextsArriveCutAndWholeBeside() {
    String title = "Jalan rusak ".repeat(15).substring(0, 169);
    String content = "Lubang di jalan \uD83D\uDEA7 ini. ".repeat(140);

    open(identified(OURS, title, content));

    StoredTicket stored = onlyTicket();
    assertThat(length(stored.title())).isLessThanOrEqualTo(limits().titleMax());
    assertThat(length(stored.content())).isLessThanOrEqualTo(limits().contentMax());
    List<String> everywhere = new ArrayList<>(stored.files());
    everywhere.add(stored.title() + "\n" + stored.content());
    assertThat(everywhere).anySatisfy(text -> assertThat(text).contains(title, content));
  }

  @Test
  @Tag("C24")
  void aReporterWhoIsWithheldIsNamedNowhere() {
    open(withheld(OURS));

    assertThat(farEnd().tickets()).hasSize(1);
    assertThat(farEnd().recorded()).doesNotContain(REPORTER_MARKER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kata \"kutip\" dan 'petik', \\ dan \\u0041",
        "<b>tebal</b> & &amp; <![CDATA[x]]> <!DOCTYPE x> <!-- y -->",
        "{{x}} ${x} #{x} ${jndi:ldap://x} $eval('1') %n %s",
        "Emoji \uD83D\uDE4F dan \u0627\u0644\u0639\u0631\u0628\u064A\u0629, baris\nbaru, tab\there",
        "'; DROP TABLE tiket; -- \u0001 habis"
      })
  void oddTextsArriveAsTheyAre(String text) {
    open(identified(OURS, "Judul " + text.replace('\n', ' '), "Isi laporan: " + text + "."));

    assertThat(withoutControls(onlyTicket().content()))
        .isEqualTo(withoutControls("Isi laporan: " + text + "."));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void everyFaultEndsInAResultThatClaimsNoMoreThanIsProven(Fault fault) {
    farEnd().fail(fault);

    DeliveryResult result = open(identified(OURS));

    assertThat(fault.allows(result)).as("%s gave %s", fault, result).isTrue();
    assertSilentAboutPeopleAndSecrets(result.toString());
    if (fault == Fault.BUSY && result instanceof RetryLater later) {
      assertThat(later.after()).contains(Duration.ofMinutes(2));
    }
    assertThat(farEnd().recorded()).doesNotContain("/elsewhere");
  }

  @Test
  @Tag("C7")
  void whatWasStoredBeforeTheAnswerWasLostIsFound() {
    assumeTrue(adapter().capabilities().contains(Capability.FIND));
    farEnd().fail(Fault.CUT_AFTER_STORING);
    open(identified(OURS));
    String number = onlyTicket().number();
    farEnd().recover();

    assertThat(adapter().find(new TrackingId(OURS))).isEqualTo(new Lookup.Found(number));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void aSearchThatFailsNeverSaysAbsent(Fault fault) {
    assumeTrue(adapter().capabilities().contains(Capability.FIND));
    farEnd().fail(fault);

    Lookup lookup = adapter().find(new TrackingId(OURS));

    assertThat(lookup).isInstanceOf(Lookup.CannotTell.class);
    assertSilentAboutPeopleAndSecrets(lookup.toString());
  }

  @ParameterizedTest
  @EnumSource
  void aListThatCannotBeReadMovesNothing(Fault fault) {
    assumeTrue(adapter().capabilities().contains(Capability.CHANGES));
    farEnd().fail(fault);

    Throwable thrown = catchThrowable(() -> adapter().changes(""));

    assertThat(thrown).isInstanceOf(FarEndException.class);
    assertSilentAboutPeopleAndSecrets(thrown.toString());
  }

  @Test
  void changesComeOldestFirstAndOnce() {
    assumeTrue(adapter().capabilities().contains(Capability.CHANGES));
    open(identified(OURS));
    String ticket = onlyTicket().number();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      written.add("Jawaban ke-" + i);
      farEnd().answer(ticket, "Jawaban ke-" + i);
    }

    List<TicketChange> first = new ArrayList<>();
    String cursor = readAll("", first);
    farEnd().answer(ticket, "Jawaban penutup");
    List<TicketChange> second = new ArrayList<>();
    readAll(cursor, second);

    assertThat(first)
        .extracting(TicketChange::text)
        .filteredOn(written::contains)
        .isEqualTo(written);
    assertThat(second).extracting(TicketChange::text).containsExactly("Jawaban penutup");
    assertThat(first).extracting(TicketChange::id).doesNotHaveDuplicates();
    assertThat(first).extracting(TicketChange::ticket).containsOnly(ticket);
    assertThat(first).isSortedAccordingTo((a, b) -> a.changedAt().compareTo(b.changedAt()));
  }

  @Test
  @Tag("C11")
  void aChangeThatCannotBeReadIsHandedOverAndCostsNoOther() {
    assumeTrue(adapter().capabilities().contains(Capability.CHANGES));
    open(identified(OURS));
    String ticket = onlyTicket().number();
    farEnd().answer(ticket, "Jawaban pertama");
    farEnd().garble();
    farEnd().answer(ticket, "Jawaban kedua");

    List<TicketChange> changes = new ArrayList<>();
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    readAll("", changes, unreadable);

    assertThat(changes)
        .extracting(TicketChange::text)
        .containsExactly("Jawaban pertama", "Jawaban kedua");
    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.get(0).raw()).isNotEmpty();
    assertThat(unreadable.get(0).reason()).isNotBlank();
    assertSilentAboutPeopleAndSecrets(unreadable.get(0).reason());
    List<ChangePage.Unreadable> again = new ArrayList<>();
    readAll("", new ArrayList<>(), again);
    assertThat(again.get(0).raw()).isEqualTo(unreadable.get(0).raw());
  }

  @Test
  @Tag("C24")
  void onlyWhatTheSystemProvesPublicIsPublic() {
    assumeTrue(adapter().capabilities().contains(Capability.CHANGES));
    open(identified(OURS));
    String ticket = onlyTicket().number();
    farEnd().answer(ticket, "Sudah <kami> tangani & selesai.");
    farEnd().note(ticket, "Catatan untuk rekan.");
    farEnd().move(ticket, "SELESAI");

    List<TicketChange> changes = new ArrayList<>();
    readAll("", changes);

    assertThat(changes)
        .filteredOn(TicketChange::isPublic)
        .extracting(TicketChange::text)
        .filteredOn(text -> !text.isEmpty())
        .containsExactly("Sudah <kami> tangani & selesai.");
    assertThat(changes).extracting(TicketChange::status).contains("SELESAI");
  }

  @Test
  @Tag("C24")
  void itsTextFormTellsNoSecret() {
    assertSilentAboutPeopleAndSecrets(adapter().toString());
  }

  final DeliveryResult open(AgencyComplaint complaint) {
    return adapter().open(complaint, key(complaint.facts().id().value()));
  }

  private static IdempotencyKey key(String trackingId) {
    Lane lane = new Lane(new TrackingId(trackingId), new AgencyCode("contract").value());
    return IdempotencyKey.of(lane, "open", "1");
  }

  final StoredTicket onlyTicket() {
    assertThat(farEnd().tickets()).hasSize(1);
    return farEnd().tickets().get(0);
  }

  final String readAll(String cursor, List<TicketChange> into) {
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    String end = readAll(cursor, into, unreadable);
    assertThat(unreadable).isEmpty();
    return end;
  }

  private String readAll(
      String cursor, List<TicketChange> into, List<ChangePage.Unreadable> unreadable) {
    for (int i = 0; i < PAGES_MAX; i++) {
      ChangePage page = adapter().changes(cursor);
      into.addAll(page.changes());
      unreadable.addAll(page.unreadable());
      cursor = page.cursor();
      if (!page.more()) {
        return cursor;
      }
    }
    throw new AssertionError("the pages do not end");
  }

  private void assertSilentAboutPeopleAndSecrets(String text) {
    assertThat(text).doesNotContain(REPORTER_MARKER, "Lampu di depan pasar");
    assertThat(secrets()).noneSatisfy(secret -> assertThat(text).contains(secret));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** XML cannot carry control characters, so an adapter may drop them. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("\\s+", " ");
  }
}
