package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.StoredFile;
import java.util.List;

/**
 * Photos under numbers, documents under {@code docs}: a map that is not a clean list (portal-wire
 * 2.8).
 */
final class FileMap {
  private FileMap() {}

  static ObjectNode of(List<StoredFile> files) {
    ObjectNode map = Json.object();
    ArrayNode docs = Json.array();
    for (StoredFile file : files) {
      ObjectNode entry =
          Json.object()
              .put("path", file.path())
              .put("file_name", file.file().fileName())
              .put("extension", file.file().extension());
      if (file.file().isImage()) {
        map.set(String.valueOf(map.size()), entry);
      } else {
        docs.add(entry);
      }
    }
    map.set("docs", docs);
    return map;
  }
}
