package id.aduan.lapor.sync;

import id.aduan.lapor.sync.FileTaking.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells trouble of one file from trouble of where files come from, by how the last ones fared: an
 * origin is in trouble when it cannot be reached, or when two files in a row cannot be had from it.
 * Grows with the origins that may be called, not with the files. Safe for use by many threads.
 */
final class Origins {
  /** By origin in trouble: the only file that is known to fare so; empty once it is several. */
  private final Map<String, String> failing = new HashMap<>();

  private final Set<String> well = new HashSet<>();

  /** An origin has answered for a file, whatever it said. */
  synchronized void answered(String origin) {
    failing.remove(origin);
    well.add(origin);
  }

  /**
   * An origin did not answer for a file.
   *
   * @param file stays the same over its attempts, and is no other's
   * @param reached whether it spoke at all
   */
  synchronized Scope failed(String origin, String file, boolean reached) {
    well.remove(origin);
    String known = failing.putIfAbsent(origin, file);
    boolean isAlone = reached && (known == null || known.equals(file));
    if (isAlone) {
      return Scope.FILE;
    }
    failing.put(origin, "");
    return well.isEmpty() ? Scope.ALL : Scope.ORIGIN;
  }
}
