package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;

/** Runs the form of a file over an invented one before start. */
final class AttachTrial {
  private static final AgencyTicket TICKET = new AgencyTicket(new AgencyCode("contoh"), "7319-1");
  private static final String UPLOAD = "unggahan-7319";
  private static final OutgoingFile FILE =
      new OutgoingFile(
          Reference.of(new TrackingId("731946205812")),
          1,
          "731946205812-1-foto.jpg",
          "image/jpeg",
          "0".repeat(64),
          Content.of("foto".getBytes(StandardCharsets.US_ASCII)));

  private AttachTrial() {}

  /** Runs one that carries the file. */
  static void run(String body, YamlScalar written) {
    try {
      var unused = made(body, "");
    } catch (ExpressionFailure e) {
      written.problem(
          "for an invented file this " + e.getMessage(),
          "write for example {\"nama\": file.name, \"isi\": file.base64}");
    }
  }

  /**
   * Runs one that names an upload.
   *
   * @param elsewhere whether the path names it, so that the body need not
   */
  static void runNaming(String body, boolean elsewhere, YamlScalar written) {
    String mend = "write for example {\"lampiran\": [upload]}";
    try {
      String json = new String(made(body, UPLOAD).bytes(), StandardCharsets.UTF_8);
      if (!elsewhere && !json.contains(UPLOAD)) {
        written.problem("for an invented file this does not name the upload", mend);
      }
    } catch (ExpressionFailure e) {
      written.problem("for an invented file this " + e.getMessage(), mend);
    }
  }

  private static HttpCall.Body made(String body, String upload) throws ExpressionFailure {
    return Attaching.inline(Expression.compile(body), new Attaching.Sent(TICKET, FILE, upload));
  }
}
