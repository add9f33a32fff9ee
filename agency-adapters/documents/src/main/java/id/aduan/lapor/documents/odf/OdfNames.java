package id.aduan.lapor.documents.odf;

import java.util.Arrays;

/** Which names of parts are taken. */
final class OdfNames {
  private OdfNames() {}

  /** Whether a part's name stays below the package and is text. */
  static boolean isSafe(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && Arrays.stream(name.split("/", -1)).noneMatch(it -> it.equals("..") || it.equals("."));
  }

  static boolean isMacro(String name) {
    return name.startsWith("Basic/") || name.startsWith("Scripts/") || name.startsWith("Dialogs/");
  }

  static boolean isXml(String name) {
    return name.endsWith(".xml") || name.endsWith(".rdf");
  }
}
