package id.aduan.lapor.testkit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a portal promises that takes reports of local systems, as tests. Extend it, and say which
 * filer speaks to which far end; what it can do beyond is asked of {@link PortalFiler#ability()}.
 */
@Timeout(60)
public abstract class PortalFilingContract {
  private static final String REFERENCE = "[Nomor Tiket Kontrak: 0001]";
  private static final Duration BACK = Duration.ofHours(1);

  protected abstract PortalFarEnd farEnd();

  /** Under test; its deadlines should be a second or two. */
  protected abstract PortalFiler filer();

  /** The secrets that it is configured with. */
  protected abstract List<String> secrets();

  @BeforeEach
  void beginAnew() {
    farEnd().reset();
  }

  /** portal-wire 12 no. 4. */
  @Test
  @Tag("C7")
  void aReportBecomesOneComplaintWithOurReferenceInItsText() {
    DeliveryResult result = create("Lampu \"jalan\" & <saluran> padam.");

    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(new TrackingId(((Accepted) result).reference()).value()).isNotBlank();
    assertThat(farEnd().complaints()).hasSize(1);
    assertThat(farEnd().complaints().get(0))
        .contains(REFERENCE, "Lampu \"jalan\" & <saluran> padam.");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void aFilingThatFailsClaimsNoMoreThanIsProven(Fault fault) {
    Instant since = InstantSource.system().instant().minus(BACK);
    farEnd().fail(fault);

    DeliveryResult result = create("Lampu jalan padam.");
    farEnd().recover();

    boolean stands = !farEnd().complaints().isEmpty();
    assertThat(farEnd().complaints()).hasSizeLessThan(2);
    assertThat(result).isNotInstanceOf(stands ? Refused.class : Accepted.class);
    if (stands) {
      assertThat(result).isNotInstanceOf(RetryLater.class);
    }
    assertThat(secrets()).noneSatisfy(it -> assertThat(result.toString()).contains(it));
    assertFound(filer().findCreated(report("Lampu jalan padam."), since), stands);
  }

  private void assertFound(Lookup found, boolean stands) {
    if (filer().ability().finds()) {
      assertThat(found).isInstanceOf(stands ? Lookup.Found.class : Lookup.Absent.class);
    } else {
      assertThat(found).isInstanceOf(Lookup.CannotTell.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  void aLookUpThatFailsProvesNothing(Fault fault) {
    farEnd().fail(fault);

    assertThat(
            filer()
                .findCreated(
                    report("Lampu jalan padam."), InstantSource.system().instant().minus(BACK)))
        .isInstanceOf(Lookup.CannotTell.class);
  }

  /** The texts of results reach logs. */
  @Test
  void noResultNamesTheReporter() {
    farEnd().fail(Fault.SERVER_ERROR);

    assertThat(create("Lampu jalan padam.").toString()).doesNotContain("ZZPII", "Lampu");
  }

  private DeliveryResult create(String text) {
    return filer().create(report(text), "");
  }

  private static Report report(String text) {
    return new Report(
        "Lampu jalan",
        REFERENCE + ". " + text,
        REFERENCE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        new Reporter("ZZPII-nama", "", ""));
  }
}
