package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks for words in bytes as they go by, also across two reads. Not for many threads. */
final class Scan {
  private static final int READ_BYTES = 1 << 14;
  private final byte[][] words;
  private final boolean[] found;
  private final boolean[] first = new boolean[256];
  private final boolean anyCase;
  private final int longest;
  private final byte[] held;
  private int holds;

  private Scan(boolean anyCase, Charset charset, String... words) {
    this.anyCase = anyCase;
    this.words = new byte[words.length][];
    this.found = new boolean[words.length];
    int most = 1;
    for (int i = 0; i < words.length; i++) {
      this.words[i] = (anyCase ? words[i].toLowerCase(Locale.ROOT) : words[i]).getBytes(charset);
      first[this.words[i][0] & 0xFF] = true;
      most = Math.max(most, this.words[i].length);
    }
    this.longest = most;
    this.held = new byte[READ_BYTES + most];
  }

  static Scan exact(String... words) {
    return new Scan(false, StandardCharsets.ISO_8859_1, words);
  }

  static Scan anyCase(String... words) {
    return new Scan(true, StandardCharsets.ISO_8859_1, words);
  }

  static Scan wide(String... words) {
    return new Scan(false, StandardCharsets.UTF_16LE, words);
  }

  boolean found(int word) {
    return found[word];
  }

  boolean any() {
    for (boolean it : found) {
      if (it) {
        return true;
      }
    }
    return false;
  }

  Scan all(InputStream in) throws IOException {
    byte[] buffer = new byte[READ_BYTES];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      feed(buffer, got);
    }
    return this;
  }

  /** Takes the next bytes, at most {@link #READ_BYTES}. */
  void feed(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      held[holds + i] = anyCase && b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
    int end = holds + length;
    for (int at = 0; at < end; at++) {
      if (first[held[at] & 0xFF]) {
        match(at, end);
      }
    }
    int keep = Math.min(longest - 1, end);
    System.arraycopy(held, end - keep, held, 0, keep);
    holds = keep;
  }

  private void match(int at, int end) {
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[i];
      if (!found[i] && at + word.length <= end && same(word, at)) {
        found[i] = true;
      }
    }
  }

  private boolean same(byte[] word, int at) {
    for (int i = 0; i < word.length; i++) {
      if (held[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
