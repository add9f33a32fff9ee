package id.aduan.lapor.documents.odf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a file and what comes out of it, and stops at the bounds. */
final class OdfMeter extends FilterInputStream {
  /** An attribute is held in memory by whoever reads it; no tag or text of ours is this long. */
  private static final int TOKEN_BYTES_MAX = 8 << 20;

  private final OdfBounds bounds;
  private long packed;
  private long unpacked;
  private boolean failed;

  OdfMeter(InputStream in, OdfBounds bounds) {
    super(in);
    this.bounds = bounds;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      int read = super.read(to, from, length);
      packed += Math.max(0, read);
      return read;
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /** Whether it was the file that could not be read, and not what it holds. */
  boolean failed() {
    return failed;
  }

  /** A part as it is unpacked; closing it leaves the package open. */
  InputStream unpacked(InputStream part) {
    return new Part(part);
  }

  private void out(int bytes) throws OdfBoundException {
    unpacked += Math.max(0, bytes);
    ended();
  }

  /** Asks the bounds. */
  void ended() throws OdfBoundException {
    if (unpacked > bounds.bytesMax()) {
      throw new OdfBoundException(OdfFault.TOO_LARGE);
    }
    if (unpacked > OdfBounds.RATIO_FROM_BYTES && unpacked > packed * bounds.ratioMax()) {
      throw new OdfBoundException(OdfFault.TOO_COMPRESSED);
    }
  }

  private final class Part extends FilterInputStream {
    private int token;

    Part(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      out(read);
      for (int i = from; i < from + read; i++) {
        token = to[i] == '<' ? 0 : token + 1;
        if (token > TOKEN_BYTES_MAX) {
          throw new OdfBoundException(OdfFault.TOO_LARGE);
        }
      }
      return read;
    }

    @Override
    public void close() {
      // The package goes on.
    }
  }
}
