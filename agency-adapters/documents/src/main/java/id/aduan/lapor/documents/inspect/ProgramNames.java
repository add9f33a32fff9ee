package id.aduan.lapor.documents.inspect;

import java.util.Set;

/** Names of files that a desktop would start when they are opened. */
final class ProgramNames {
  private static final Set<String> ENDS =
      Set.of(
          "exe", "scr", "com", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh",
          "hta", "lnk", "msi", "msp", "dll", "cpl", "jar", "apk", "desktop", "sh", "app", "reg");

  private ProgramNames() {}

  /** Whether it is one; the name is in small letters. */
  static boolean isOne(String name) {
    return ENDS.contains(name.substring(name.lastIndexOf('.') + 1).strip());
  }
}
