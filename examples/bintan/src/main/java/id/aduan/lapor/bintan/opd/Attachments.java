package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Checks attachments (lampiran); their contents stay in the raw request. */
final class Attachments {
  private static final int FILES_MAX = 5;
  private static final int FILE_BYTES_MAX = 5 * 1024 * 1024;

  private Attachments() {}

  /** The names of the files; faults go to the reader. */
  static List<String> names(JsonNode files, FieldReader reader) {
    if (FieldReader.isAbsent(files)) {
      return List.of();
    }
    if (!files.isArray()) {
      reader.fault("lampiran", "Harus berupa daftar.");
      return List.of();
    }
    if (files.size() > FILES_MAX) {
      reader.fault("lampiran", "Paling banyak " + FILES_MAX + " berkas.");
      return List.of();
    }
    var names = new ArrayList<String>();
    for (int i = 0; i < files.size(); i++) {
      names.add(name(files.get(i), "lampiran[" + i + "]", reader));
    }
    return names;
  }

  /** The name of one; faults go to the reader. */
  static String name(JsonNode file, String place, FieldReader reader) {
    var name = file.path("nama").asText("");
    if (name.isBlank() || name.length() > 120) {
      reader.fault(place + ".nama", "Wajib diisi, paling banyak 120 karakter.");
    }
    var content = file.path("isi_base64").asText("");
    int bytes = sizeOf(content);
    if (bytes <= 0) {
      reader.fault(place + ".isi_base64", "Bukan base64 yang sah, atau kosong.");
    } else if (bytes > FILE_BYTES_MAX) {
      reader.fault(place + ".isi_base64", "Paling besar 5 MB.");
    }
    return name;
  }

  private static int sizeOf(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
