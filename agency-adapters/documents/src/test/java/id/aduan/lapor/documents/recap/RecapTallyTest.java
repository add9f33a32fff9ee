package id.aduan.lapor.documents.recap;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.sync.RecapRow;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecapTallyTest {
  private final RecapTally tally = new RecapTally(RecapRows.FROM, RecapRows.BEFORE);

  @Test
  void everyDamagedCaseIsCountedAndTheFirstThousandAreNamed() {
    for (int page = 0; page < 5; page++) {
      tally.damaged(Collections.nCopies(500, "8000001"));
    }

    RecapFigures figures = tally.figures();

    assertThat(figures.damagedCases()).isEqualTo(2_500);
    assertThat(figures.damaged()).hasSize(1_000);
    assertThat(RecapWords.damaged(figures)).endsWith(" dan 1500 laporan lain");
  }

  @Test
  void whatIsNotKnownToBeOpenIsNotCountedAsOpen() {
    List<RecapRow> rows = RecapRows.many(1_000);
    rows.forEach(tally::add);

    RecapFigures figures = tally.figures();

    long closed = rows.stream().filter(it -> it.closedAt().isPresent()).count();
    long gone = rows.stream().filter(it -> it.standing().name().equals("GONE")).count();
    assertThat(figures.gone()).isEqualTo(gone).isPositive();
    assertThat(figures.unknown()).isPositive();
    assertThat(figures.open()).isLessThan(1_000 - closed - figures.unknown()).isPositive();
    assertThat(figures.byStatus().stream().mapToLong(RecapFigures.Count::cases).sum())
        .isEqualTo(figures.received());
  }
}
