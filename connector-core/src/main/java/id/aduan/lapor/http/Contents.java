package id.aduan.lapor.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/** Contents that are made of others, and are as little in memory as these. */
public final class Contents {
  /** A multiple of three, so that only the last piece is padded. */
  private static final int PIECE_BYTES = 48 * 1024;

  private Contents() {}

  /** One after another. */
  public static Content concat(List<Content> parts) {
    return parts.size() == 1 ? parts.get(0) : new Joined(List.copyOf(parts));
  }

  /** In base64, on one line and padded. */
  public static Content base64(Content plain) {
    return new Base64Text(plain);
  }

  /**
   * A text with a content in the place of a marker.
   *
   * @param marker stands in the text once
   * @throws IllegalArgumentException when it does not
   */
  public static Content around(String text, String marker, Content inside) {
    int at = text.indexOf(marker);
    if (at < 0 || text.indexOf(marker, at + 1) >= 0) {
      throw new IllegalArgumentException("the place of the content is not there once");
    }
    return concat(
        List.of(text(text.substring(0, at)), inside, text(text.substring(at + marker.length()))));
  }

  /** A text in UTF-8. */
  public static Content text(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Begins to read what goes out with its length announced.
   *
   * @throws ContentFailure from here or from any reading, when it cannot be read, or is not of that
   *     length; then fewer bytes came than were announced
   */
  public static InputStream open(Content content) throws ContentFailure {
    try {
      return new ExactStream(content.open(), content.length());
    } catch (ContentFailure e) {
      throw e;
    } catch (IOException e) {
      throw new ContentFailure("what was to go out could not be read", e);
    }
  }

  private record Joined(List<Content> parts) implements Content {
    @Override
    public long length() {
      return parts.stream().mapToLong(Content::length).sum();
    }

    @Override
    public InputStream open() throws IOException {
      return new InTurn(parts.iterator());
    }

    @Override
    public String toString() {
      return "Joined[" + length() + " bytes]";
    }
  }

  /** Opens each when the one before it is at its end. */
  private static final class InTurn extends InputStream {
    private final Iterator<Content> rest;
    private InputStream current = InputStream.nullInputStream();

    InTurn(Iterator<Content> rest) {
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (length > 0) {
        int read = current.read(bytes, offset, length);
        if (read >= 0) {
          return read;
        }
        current.close();
        if (!rest.hasNext()) {
          current = InputStream.nullInputStream();
          return -1;
        }
        current = Contents.open(rest.next());
      }
      return 0;
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }

  private record Base64Text(Content plain) implements Content {
    @Override
    public long length() {
      return Math.multiplyExact((plain.length() + 2) / 3, 4L);
    }

    @Override
    public InputStream open() throws IOException {
      return new Encoding(plain.open());
    }

    @Override
    public String toString() {
      return "Base64Text[" + length() + " bytes]";
    }
  }

  private static final class Encoding extends InputStream {
    private final InputStream plain;
    private byte[] piece = new byte[0];
    private int next;

    Encoding(InputStream plain) {
      this.plain = plain;
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : piece[next++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int given = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, bytes, offset, given);
      next += given;
      return given;
    }

    private boolean isAtEnd() throws IOException {
      if (next == piece.length) {
        piece = Base64.getEncoder().encode(plain.readNBytes(PIECE_BYTES));
        next = 0;
      }
      return piece.length == 0;
    }

    @Override
    public void close() throws IOException {
      plain.close();
    }
  }
}
