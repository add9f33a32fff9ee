package id.aduan.lapor.simulator.export;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.state.Complaint;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns by name, and how a complaint fills them; every cell is a text (portal-wire 4.2). */
final class Columns {
  /** The UTC day with an English month and no leading zero (portal-wire 4.4). */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final int OFFICE_AS_PARENT_EVERY = 11;

  /** One column. */
  record Column(String name, Function<Complaint, String> text) {}

  private final ExportOptions options;
  private final String parent;

  /**
   * @param parent the institution whose admin exports
   */
  Columns(ExportOptions options, String parent) {
    this.options = options;
    this.parent = parent;
  }

  List<Column> all() {
    List<Column> all = new ArrayList<>();
    all.add(new Column("Tracking ID", Complaint::id));
    all.add(new Column("Tanggal Laporan Masuk", each -> DAY.format(each.createdAt())));
    all.add(new Column("Waktu Laporan Masuk", each -> TIME.format(each.createdAt())));
    if (options.reporters()) {
      all.add(new Column("Nama Pelapor", Columns::reporter));
    }
    all.add(new Column("Klasifikasi Laporan", each -> each.filed().classification()));
    all.add(new Column("ID Kategori", Columns::categoryId));
    all.add(new Column("Kategori", Columns::category));
    all.add(new Column("Judul Laporan", each -> glued(each.filed().title())));
    all.add(new Column("Isi Laporan Awal", each -> glued(each.first().content())));
    all.add(new Column("Isi Laporan Akhir", each -> glued(each.filed().content())));
    all.add(new Column("Tipe Laporan (Anonim/Rahasia)", each -> flags(each.filed())));
    all.add(new Column("Sumber Laporan", each -> each.filed().channel()));
    all.add(new Column("Instansi Induk", this::parent));
    if (options.agencyIds()) {
      all.add(new Column("ID Instansi Terdisposisi", Columns::agencyId));
    }
    all.add(new Column("Instansi Terdisposisi", this::agency));
    all.add(new Column("Status Laporan", each -> each.status().publicName()));
    all.add(new Column("Alasan Tunda/Arsip", Complaint::reason));
    all.add(new Column("Provinsi", each -> "Jawa Barat"));
    all.add(new Column("Kota/Kabupaten", each -> "Bandung"));
    if (options.agencyIds()) {
      all.add(new Column("Kecamatan", each -> ""));
      all.add(new Column("Kelurahan", each -> glued(each.filed().location())));
    }
    return all;
  }

  /** Not always the government itself: in about one of eleven rows it is the office. */
  private String parent(Complaint complaint) {
    Institution agency = complaint.institution();
    boolean isOffice = Long.parseLong(complaint.id()) % OFFICE_AS_PARENT_EVERY == 0;
    return agency != null && isOffice ? name(agency) : parent;
  }

  private String name(Institution agency) {
    return options.names().getOrDefault(agency.id(), agency.name());
  }

  private static String reporter(Complaint complaint) {
    var reporter = complaint.filed().reporter();
    return reporter == null ? "" : reporter.name();
  }

  private static String categoryId(Complaint complaint) {
    Integer id = complaint.filed().categoryId();
    return id == null ? "" : String.valueOf(id);
  }

  private static String category(Complaint complaint) {
    Integer id = complaint.filed().categoryId();
    return id == null ? "" : Categories.find(id).map(Category::name).orElse("");
  }

  /** Line breaks go without leaving a space (portal-wire 4.2). */
  private static String glued(String text) {
    return text.replaceAll("\\R", "");
  }

  private static String flags(NewComplaint filed) {
    return Stream.of(filed.anonymous() ? "Anonim" : "", filed.secret() ? "Rahasia" : "")
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("|"));
  }

  private static String agencyId(Complaint complaint) {
    Institution agency = complaint.institution();
    return agency == null ? "" : String.valueOf(agency.id());
  }

  private String agency(Complaint complaint) {
    Institution agency = complaint.institution();
    return agency == null ? "" : name(agency);
  }
}
