package id.aduan.lapor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Writes a {@code multipart/form-data} body. Not safe for use by many threads. */
public final class Multipart {
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}");
  private static final String BYTES = "application/octet-stream";
  private static final int FILE_NAME_CHARS_MAX = 255;
  private static final int RANDOM_BYTES = 16;
  private final String boundary;
  private final List<Content> parts = new ArrayList<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  public Multipart(RandomGenerator chance) {
    this(random(chance));
  }

  private Multipart(String boundary) {
    this.boundary = "lapor-" + boundary;
  }

  /**
   * One that is the same for the same file: no file holds its own hash.
   *
   * @param sha256 of the file that it carries, in hexadecimal
   */
  public static Multipart around(String sha256) {
    return new Multipart(sha256.substring(0, 2 * RANDOM_BYTES));
  }

  private static String random(RandomGenerator chance) {
    byte[] random = new byte[RANDOM_BYTES];
    chance.nextBytes(random);
    return HexFormat.of().formatHex(random);
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
    return file(name, fileName, type, Content.of(bytes));
  }

  /** The same of one that is read as it goes out. */
  public Multipart file(String name, String fileName, String type, Content content) {
    write("--" + boundary + "\r\n");
    write("Content-Disposition: form-data; name=\"" + name + "\"");
    write("; filename=\"" + quoted(fileName) + "\"\r\n");
    write("Content-Type: " + (TYPE.matcher(type).matches() ? type : BYTES) + "\r\n\r\n");
    add(content);
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
    flush();
    return new HttpCall.Body("multipart/form-data; boundary=" + boundary, Contents.concat(parts));
  }

  /** What is in memory is one part together with what is around it. */
  private void add(Content content) {
    if (content instanceof Content.InMemory here) {
      text.writeBytes(here.bytes());
    } else {
      flush();
      parts.add(content);
    }
  }

  private void flush() {
    parts.add(Content.of(text.toByteArray()));
    text.reset();
  }

  private void write(String line) {
    text.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }
}
