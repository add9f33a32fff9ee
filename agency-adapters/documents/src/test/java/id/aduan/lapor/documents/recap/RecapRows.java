package id.aduan.lapor.documents.recap;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Part;
import id.aduan.lapor.sync.RecapRow.Standing;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recaps of invented cases, the same each time. */
final class RecapRows {
  static final Instant FROM = Instant.parse("2026-09-30T17:00:00Z");
  static final Instant BEFORE = Instant.parse("2026-10-31T17:00:00Z");
  static final Instant MADE = Instant.parse("2026-11-03T02:00:00Z");
  private static final Standing[] STANDINGS = Standing.values();
  private static final Classification.Kind[] KINDS = Classification.Kind.values();

  private RecapRows() {}

  static List<RecapRow> many(int count) {
    List<RecapRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(one(i, "Jalan rusak di depan sekolah nomor " + i));
    }
    return rows;
  }

  static RecapRow one(int i, String title) {
    Instant received = FROM.plus(Duration.ofMinutes(40L * (i % 1_100)));
    boolean closed = i % 3 == 0;
    boolean overdue = i % 5 == 1;
    Timing timing =
        new Timing(
            "KEMENPAN-5HK",
            overdue ? Clock.State.RUNNING : closed ? Clock.State.MET : Clock.State.MISSED,
            LocalDate.of(2026, 10, 20),
            Instant.parse("2026-10-20T16:59:59Z"),
            overdue,
            i % 7 == 2,
            i % 11 == 10 ? Optional.empty() : Optional.of(i % 9),
            new Limit(5, Limit.Unit.WORKING_DAY));
    return new RecapRow(
        String.valueOf(8_000_000 + i),
        received,
        i % 10 == 9 ? Part.CARRIED : Part.RECEIVED,
        KINDS[i % KINDS.length],
        "Infrastruktur " + i % 7,
        i % 2 == 0 ? "Website" : "SMS 1708",
        STANDINGS[i % STANDINGS.length],
        i % 4 == 0 ? List.of() : i % 4 == 1 ? List.of("dishub") : List.of("pupr", "dishub"),
        i % 50 == 3,
        i % 6 == 0,
        Optional.of(received.plusSeconds(3_600)),
        closed ? Optional.of(received.plusSeconds(90_000)) : Optional.empty(),
        closed ? Optional.of(received.plusSeconds(190_000)) : Optional.empty(),
        List.of(timing),
        i % 3,
        i % 2,
        title,
        "Tanjungpinang");
  }

  static Recap recap(List<RecapRow> rows) {
    RecapTally tally = new RecapTally(FROM, BEFORE);
    rows.forEach(tally::add);
    return new Recap(
        new Recap.Head(
            "Oktober 2026",
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 31),
            ZoneId.of("Asia/Jakarta"),
            MADE,
            "",
            false),
        new Recap.Names(
            "Pemerintah Kabupaten Bintan",
            Map.of(
                "dishub", "Dinas Perhubungan", "pupr", "Dinas Pekerjaan Umum dan Penataan Ruang"),
            Map.of("KEMENPAN-5HK", "Tindak lanjut 5 hari kerja")),
        tally.figures(),
        visitor -> {
          for (RecapRow row : rows) {
            visitor.row(row);
          }
        });
  }
}
