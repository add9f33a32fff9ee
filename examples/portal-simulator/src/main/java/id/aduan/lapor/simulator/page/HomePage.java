package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Multipart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form to file a complaint. */
final class HomePage {
  private static final Multipart BLANK =
      new Multipart(Map.of("klasifikasi", "pengaduan"), List.of());

  private static final String FORM =
      """
      <h1>Sampaikan laporan Anda</h1>
      {}
      <form action="/lapor" method="post" enctype="multipart/form-data">
      <fieldset><legend>Laporan</legend>
      <p><label for="klasifikasi">Jenis laporan</label>
      <select id="klasifikasi" name="klasifikasi">{}</select></p>
      {}
      {}
      {}
      {}
      <p><label for="kategori">Kategori (boleh dikosongkan)</label>
      <select id="kategori" name="kategori">{}</select></p>
      {}
      </fieldset>
      <fieldset><legend>Pelapor</legend>
      {}
      {}
      {}
      {}
      {}
      </fieldset>
      <p><button>Kirim laporan</button></p>
      </form>
      """;

  private HomePage() {}

  static Answer blank() {
    return page(200, BLANK, List.of());
  }

  /** The same form with what was sent, the files apart, and what is wrong with it. */
  static Answer again(Multipart sent, List<Problem> problems) {
    return page(422, sent, problems);
  }

  private static Answer page(int status, Multipart sent, List<Problem> problems) {
    var fields = new Fields(sent);
    Html form =
        Html.of(
            FORM,
            Problem.list(problems),
            classifications(fields),
            fields.line("judul", "Judul", NewComplaint.TITLE_CHARS_MAX, "required minlength=\"5\""),
            fields.text("kronologi", "Kronologi", NewComplaint.CONTENT_CHARS_MAX, 8),
            fields.line("tanggal", "Waktu kejadian (tanggal)", 10, "type=\"date\" required"),
            fields.line("tempat", "Tempat kejadian", ComplaintForm.PLACE_CHARS_MAX, "required"),
            categories(fields),
            Fields.files(),
            fields.line("nama", "Nama", ComplaintForm.NAME_CHARS_MAX, "required"),
            fields.line("telepon", "Telepon", ComplaintForm.CONTACT_CHARS_MAX, "type=\"tel\""),
            fields.line("surel", "Surel", ComplaintForm.CONTACT_CHARS_MAX, "type=\"email\""),
            fields.check(
                "anonim", "Anonim: nama saya tidak ditampilkan kepada terlapor dan publik"),
            fields.check("rahasia", "Rahasia: isi laporan tidak ditampilkan kepada publik"));
    return Layout.page(status, "Sampaikan laporan", form);
  }

  private static Html classifications(Fields fields) {
    return Html.join(
        Stream.of(
            fields.option("klasifikasi", "pengaduan", "Pengaduan"),
            fields.option("klasifikasi", "informasi", "Permintaan informasi"),
            fields.option("klasifikasi", "aspirasi", "Aspirasi")));
  }

  private static Html categories(Fields fields) {
    Stream<Html> known =
        Categories.shipped().stream()
            .sorted(Comparator.comparing(Category::name))
            .map(
                each ->
                    fields.option(
                        "kategori",
                        String.valueOf(each.id()),
                        each.name() + " (" + each.id() + ")"));
    return Html.join(Stream.concat(Stream.of(fields.option("kategori", "", "Belum tahu")), known));
  }
}
