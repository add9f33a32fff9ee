package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.FileStore;
import java.io.IOException;

/** Takes files before a complaint; photos come back apart from documents (portal-wire 2.4). */
final class UploadEndpoint implements Endpoint {
  private final FileStore files;

  UploadEndpoint(FileStore files) {
    this.files = files;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    Multipart form = call.form();
    Uploads.check(form.files(), "attachments\\[]");
    if (form.files().isEmpty()) {
      throw new Refusal(422, "attachments wajib diisi");
    }
    ArrayNode images = Json.array();
    ArrayNode docs = Json.array();
    for (var upload : form.files()) {
      EvidenceFile file = upload.file();
      ObjectNode row = Json.object().put("id", files.keep(file).id());
      (file.isImage() ? images : docs).add(row.put("file_name", file.fileName()));
    }
    ObjectNode results = Json.object();
    results.set("images", images);
    results.set("docs", docs);
    return Json.ok(Json.object().set("results", results));
  }
}
