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

  /** Keeps that an entry is not to count. */
  void cancel(Tx tx, Applied applied, Instant at);

  /** What tells whether any entry was added or cancelled; cheap, for whoever looks often. */
  Mark mark(Tx tx);

  /** The youngest entries, the oldest of them first, without their files. */
  Entries applied(Tx tx, int max);

  /** The youngest entry of a version. A damaged row is logged and passed over (C20). */
  Optional<Applied> find(Tx tx, String version);

  /** The file of an entry, byte by byte; empty for no or a damaged one. */
  Optional<byte[]> content(Tx tx, long id);

  /** How many open cases keep each version, in any of their open legs; reads all cases. */
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
   * @param cancelledAt when it was called off; it never decided then
   */
  record Applied(
      long id,
      String version,
      String file,
      String digest,
      Instant effectiveAt,
      Instant appliedAt,
      String by,
      String reason,
      Optional<Instant> cancelledAt) {

    /** The same, called off. */
    public Applied cancelled(Instant at) {
      return new Applied(
          id, version, file, digest, effectiveAt, appliedAt, by, reason, Optional.of(at));
    }
  }

  /**
   * Entries, and what could not be read of them.
   *
   * @param damaged the numbers of rows that are damaged, which are logged (C20)
   */
  record Entries(List<Applied> sound, List<Long> damaged) {
    public Entries {
      sound = List.copyOf(sound);
      damaged = List.copyOf(damaged);
    }

    /** Damaged rows that may say something else than this entry, since they are younger. */
    List<Long> damagedSince(Optional<Applied> entry) {
      long id = entry.map(Applied::id).orElse(0L);
      return damaged.stream().filter(it -> it > id).toList();
    }
  }

  /** The number of the youngest entry, 0 where there is none, and how many were cancelled. */
  record Mark(long newest, long cancelled) {}

  /** An agency's own word for a status, and of how many legs it is told. */
  record UnmappedWord(String agency, String word, long legs) {}
}
