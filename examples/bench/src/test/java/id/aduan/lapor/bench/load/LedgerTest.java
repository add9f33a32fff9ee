package id.aduan.lapor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bench.load.Ledger.Verdict;
import org.junit.jupiter.api.Test;

/** Each planted fault is seen, and nothing else is called one. */
class LedgerTest {
  private static final Traffic TRAFFIC = Traffic.poisson(1_000, 2, 7);

  private final int changed =
      TRAFFIC.events().stream()
          .filter(event -> event.revision() == 2)
          .findFirst()
          .orElseThrow()
          .complaint();
  private final Ledger ledger = new Ledger(TRAFFIC, 20, 1_000_000_000L);

  private Verdict verdict() {
    return ledger.verdict(agency -> true);
  }

  private void opened() {
    ledger.acknowledged(changed, 1);
    ledger.arrived(changed, 1, "open", true, 5_000_000_000L);
  }

  @Test
  void whatArrivesOnceAndInOrderIsRight() {
    opened();
    ledger.acknowledged(changed, 2);
    ledger.arrived(changed, 2, "update", false, 6_000_000_000L);

    assertThat(verdict()).isEqualTo(new Verdict(0, 0, 0, 0));
    assertThat(ledger.complaints()).isOne();
    assertThat(ledger.arrivals()).isEqualTo(2);
  }

  @Test
  void anAcknowledgedComplaintThatNeverArrivesIsLost() {
    ledger.acknowledged(changed, 1);

    assertThat(verdict()).isEqualTo(new Verdict(1, 0, 0, 0));
  }

  @Test
  void anAcknowledgedChangeThatNeverArrivesIsLostThoughTheComplaintIsThere() {
    opened();
    ledger.acknowledged(changed, 2);

    assertThat(verdict().lost()).isOne();
  }

  @Test
  void whatWasNotAcknowledgedMayBeMissing() {
    opened();

    assertThat(verdict().lost()).isZero();
  }

  @Test
  void aChangeThatArrivesWithTheFirstRequestIsNotLost() {
    ledger.acknowledged(changed, 1);
    ledger.acknowledged(changed, 2);
    ledger.arrived(changed, 2, "open", true, 5_000_000_000L);

    assertThat(verdict()).isEqualTo(new Verdict(0, 0, 0, 0));
  }

  @Test
  void aSecondRequestUnderTheSameKeyIsRepeatedAndNotDoubled() {
    opened();
    ledger.arrived(changed, 1, "open", true, 6_000_000_000L);

    assertThat(verdict()).isEqualTo(new Verdict(0, 1, 0, 0));
  }

  @Test
  void aSecondTicketUnderAnotherKeyIsDoubled() {
    opened();
    ledger.arrived(changed, 1, "open again", true, 6_000_000_000L);

    assertThat(verdict()).isEqualTo(new Verdict(0, 0, 1, 0));
  }

  @Test
  void anOlderContentAfterANewerOneIsOutOfOrder() {
    opened();
    ledger.arrived(changed, 2, "update", false, 6_000_000_000L);
    ledger.arrived(changed, 1, "older", false, 7_000_000_000L);

    assertThat(verdict()).isEqualTo(new Verdict(0, 0, 0, 1));
  }

  @Test
  void aChangeOfATicketThatNobodyOpenedIsOutOfOrder() {
    ledger.arrived(changed, 2, "update", false, 6_000_000_000L);

    assertThat(verdict().outOfOrder()).isOne();
  }

  @Test
  void theLossesOfAHungAgencyCanBeLeftOut() {
    ledger.acknowledged(changed, 1);

    assertThat(ledger.verdict(agency -> agency != changed % 20).lost()).isZero();
    assertThat(ledger.verdict(agency -> agency == changed % 20).lost()).isOne();
  }

  @Test
  void aTimeCountsFromWhenTheMessageWasDueAndInThePhaseInWhichItWas() {
    int late = TRAFFIC.complaints() - 1;
    var event =
        TRAFFIC.events().stream().filter(it -> it.complaint() == late).findFirst().orElseThrow();
    ledger.begin(10_000_000_000L);
    ledger.arrived(late, 1, "open", true, 10_000_000_000L + event.dueNanos() + 250_000_000L);

    assertThat(event.dueNanos()).isGreaterThan(1_000_000_000L);
    assertThat(ledger.micros(0, agency -> true).getTotalCount()).isZero();
    assertThat(ledger.micros(1, agency -> true).getMaxValue()).isBetween(249_000L, 251_000L);
    assertThat(ledger.micros(1, agency -> agency != late % 20).getTotalCount()).isZero();
  }
}
