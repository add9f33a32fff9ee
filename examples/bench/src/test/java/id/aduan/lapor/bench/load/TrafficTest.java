package id.aduan.lapor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.aduan.lapor.bench.load.Traffic.Event;
import id.aduan.lapor.bench.load.Traffic.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private final Traffic traffic = Traffic.poisson(500, 40, 2101);

  @Test
  void ofAHundredMessages89AreNewTenFollowAndOneIsRepeated() {
    double all = traffic.events().size();

    assertThat(count(Kind.NEW) / all).isCloseTo(0.89, within(0.01));
    assertThat(count(Kind.FOLLOW_UP) / all).isCloseTo(0.10, within(0.01));
    assertThat(count(Kind.REDELIVERY) / all).isCloseTo(0.01, within(0.003));
  }

  private long count(Kind kind) {
    return traffic.events().stream().filter(event -> event.kind() == kind).count();
  }

  @Test
  void theRateIsKeptAndTheMomentsAreThoseOfChance() {
    var events = traffic.events();
    long early = 0;
    for (int i = 1; i < events.size(); i++) {
      long gap = events.get(i).dueNanos() - events.get(i - 1).dueNanos();
      assertThat(gap).isNotNegative();
      early += gap < 2_000_000 ? 1 : 0; // shorter than the mean
    }

    assertThat(events.size() / 40.0).isCloseTo(500, within(15.0));
    assertThat(early / (double) events.size()).isCloseTo(1 - Math.exp(-1), within(0.02));
  }

  @Test
  void theSameSeedSendsTheSameAndAnotherDoesNot() {
    assertThat(Traffic.poisson(500, 40, 2101).events()).isEqualTo(traffic.events());
    assertThat(Traffic.poisson(500, 40, 2102).events()).isNotEqualTo(traffic.events());
  }

  @Test
  void aFollowUpIsTheNextRevisionOfAnEarlierComplaintAndARedeliveryIsOneThatWasSent() {
    Map<Integer, Integer> newest = new HashMap<>();
    for (Event event : traffic.events()) {
      switch (event.kind()) {
        case NEW -> assertThat(newest.put(event.complaint(), 1)).isNull();
        case FOLLOW_UP ->
            assertThat(newest.put(event.complaint(), event.revision()))
                .isEqualTo(event.revision() - 1);
        case REDELIVERY -> assertThat(event.revision()).isBetween(1, newest.get(event.complaint()));
      }
    }
    assertThat(traffic.complaints()).isEqualTo(newest.size());
  }

  @Test
  void aBodyHas1200BytesAndARedeliveryTheSameOnes() {
    byte[] first = Webhooks.body(new Event(Kind.FOLLOW_UP, 7, 2, 0));
    byte[] again = Webhooks.body(new Event(Kind.REDELIVERY, 7, 2, 1));

    assertThat(first).hasSize(1_200).isEqualTo(again);
  }
}
