package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.PortalExport.Bad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a person reads of an import, in Bahasa Indonesia and in English; names nobody. */
final class ExportReport {
  private ExportReport() {}

  /** All of it on one line, for a log. */
  static String line(ExportSummary of) {
    return "%d rows: %d opened, %d kept, %d changed, %d unchanged, %d asked, %d held, %d bad"
        .formatted(
            of.rows(),
            of.count(ExportOutcome.OPENED),
            of.count(ExportOutcome.KEPT),
            of.count(ExportOutcome.CHANGED),
            of.count(ExportOutcome.UNCHANGED),
            of.count(ExportOutcome.ASKED),
            of.held(),
            of.count(ExportOutcome.BAD));
  }

  /** What of it stands in the audit trail. */
  static String trail(ExportSummary of) {
    return "%d rows: %d opened, %d kept, %d changed, %d asked, %d held, %d bad"
        .formatted(
            of.rows(),
            of.count(ExportOutcome.OPENED),
            of.count(ExportOutcome.KEPT),
            of.count(ExportOutcome.CHANGED),
            of.count(ExportOutcome.ASKED),
            of.held(),
            of.count(ExportOutcome.BAD));
  }

  static String of(LaporException why) {
    return "Tidak diimpor; tidak ada yang berubah. / Not imported; nothing was changed.\n"
        + why.code()
        + ": "
        + why.getMessage()
        + "\n";
  }

  /** Of a fault of ours. */
  static String fault(Throwable why) {
    return "Tidak selesai diimpor; sebagian mungkin sudah tersimpan. / Not imported to its end; some"
        + " of it may have been kept.\n"
        + why.getClass().getName()
        + "\n";
  }

  static String of(ExportSummary of) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Tanggal Generate / made on: " + of.generatedOn().map(LocalDate::toString).orElse("?"));
    add(lines, "Baris / rows", of.rows());
    add(lines, "Kasus baru, diteruskan / opened, sent to agencies", of, ExportOutcome.OPENED);
    add(lines, "Kasus baru, sudah selesai / kept, ended already", of, ExportOutcome.KEPT);
    add(lines, "Berubah / changed", of, ExportOutcome.CHANGED);
    add(lines, "Sama / unchanged", of, ExportOutcome.UNCHANGED);
    add(lines, "Ditanyakan ke portal / the portal is asked", of, ExportOutcome.ASKED);
    add(lines, "Ditahan, ekspor lebih lama / held, older export", of, ExportOutcome.HELD_OLDER);
    add(lines, "Ditahan, beda dari portal / held, the portal said", of, ExportOutcome.HELD_HEARD);
    add(lines, "Ditahan, tanpa isi / held, without a text", of, ExportOutcome.HELD_TEXTLESS);
    add(lines, "Instansi tidak dikenal / unknown institutions", of.unnamedInstitutions());
    add(lines, "Status tidak dikenal / unknown statuses", of.unknownStatuses());
    add(lines, "Baris rusak / bad rows", of, ExportOutcome.BAD);
    for (Bad bad : of.bad()) {
      lines.add("  baris / row %d: %s".formatted(bad.number(), told(bad)));
    }
    if (of.count(ExportOutcome.BAD) > of.bad().size()) {
      lines.add("  ...");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String told(Bad bad) {
    return bad.column().isEmpty() ? bad.what() : "'" + bad.column() + "' " + bad.what();
  }

  private static void add(List<String> lines, String what, ExportSummary of, ExportOutcome how) {
    add(lines, what, of.count(how));
  }

  private static void add(List<String> lines, String what, int count) {
    lines.add(what + ": " + count);
  }
}
