package id.aduan.lapor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Writes a {@code multipart/form-data} body. Not safe for use by many threads. */
public final class Multipart {
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

  /** Ends the body. */
  public HttpCall.Body body() {
    write("--" + boundary + "--\r\n");
    return new HttpCall.Body("multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
