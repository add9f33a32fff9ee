package id.aduan.lapor.simulator.http;

import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.state.AgencyAnswer.Upload;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A multipart form: text fields (the last of a name counts) and files. Empty file parts, which
 * browsers send for an unused input, are left out.
 */
public record Multipart(Map<String, String> fields, List<Upload> files) {
  /** More than every bound on files together; what exceeds it is answered with 413. */
  public static final long BYTES_MAX = 32L * 1024 * 1024;

  private static final long DRAINED_BYTES_MAX = 4 * BYTES_MAX;

  /**
   * Reads the whole form.
   *
   * @throws Refusal when this is no multipart form, or it is too large
   */
  public static Multipart of(HttpServletRequest request) throws IOException {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    if (!type.startsWith("multipart/form-data")) {
      throw new Refusal(415, "multipart/form-data diharapkan");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    List<Upload> files = new ArrayList<>();
    for (Part part : parts(request)) {
      byte[] bytes = part.getInputStream().readAllBytes();
      String fileName = part.getSubmittedFileName();
      if (fileName == null) {
        fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
      } else if (!fileName.isEmpty()) {
        files.add(new Upload(part.getName(), file(part, fileName, bytes)));
      }
    }
    return new Multipart(fields, files);
  }

  /** The field's text, or empty. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private static Iterable<Part> parts(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length > BYTES_MAX) {
      drain(request, length);
      throw new Refusal(413, "Berkas terlalu besar");
    }
    try {
      return request.getParts();
    } catch (IllegalStateException | ServletException e) {
      throw new Refusal(400, "Formulir tidak dapat dibaca");
    }
  }

  /** A sender that is still sending when the answer comes may never read it. */
  private static void drain(HttpServletRequest request, long length) throws IOException {
    if (length <= DRAINED_BYTES_MAX) {
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private static EvidenceFile file(Part part, String fileName, byte[] bytes) {
    String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
    return new EvidenceFile(fileName, type, bytes);
  }
}
