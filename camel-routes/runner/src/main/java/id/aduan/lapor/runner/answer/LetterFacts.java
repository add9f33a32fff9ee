package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.explain.IndonesianDates;
import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseLegs;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.PublicAnswers;
import id.aduan.lapor.sync.PublicAnswers.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a letter says of a case, in Bahasa Indonesia and in the names of its placeholders. Whoever
 * may not be named to an agency is not in it, nor is anybody once the portal has the case no more
 * (C14, F60). The same state of a case gives the same.
 *
 * @param on the letter's day
 */
public record LetterFacts(
    LocalDate on, Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
  private static final String NOTHING = "-";
  private static final String WITHHELD = "Dirahasiakan";

  @Override
  public String toString() {
    return "LetterFacts[***]";
  }

  /**
   * Reads them.
   *
   * @param today in the zone of the configuration
   * @throws IllegalArgumentException when that agency has not had it
   */
  static LetterFacts of(
      CaseStore store,
      Tx tx,
      CaseRecord found,
      LetterOrder order,
      Whereabouts whereabouts,
      LocalDate today) {
    Complaint complaint = found.complaint();
    LetterKind kind = order.letter();
    ZoneId zone = whereabouts.zone();
    Instant received = complaint.receivedAt().orElse(found.firstSeenAt());
    LocalDate usual = kind == LetterKind.RECEIPT ? LocalDate.ofInstant(received, zone) : today;
    LocalDate on = order.on().orElse(usual);
    boolean withheld = isWithheld(store, tx, complaint);
    List<Map<String, String>> files =
        LetterFiles.of(store.files().of(tx, complaint.id()), complaint.attachments(), withheld);
    LetterClocks clocks =
        new LetterClocks(
            kind,
            store.clocks().find(tx, complaint.id()).map(CaseClocks::clocks).orElse(List.of()),
            on);
    Map<String, String> values = new HashMap<>();
    complaint(complaint, values);
    reporter(complaint, withheld, values);
    values.put(
        "tanggal_diterima", IndonesianDates.withWeekday(LocalDate.ofInstant(received, zone)));
    values.put("waktu_diterima", IndonesianDates.time(LocalTime.ofInstant(received, zone), zone));
    values.put("jumlah_lampiran", files.isEmpty() ? NOTHING : files.size() + " berkas");
    values.put("tenggat", clocks.agencysDue().map(IndonesianDates::date).orElse(NOTHING));
    LetterAgencies agencies =
        new LetterAgencies(
            new CaseLegs(store).of(tx, found),
            store.links().of(tx, complaint.id()),
            whereabouts.names());
    Optional<Leg> chosen = agencies.chosen(order.code());
    agencies.tell(chosen, values);
    Optional<Whose> whose = order.code().map(agencies::whose);
    values.put("jawaban", new PublicAnswers(store).last(tx, complaint, whose).orElse(NOTHING));
    agencies.reason(order.code()).ifPresent(reason -> values.put("alasan", reason));
    values.put("perihal", subject(kind, complaint.id().value()));
    values.put("tujuan", addressee(kind, values.getOrDefault("instansi", NOTHING)));
    return new LetterFacts(
        on,
        values,
        Map.of(
            "lampiran", files,
            "batas", clocks.rows(whereabouts),
            "instansi_lain", agencies.others()));
  }

  /** By the rule for an agency's ticket. */
  private static boolean isWithheld(CaseStore store, Tx tx, Complaint complaint) {
    boolean isGone =
        store.follows().find(tx, complaint.id()).filter(it -> it.phase() == Phase.GONE).isPresent();
    return isGone || complaint.visibility().identityWithheld();
  }

  private static void complaint(Complaint complaint, Map<String, String> values) {
    values.put("nomor_laporan", complaint.id().value());
    values.put("judul", orNothing(complaint.title().replaceAll("\\R", " ")));
    values.put("isi", orNothing(complaint.content()));
    values.put("klasifikasi", orNothing(complaint.classification().raw()));
    values.put("kategori", complaint.category().map(LetterFacts::category).orElse(NOTHING));
    values.put("status", orNothing(complaint.status().raw()));
    values.put("kanal", orNothing(complaint.channel()));
    values.put("lokasi", orNothing(complaint.location()));
    values.put(
        "tanggal_kejadian", complaint.incidentOn().map(IndonesianDates::date).orElse(NOTHING));
  }

  private static void reporter(Complaint complaint, boolean withheld, Map<String, String> values) {
    Reporter reporter = complaint.reporter();
    values.put("nama_pelapor", withheld ? WITHHELD : orNothing(reporter.name()));
    values.put("telepon_pelapor", withheld ? WITHHELD : orNothing(reporter.phone()));
    values.put("surel_pelapor", withheld ? WITHHELD : orNothing(reporter.email()));
  }

  private static String category(Category category) {
    return orNothing(category.name().isEmpty() ? Mapping.describe(category.id()) : category.name());
  }

  static String orNothing(String text) {
    return text.isBlank() ? NOTHING : text;
  }

  private static String subject(LetterKind kind, String id) {
    return switch (kind) {
      case RECEIPT -> "Tanda terima pengaduan nomor " + id;
      case DISPOSITION -> "Disposisi pengaduan nomor " + id;
      case COVERING -> "Penerusan pengaduan masyarakat nomor " + id;
      case ANSWER -> "Jawaban atas pengaduan nomor " + id;
      case MEMO -> "Laporan penanganan pengaduan nomor " + id;
      case REPRIMAND -> "Teguran atas keterlambatan tindak lanjut pengaduan nomor " + id;
      case RETURN -> "Pengembalian pengaduan nomor " + id;
    };
  }

  private static String addressee(LetterKind kind, String agency) {
    return switch (kind) {
      case ANSWER -> "Pelapor";
      case COVERING, REPRIMAND, DISPOSITION ->
          agency.equals(NOTHING) ? NOTHING : "Kepala " + agency;
      case RETURN -> "Admin SP4N-LAPOR! Nasional";
      case RECEIPT, MEMO -> NOTHING;
    };
  }
}
