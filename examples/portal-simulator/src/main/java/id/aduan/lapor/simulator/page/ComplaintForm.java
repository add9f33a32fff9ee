package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.http.Multipart;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a citizen sent: first {@link #problems}, then, if there are none, {@link #complaint}. */
record ComplaintForm(Multipart form, LocalDate today) {
  static final Map<String, String> CLASSIFICATIONS =
      Map.of(
          "pengaduan", "Pengaduan Tidak Berkadar Pengawasan",
          "informasi", "Permintaan Informasi",
          "aspirasi", "Aspirasi");

  static final int PLACE_CHARS_MAX = 200;
  static final int NAME_CHARS_MAX = 100;
  static final int CONTACT_CHARS_MAX = 100;

  List<Problem> problems() {
    List<Problem> found = new ArrayList<>();
    length("judul", "Judul", 5, NewComplaint.TITLE_CHARS_MAX).ifPresent(found::add);
    length("kronologi", "Kronologi", 10, NewComplaint.CONTENT_CHARS_MAX).ifPresent(found::add);
    day().ifPresent(found::add);
    length("tempat", "Tempat kejadian", 1, PLACE_CHARS_MAX).ifPresent(found::add);
    category().ifPresent(found::add);
    if (!CLASSIFICATIONS.containsKey(form.field("klasifikasi"))) {
      found.add(new Problem("klasifikasi", "Pilih jenis laporan."));
    }
    length("nama", "Nama", 1, NAME_CHARS_MAX).ifPresent(found::add);
    contact().ifPresent(found::add);
    Checks.files(form).forEach(found::add);
    return found;
  }

  NewComplaint complaint(@Nullable Integer dispositionId) {
    String category = form.field("kategori");
    return new NewComplaint(
        Texts.line(form.field("judul")),
        Texts.block(form.field("kronologi")),
        category.isEmpty() ? null : Integer.valueOf(category),
        CLASSIFICATIONS.getOrDefault(form.field("klasifikasi"), ""),
        "Website",
        form.fields().containsKey("anonim"),
        form.fields().containsKey("rahasia"),
        LocalDate.parse(form.field("tanggal")),
        Texts.line(form.field("tempat")),
        dispositionId,
        new Reporter(
            Texts.line(form.field("nama")),
            Texts.line(form.field("telepon")),
            Texts.line(form.field("surel"))),
        Checks.evidence(form));
  }

  private Optional<Problem> length(String name, String label, int min, int max) {
    return Checks.length(form, name, label, min, max);
  }

  private Optional<Problem> day() {
    try {
      return LocalDate.parse(form.field("tanggal")).isAfter(today)
          ? Optional.of(new Problem("tanggal", "Tanggal kejadian belum terjadi."))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(new Problem("tanggal", "Tanggal kejadian wajib diisi."));
    }
  }

  private Optional<Problem> category() {
    String id = form.field("kategori");
    boolean known =
        id.isEmpty()
            || (id.matches("\\d{1,9}") && Categories.find(Integer.parseInt(id)).isPresent());
    return known
        ? Optional.empty()
        : Optional.of(new Problem("kategori", "Kategori tidak dikenal."));
  }

  private Optional<Problem> contact() {
    String phone = form.field("telepon");
    String email = form.field("surel");
    if (phone.isBlank() && email.isBlank()) {
      return Optional.of(new Problem("telepon", "Isi nomor telepon atau alamat surel."));
    }
    if (phone.length() > CONTACT_CHARS_MAX || email.length() > CONTACT_CHARS_MAX) {
      return Optional.of(new Problem("telepon", "Telepon dan surel paling banyak 100 karakter."));
    }
    return email.isBlank() || email.strip().matches("[^@\\s]+@[^@\\s]+")
        ? Optional.empty()
        : Optional.of(new Problem("surel", "Alamat surel tidak benar."));
  }
}
