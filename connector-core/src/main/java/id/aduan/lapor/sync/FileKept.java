package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.store.Tx;
import java.time.Instant;

/** Is told of files that are here, or are not going to be, in the unit of work that notes it. */
public interface FileKept {
  /** Tells nobody. */
  FileKept NOBODY = (tx, file, now) -> {};

  /**
   * A file is not waiting any more, or a person has it asked for again.
   *
   * @param file its state says what became of it; one that is {@code HERE} may go out
   */
  void kept(Tx tx, CaseFile file, Instant now);

  /** The disk of files took nothing just now: files wait until it does, and nothing else (F71). */
  default void noRoom(Instant now) {}
}
