package id.aduan.lapor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Writes a {@code multipart/form-data} body. Not safe for use by many threads. */
public final class Multipart {
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}");
  private static final String BYTES = "application/octet-stream";
  private static final int FILE_NAME_CHARS_MAX = 255;
  private final String boundary;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Multipart(RandomGenerator chance) {
    byte[] random = new byte[16];
    chance.nextBytes(random);
    boundary = "lapor-" + HexFormat.of().formatHex(random);
  }

  /** Adds a text field. Its name is ours, so it needs no quoting. */
  public Multipart field(String name, String value) {
    write("--" + boundary + "\r\n");
    write("Content-Disposition: form-data; name=\"" + name + "\"\r\n");
    write("Content-Type: text/plain; charset=UTF-8\r\n\r\n");
    write(value);
    write("\r\n");
    return this;
  }

  /**
   * Adds a file. Its name is somebody's: what would end its place in the header is written as
   * browsers write it. A type that is none is sent as plain bytes.
   */
  public Multipart file(String name, String fileName, String type, byte[] bytes) {
    write("--" + boundary + "\r\n");
    write("Content-Disposition: form-data; name=\"" + name + "\"");
    write("; filename=\"" + quoted(fileName) + "\"\r\n");
    write("Content-Type: " + (TYPE.matcher(type).matches() ? type : BYTES) + "\r\n\r\n");
    body.writeBytes(bytes);
    write("\r\n");
    return this;
  }

  private static String quoted(String fileName) {
    String quoted =
        fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A").replace("\0", "");
    return quoted.substring(0, Math.min(FILE_NAME_CHARS_MAX, quoted.length()));
  }

  /** Ends the body. */
  public HttpCall.Body body() {
    write("--" + boundary + "--\r\n");
    return new HttpCall.Body("multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
