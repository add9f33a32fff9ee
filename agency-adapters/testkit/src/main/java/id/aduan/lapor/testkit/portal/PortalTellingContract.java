package id.aduan.lapor.testkit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each way promises by which the portal tells of a complaint: an interface, a message or a
 * file. Extend it and say how one complaint is told that stands at the far end.
 */
@Timeout(60)
public abstract class PortalTellingContract {
  private static final Duration A_MOMENT = Duration.ofMinutes(2);

  protected abstract PortalFarEnd farEnd();

  /** What this way tells of a complaint now. */
  protected abstract PortalState told(TrackingId id);

  @BeforeEach
  void beginAnew() {
    farEnd().reset();
  }

  @Test
  void aComplaintIsToldWithItsNumberAndItsTexts() {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);

    PortalState told = told(id);

    assertThat(told.complaint().id()).isEqualTo(id);
    assertThat(told.complaint().title()).isEqualTo(FiledComplaint.SAMPLE.title());
    assertThat(told.complaint().content()).isEqualTo(FiledComplaint.SAMPLE.content());
    assertThat(told.whole()).isTrue();
  }

  /** portal-wire 12 no. 6: whatever form and zone the time comes in. */
  @Test
  void theTimeOfReceiptIsRightToTheSecond() {
    Instant before = InstantSource.system().instant().minus(A_MOMENT);
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);

    assertThat(told(id).complaint().receivedAt())
        .hasValueSatisfying(
            at ->
                assertThat(at).isBetween(before, InstantSource.system().instant().plus(A_MOMENT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kata \"kutip\" dan 'petik', \\ dan \\u0041",
        "<b>tebal</b> & &amp; <![CDATA[x]]> <!DOCTYPE x> <!-- y -->",
        "{{x}} ${x} #{x} ${jndi:ldap://x} $eval('1') %n %s",
        "Emoji \uD83D\uDE4F dan \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
        "=HYPERLINK(1) dan '; DROP TABLE tiket; --"
      })
  void oddTextsAreToldAsTheyAre(String text) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE.withContent("Isi: " + text + "."));

    assertThat(told(id).complaint().content()).isEqualTo("Isi: " + text + ".");
  }

  /** portal-wire 12 no. 9: neither implies the other. */
  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  @Tag("C14")
  void theTwoFlagsAreToldEachForItself(boolean anonymous, boolean secret) {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE.withFlags(anonymous, secret));

    assertThat(told(id).complaint().visibility())
        .isEqualTo(new Visibility(Flag.of(anonymous), Flag.of(secret)));
  }

  /** portal-wire 12 no. 8. */
  @Test
  void whatTheReporterLeftOutIsMadeUpByNobody() {
    Complaint told = told(farEnd().file(FiledComplaint.SAMPLE)).complaint();

    assertThat(told.category()).isEmpty();
    assertThat(told.disposition()).isEmpty();
    assertThat(told.incidentOn()).isEmpty();
    assertThat(told.attachments()).isEmpty();
  }

  /** portal-wire 12 no. 5. */
  @Test
  void closedIsClosedAndKeepsThePortalsWord() {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    farEnd().closeBySystem(id);

    Status status = told(id).complaint().status();

    assertThat(status.stage()).isEqualTo(Status.Stage.CLOSED);
    assertThat(status.raw()).isNotBlank();
  }

  @Test
  void archivedIsWithheldFromAgencies() {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);
    farEnd().archive(id);

    assertThat(told(id).complaint().status().withheldFromAgencies()).isTrue();
  }

  @Test
  void theTextFormOfWhatIsToldNamesNobody() {
    TrackingId id = farEnd().file(FiledComplaint.SAMPLE);

    assertThat(told(id).toString()).doesNotContain("pasar", "Lampu jalan");
  }
}
