package id.aduan.lapor.sync;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mappings that counted, count or will count (D8): one entry for each time that one was
 * applied. A version always stands for one content.
 */
public interface MappingVersions {
  /** Keeps that a mapping was applied; its number is given by the store. */
  void add(Tx tx, Applied applied, byte[] content);

  /** The number of the youngest entry, 0 where there is none; cheap, for whoever looks often. */
  long newest(Tx tx);

  /** The youngest entries, the oldest of them first. Damaged rows are logged and left out (C20). */
  List<Applied> applied(Tx tx, int max);

  /** The youngest entry of a version. Damaged rows are logged and passed over (C20). */
  Optional<Applied> find(Tx tx, String version);

  /** The file of an entry, byte by byte; empty for no or a damaged one. */
  Optional<byte[]> content(Tx tx, long id);

  /** How many open cases keep each version; reads all cases. */
  Map<String, Long> kept(Tx tx);

  /** The words of agencies that their mapping does not know, the most frequent first. */
  List<UnmappedWord> unmappedWords(Tx tx, int max);

  /**
   * That a mapping was applied.
   *
   * @param file the name of its file, which the lines of decisions begin with
   * @param digest the SHA-256 of its file in lower-case hex
   * @param effectiveAt from when on it decides
   * @param by as the audit trail names it
   */
  record Applied(
      long id,
      String version,
      String file,
      String digest,
      Instant effectiveAt,
      Instant appliedAt,
      String by,
      String reason) {}

  /** An agency's own word for a status, and of how many legs it is told. */
  record UnmappedWord(String agency, String word, long legs) {}
}
