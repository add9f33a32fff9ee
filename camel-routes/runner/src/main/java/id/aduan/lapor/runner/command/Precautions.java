package id.aduan.lapor.runner.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is looked at before the connector runs: who it runs as, where it keeps things, and how. */
final class Precautions {
  private static final String UNIX_MODE = "unix:mode";
  private static final int STICKY = 0x200;
  private static final List<String> DEBUG = List.of("jdwp", "-xdebug", "-xrunjdwp");

  private Precautions() {}

  /**
   * Refuses a store where other users of the machine could put another in its place.
   *
   * @throws CommandFailure with 77
   */
  static void requireOwnPlace(Path store) {
    Path directory = store.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory) || !anybodyWrites(directory)) {
      return;
    }
    if (!isSticky(directory)) {
      throw new CommandFailure(
          Exit.PERMISSION,
          "store.place",
          "every user of this machine may write to "
              + directory
              + ", where the store is; take that right away (chmod o-w), or choose store.path");
    }
  }

  /** What is allowed and unwise, one line each; no values of the environment. */
  static List<String> warnings(List<Path> places, Map<String, String> environment) {
    List<String> warnings = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      warnings.add("this runs as root; a user of its own is enough, see the operator's guide");
    }
    places.stream()
        .map(place -> place.toAbsolutePath().getParent())
        .filter(it -> it != null && Files.isDirectory(it) && anybodyWrites(it))
        .distinct()
        .map(it -> "the store is in " + it + ", where every user of this machine may make files")
        .forEach(warnings::add);
    if (isDebugged(environment)) {
      warnings.add(
          "a debug agent is loaded (JAVA_TOOL_OPTIONS or the JVM's options): whoever reaches it"
              + " reads everything; remove it");
    }
    if (Stream.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
        .anyMatch(environment::containsKey)) {
      warnings.add(
          "HTTP_PROXY and HTTPS_PROXY are not read; name a proxy by -Dhttps.proxyHost in"
              + " LAPOR_JAVA_OPTS");
    }
    return warnings;
  }

  private static boolean isDebugged(Map<String, String> environment) {
    List<String> options =
        new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    options.add(environment.getOrDefault("JAVA_TOOL_OPTIONS", ""));
    return options.stream()
        .map(option -> option.toLowerCase(Locale.ROOT))
        .anyMatch(option -> DEBUG.stream().anyMatch(option::contains));
  }

  private static boolean anybodyWrites(Path directory) {
    try {
      return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // what cannot be looked at is told when the store is opened there
    }
  }

  private static boolean isSticky(Path directory) {
    try {
      return Files.getAttribute(directory, UNIX_MODE) instanceof Integer mode
          && (mode & STICKY) != 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
