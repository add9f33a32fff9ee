package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.Contents;
import id.aduan.lapor.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file in a SOAP request: in base64 within the envelope, or beside it as MTOM has it. CXF writes
 * the envelope with a marker in its place; the file itself is read as the request goes out, and is
 * never in memory whole.
 *
 * @param mtom whether it goes beside the envelope
 */
record SoapFile(OutgoingFile file, boolean mtom) {
  /** A line that is slower is given up; the time for it is added to the deadline of a call. */
  private static final long BYTES_PER_SECOND_MIN = 256 * 1024;

  private static final int BOUNDARY_DIGITS = 32;
  private static final String ROOT = "envelope@lapor.invalid";

  /** What stands in the envelope in its place. */
  String marker() {
    return "LAPOR-" + file.sha256();
  }

  /**
   * The request with the file in it.
   *
   * @param type the media type of the envelope
   * @param envelope in UTF-8, with the marker in it once
   */
  HttpCall.Body body(String type, byte[] envelope) {
    String text = new String(envelope, StandardCharsets.UTF_8);
    return mtom
        ? related(type, text)
        : new HttpCall.Body(type, Contents.around(text, marker(), Contents.base64(file.content())));
  }

  private HttpCall.Body related(String type, String envelope) {
    String content = file.sha256() + "@lapor.invalid";
    // No file holds its own hash.
    String boundary = "lapor-" + file.sha256().substring(0, BOUNDARY_DIGITS);
    String media = type.substring(0, (type + ";").indexOf(';')).strip().toLowerCase(Locale.ROOT);
    String include =
        "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:"
            + content
            + "\"/>";
    Content before =
        Contents.text(
            part(boundary, "application/xop+xml; charset=UTF-8; type=\"" + media + "\"", ROOT)
                + envelope.replace(marker(), include)
                + "\r\n"
                + part(boundary, file.type(), content));
    Content after = Contents.text("\r\n--" + boundary + "--\r\n");
    return new HttpCall.Body(
        "multipart/related; type=\"application/xop+xml\"; start=\"<"
            + ROOT
            + ">\"; start-info=\""
            + media
            + "\"; boundary=\""
            + boundary
            + "\"",
        Contents.concat(List.of(before, file.content(), after)));
  }

  private static String part(String boundary, String type, String id) {
    return "--"
        + boundary
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
        + id
        + ">\r\n\r\n";
  }

  /** The call with as much time more as its body may take. */
  HttpCall patient(HttpCall call) {
    Duration more = Duration.ofSeconds(file.content().length() / BYTES_PER_SECOND_MIN);
    return call.with(Map.of(), call.bounds().within(call.bounds().deadline().plus(more)));
  }
}
