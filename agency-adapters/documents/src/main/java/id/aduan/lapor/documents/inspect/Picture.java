package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture as its parts, which are copied or left out as they stand: no point of it is decoded, so
 * none changes and none takes memory. Not safe for use by many threads.
 */
final class Picture {
  static final int SIDE_MAX = 20_000;
  static final long POINTS_MAX = 200_000_000;
  private static final int PIECES_MAX = 10_000;
  private final List<Piece> pieces = new ArrayList<>();
  private final ByteBuffer none = ByteBuffer.allocate(0);
  private long width;
  private long height;
  private boolean tells;
  private boolean picture;
  private boolean whole;
  private long end;

  /** Bytes of the file, or others in their stead. */
  private record Piece(long at, long length, ByteBuffer instead) {}

  void sides(long wide, long high) {
    width = Math.max(width, wide);
    height = Math.max(height, high);
  }

  void keep(long at, long length) throws Broken {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).at() + pieces.get(last).length() == at) {
      Piece before = pieces.get(last);
      if (!before.instead().hasRemaining()) {
        pieces.set(last, new Piece(before.at(), before.length() + length, none));
        return;
      }
    }
    add(new Piece(at, length, none));
  }

  void put(byte[] bytes) throws Broken {
    add(new Piece(-1, 0, ByteBuffer.wrap(bytes)));
  }

  private void add(Piece piece) throws Broken {
    if (pieces.size() >= PIECES_MAX) {
      throw new Broken("more than " + PIECES_MAX + " parts");
    }
    pieces.add(piece);
  }

  /** Something that tells of its owner is left out. */
  void leaveOut() {
    tells = true;
  }

  /** From here on there is a picture to be seen, even if the rest is cut. */
  void begun() {
    picture = true;
  }

  void ended(long at) {
    whole = true;
    end = at;
  }

  boolean tells() {
    return tells;
  }

  boolean cleanable() {
    return picture;
  }

  boolean whole() {
    return whole;
  }

  long end() {
    return end;
  }

  boolean huge() {
    return width > SIDE_MAX || height > SIDE_MAX || width * height > POINTS_MAX;
  }

  void writeTo(Bytes from, OutputStream to) throws IOException {
    for (Piece piece : pieces) {
      if (piece.instead().hasRemaining()) {
        to.write(piece.instead().array());
      } else {
        from.copy(piece.at(), piece.length(), to);
      }
    }
  }
}
