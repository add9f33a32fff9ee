package id.aduan.lapor.attachment;

import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A file in sealed segments. Each is sealed for its file, its number and whether it is the last
 * one, so that one that was cut, swapped, repeated or joined with another does not open.
 */
final class SealedFile {
  static final int SEGMENT_BYTES = 64 * 1024;

  /** A sealed segment is a little longer than a plain one. */
  private static final int SEALED_BYTES_MAX = SEGMENT_BYTES + 1024;

  private static final byte[] MARK = {'L', 'A', 'P', 'O', 'R', 'F', '0', '1'};

  private SealedFile() {}

  static void write(InputStream plain, OutputStream sealed, Sealer sealer, String sha256)
      throws IOException {
    DataOutputStream out = new DataOutputStream(sealed);
    out.write(MARK);
    byte[] segment = plain.readNBytes(SEGMENT_BYTES);
    for (int index = 0; ; index++) {
      byte[] next = plain.readNBytes(SEGMENT_BYTES);
      byte[] bytes = sealer.seal(segment, place(sha256, index, next.length == 0));
      out.writeInt(bytes.length);
      out.write(bytes);
      if (next.length == 0) {
        out.flush();
        return;
      }
      segment = next;
    }
  }

  private static String place(String sha256, int index, boolean last) {
    return "lapor_file/" + sha256 + "/" + index + (last ? " last" : "");
  }

  /** Gives the plain bytes; fails where they are not what was written. */
  static final class Reader extends InputStream {
    private final DataInputStream in;
    private final Sealer sealer;
    private final String sha256;
    private byte[] segment = new byte[0];
    private int at;
    private int index;
    private boolean ended;

    /** Takes over the stream, and closes it where it is none of ours. */
    Reader(InputStream sealed, Sealer sealer, String sha256) throws IOException {
      this.in = new DataInputStream(sealed);
      this.sealer = sealer;
      this.sha256 = sha256;
      try {
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
          throw damaged();
        }
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    private boolean fill() throws IOException {
      while (at == segment.length) {
        if (ended) {
          return false;
        }
        next();
      }
      return true;
    }

    private void next() throws IOException {
      if (in.available() == 0) {
        throw damaged(); // it ends without its last segment
      }
      int length = in.readInt();
      if (length < 1 || length > SEALED_BYTES_MAX) {
        throw damaged();
      }
      byte[] sealed = in.readNBytes(length);
      ended = in.available() == 0;
      try {
        segment = sealer.open(sealed, place(sha256, index, ended));
      } catch (SealException e) {
        throw new IOException("a kept file is damaged at its segment " + index, e);
      }
      at = 0;
      index++;
    }

    private IOException damaged() {
      return new IOException("a kept file is damaged at its segment " + index);
    }

    @Override
    public int read() throws IOException {
      return fill() ? segment[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int taken = Math.min(length, segment.length - at);
      System.arraycopy(segment, at, bytes, offset, taken);
      at += taken;
      return taken;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
