package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.AgencyAnswer.Upload;
import java.util.List;

/** The bounds for files in one request: number, size, and the name of their fields. */
final class Uploads {
  private Uploads() {}

  /** A field of another name is refused, not dropped: a client's mistake must show. */
  static void check(List<Upload> files, String fieldPattern) {
    if (files.size() > EvidenceFile.FILES_MAX) {
      throw new Refusal(422, "paling banyak " + EvidenceFile.FILES_MAX + " berkas");
    }
    for (Upload upload : files) {
      if (!upload.field().matches(fieldPattern)) {
        throw new Refusal(422, "berkas pada kolom yang tidak dikenal: " + upload.field());
      }
      if (upload.file().bytes().length > EvidenceFile.BYTES_MAX) {
        throw new Refusal(413, "berkas lebih besar dari 5 MB");
      }
    }
  }
}
