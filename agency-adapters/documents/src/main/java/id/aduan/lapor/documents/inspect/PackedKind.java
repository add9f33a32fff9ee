package id.aduan.lapor.documents.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Archives other than zip, which are not looked into: links, ways out of the folder, bombs and
 * programs are as much at home in them, so one waits for a person wherever it stands.
 */
final class PackedKind {
  private static final List<String> BEGINS =
      List.of(
          "\u001f\u008b",
          "\u001f\u009d",
          "BZh",
          "\u00fd7zXZ",
          "7z\u00bc\u00af'\u001c",
          "Rar!\u001a\u0007",
          "(\u00b5/\u00fd",
          "MSCF",
          "LZIP");
  private static final Set<String> ENDS =
      Set.of(
          "tar", "tgz", "gz", "bz2", "tbz2", "xz", "txz", "7z", "rar", "zst", "cab", "iso", "img",
          "lz", "z", "arj", "lzh", "ace");

  private PackedKind() {}

  /** By the first bytes, one char for each. */
  static boolean begins(String head) {
    return BEGINS.stream().anyMatch(head::startsWith);
  }

  /** By name: a tar is known only by what stands far within. */
  static boolean named(String name) {
    return ENDS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
        && name.lastIndexOf('.') >= 0;
  }
}
