package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.CorruptRowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 that a row carries over its own columns, each with its length before it. SQLite
 * returns a flipped byte without a word, so every read compares (C20).
 */
final class RowHash {
  private RowHash() {}

  static byte[] of(@Nullable Object... columns) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object column : columns) {
        byte[] bytes = bytes(column);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(@Nullable Object column) {
    if (column instanceof byte[] bytes) {
      return bytes;
    }
    return String.valueOf(column).getBytes(StandardCharsets.UTF_8);
  }

  static void check(String table, String row, byte[] stored, byte[] computed) {
    if (!MessageDigest.isEqual(stored, computed)) {
      throw new CorruptRowException(table, row);
    }
  }
}
