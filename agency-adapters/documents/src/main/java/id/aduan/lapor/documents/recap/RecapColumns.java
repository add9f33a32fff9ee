package id.aduan.lapor.documents.recap;

import static id.aduan.lapor.documents.recap.Column.count;
import static id.aduan.lapor.documents.recap.Column.day;
import static id.aduan.lapor.documents.recap.Column.moment;
import static id.aduan.lapor.documents.recap.Column.text;

import id.aduan.lapor.documents.recap.RecapFigures.Count;
import id.aduan.lapor.documents.recap.RecapFigures.Kept;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The columns of every list of a recap. A new column is a line here: its name, its type and its
 * value; the workbook, the CSV and what a template may name follow. Pure.
 */
final class RecapColumns {
  static final List<Column<Kept>> CLOCKS =
      List.of(
          text("nama", (recap, kept) -> recap.names().rule(kept.rule())),
          count("tepat", Kept::met),
          count("terlambat", Kept::late),
          count("berjalan", Kept::running),
          count("gugur", Kept::dropped),
          new Column<>("bagian", (recap, kept) -> share(kept)));

  static final List<Column<Numbered>> OVERDUE =
      List.of(
          count("nomor", Numbered::number),
          text("id", it -> it.row().trackingId()),
          moment("diterima", it -> Optional.of(it.row().receivedAt())),
          text("instansi", (recap, it) -> recap.names().agencies(it.row())),
          text("waktu", (recap, it) -> recap.names().rule(worst(it).rule())),
          day("tenggat", it -> Optional.of(worst(it).dueOn())),
          new Column<>("hari", RecapColumns::daysLate),
          text("judul", it -> it.row().title()));

  static final List<Column<Numbered>> REGISTER =
      List.of(
          count("nomor", Numbered::number),
          text("id", it -> it.row().trackingId()),
          moment("diterima", it -> Optional.of(it.row().receivedAt())),
          text("klasifikasi", it -> RecapWords.kind(it.row().classification().name())),
          text("kategori", it -> it.row().category()),
          text("kanal", it -> RecapWords.channel(it.row().channel())),
          text("status", it -> RecapWords.standing(it.row().standing().name())),
          text("instansi", (recap, it) -> recap.names().agencies(it.row())),
          moment("disposisi", it -> it.row().disposedAt()),
          moment("jawab", it -> it.row().answeredAt()),
          moment("selesai", it -> it.row().closedAt()),
          day("tenggat", it -> nearest(it, clock -> clock.state().isOpen()).map(Timing::dueOn)),
          text("ketepatan", (recap, it) -> RecapWords.timings(it.row(), recap.names())),
          text("terpakai", (recap, it) -> RecapWords.used(it.row(), recap.names())),
          count("berkas", it -> it.row().files()),
          count("tersimpan", it -> it.row().filesKept()),
          text("tanda", it -> RecapWords.marks(it.row())),
          text("judul", it -> it.row().title()),
          text("lokasi", it -> it.row().location()));

  private RecapColumns() {}

  /** A case with its place in a list. */
  record Numbered(long number, RecapRow row) {}

  /** Of the figures by some mark, which people call something. */
  static List<Column<Count>> counts(BiFunction<Recap, String, String> name) {
    return List.of(
        text("nama", (recap, it) -> name.apply(recap, it.key())), count("jumlah", Count::cases));
  }

  private static Cell share(Kept kept) {
    return kept.met() + kept.late() == 0 ? new Cell.Text("–") : new Cell.Share(kept.share());
  }

  private static Cell daysLate(Recap recap, Numbered it) {
    LocalDate today = Column.local(recap, recap.head().madeAt()).toLocalDate();
    return new Cell.Count(Math.max(0, today.toEpochDay() - worst(it).dueOn().toEpochDay()));
  }

  private static Timing worst(Numbered it) {
    return nearest(it, Timing::overdue).orElseThrow();
  }

  private static Optional<Timing> nearest(Numbered it, Predicate<Timing> which) {
    return it.row().clocks().stream().filter(which).min(Comparator.comparing(Timing::dueAt));
  }
}
