package id.aduan.lapor.bintan.vertical;

import static java.util.stream.Collectors.joining;

import id.aduan.lapor.bintan.desk.Submission;
import id.aduan.lapor.bintan.vertical.message.DaftarkanBerkas;
import id.aduan.lapor.bintan.vertical.message.Lampiran;
import id.aduan.lapor.bintan.vertical.message.PerbaruiBerkas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the office accepts as a dossier. The first fault found is the only one reported. */
final class DossierRules {
  private static final int FILES_MAX = 3;
  private static final int FILE_BYTES_MAX = 2 * 1024 * 1024;

  private DossierRules() {}

  static Optional<Refusal> check(DaftarkanBerkas request) {
    return Stream.of(
            text("perihal", request.perihal, 1, 80),
            text("uraian", request.uraian, 1, 1500),
            text("lokasi", request.lokasi, 0, 150),
            text("namaPemohon", request.namaPemohon, 1, 60),
            text("teleponPemohon", request.teleponPemohon, 0, 15),
            attachments(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> text(
      String field, @Nullable String value, int lengthMin, int lengthMax) {
    var text = orEmpty(value);
    int length = text.codePointCount(0, text.length());
    if (length > lengthMax) {
      return Optional.of(Refusal.tooLong(field, lengthMax));
    }
    return lengthMin > 0 && text.isBlank() ? Optional.of(Refusal.empty(field)) : Optional.empty();
  }

  private static Optional<Refusal> attachments(DaftarkanBerkas request) {
    if (request.lampiran.size() > FILES_MAX) {
      return Optional.of(Refusal.attachment("lampiran paling banyak " + FILES_MAX + " berkas"));
    }
    return request.lampiran.stream()
        .map(DossierRules::attachment)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> attachment(Lampiran file) {
    if (orEmpty(file.nama).isBlank() || file.isi == null || file.isi.length == 0) {
      return Optional.of(Refusal.attachment("lampiran tanpa nama atau tanpa isi"));
    }
    return file.isi.length > FILE_BYTES_MAX
        ? Optional.of(Refusal.attachment("lampiran paling besar 2 MB"))
        : Optional.empty();
  }

  /** The same as a dossier that is opened, so that the same rules hold. */
  static DaftarkanBerkas filing(PerbaruiBerkas request) {
    var filing = new DaftarkanBerkas();
    filing.perihal = request.perihal;
    filing.uraian = request.uraian;
    filing.lokasi = request.lokasi;
    filing.namaPemohon = request.namaPemohon;
    filing.teleponPemohon = request.teleponPemohon;
    filing.kodeKlasifikasi = request.kodeKlasifikasi;
    filing.lampiran = request.lampiran;
    return filing;
  }

  static Submission submission(String reference, DaftarkanBerkas request, String rawRequest) {
    var fields = new LinkedHashMap<String, String>();
    keep(fields, "Uraian", orEmpty(request.uraian));
    keep(fields, "Lokasi", orEmpty(request.lokasi));
    keep(fields, "Pemohon", orEmpty(request.namaPemohon));
    keep(fields, "Telepon", orEmpty(request.teleponPemohon));
    keep(fields, "Klasifikasi", Classifications.label(request.kodeKlasifikasi));
    keep(
        fields,
        "Lampiran",
        request.lampiran.stream().map(file -> orEmpty(file.nama)).collect(joining(", ")));
    return new Submission(LandOffice.UNIT, reference, orEmpty(request.perihal), fields, rawRequest);
  }

  private static void keep(Map<String, String> fields, String label, String value) {
    if (!value.isEmpty()) {
      fields.put(label, value);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
