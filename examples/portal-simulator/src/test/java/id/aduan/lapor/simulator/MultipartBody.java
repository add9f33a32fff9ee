package id.aduan.lapor.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.util.Map;

/** A multipart form, written by hand so that nothing of the simulator's own reading is reused. */
final class MultipartBody {
  private static final String BOUNDARY = "----batas-7d4a1f";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static MultipartBody of(Map<String, String> fields) {
    var body = new MultipartBody();
    fields.forEach(body::field);
    return body;
  }

  /** The nine text fields of a follow-up. */
  static MultipartBody followUp(String complaintId, String content) {
    return of(
        Map.of(
            "user_id", "1234",
            "institution_from_id", "14627",
            "institution_to_id", "12938",
            "complaint_id", complaintId,
            "info_disposition", "",
            "template_code", "reply_lmw",
            "rating", "0",
            "is_secret", "0",
            "content", content));
  }

  MultipartBody field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  MultipartBody file(String name, String fileName, String type, byte[] bytes) {
    String disposition =
        "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"";
    return part(disposition + "\r\nContent-Type: " + type, bytes);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  HttpRequest.BodyPublisher publisher() {
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return HttpRequest.BodyPublishers.ofByteArray(out.toByteArray());
  }

  private MultipartBody part(String head, byte[] bytes) {
    out.writeBytes(("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n").getBytes(UTF_8));
    out.writeBytes(bytes);
    out.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }
}
