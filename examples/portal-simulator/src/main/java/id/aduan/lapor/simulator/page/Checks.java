package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.state.AgencyAnswer.Upload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that forms share. */
final class Checks {
  private Checks() {}

  static Optional<Problem> length(Multipart form, String name, String label, int min, int max) {
    int length = Texts.block(form.field(name)).length();
    if (length < min) {
      String text =
          min > 1 ? label + " paling sedikit " + min + " karakter." : label + " wajib diisi.";
      return Optional.of(new Problem(name, text));
    }
    return length > max
        ? Optional.of(new Problem(name, label + " paling banyak " + max + " karakter."))
        : Optional.empty();
  }

  static Stream<Problem> files(Multipart form) {
    List<Upload> files = form.files();
    Stream<Problem> tooMany =
        files.size() > EvidenceFile.FILES_MAX
            ? Stream.of(new Problem("berkas", "Berkas paling banyak 5."))
            : Stream.empty();
    Stream<Problem> tooLarge =
        files.stream()
            .filter(each -> each.file().bytes().length > EvidenceFile.BYTES_MAX)
            .map(
                each ->
                    new Problem(
                        "berkas", "Berkas " + each.file().fileName() + " lebih dari 5 MB."));
    return Stream.concat(tooMany, tooLarge);
  }

  static List<EvidenceFile> evidence(Multipart form) {
    return form.files().stream().map(Upload::file).toList();
  }
}
