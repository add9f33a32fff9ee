package id.aduan.lapor.bintan.desk;

import java.time.Instant;

/**
 * A file that an agency took in to one of its tickets: what arrived, without its bytes.
 *
 * @param id counts from 1 without gaps within one agency
 * @param reference the caller's own of the ticket
 */
public record FiledFile(
    long id,
    Instant at,
    String unit,
    String number,
    String reference,
    String name,
    int bytes,
    String sha256) {

  /** Leaves out the name, which a reporter may have given. */
  @Override
  public String toString() {
    return "FiledFile[id=%d, number=%s, %d bytes]".formatted(id, number, bytes);
  }
}
