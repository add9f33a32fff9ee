package id.aduan.lapor.documents.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What this machine has to hold a process in: tried once, for a container may forbid it.
 *
 * @param network the words before a command that cut it from the network; empty where none work
 * @param files whether it sees no files but the system's programs and its own folder
 * @param limits whether {@code prlimit} is here
 */
record Fence(List<String> network, boolean files, boolean limits) {
  /** Holds nothing. */
  static final Fence NONE = new Fence(List.of(), false, false);

  private static final Duration TRIAL = Duration.ofSeconds(15);
  private static final String MOUNTS = "--mount";
  private static final List<String> HIDDEN =
      List.of("sh", "-c", "test -d /usr && test ! -e /proc/self && test ! -e /etc/passwd");

  /** A namespace of its own for processes as well: whatever a document starts ends with it. */
  private static final List<List<String>> CUTS =
      List.of(
          List.of("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"),
          List.of("unshare", "--net", "--pid", "--fork", "--kill-child"),
          List.of("unshare", "--map-root-user", "--net"));

  /**
   * Tries what there is.
   *
   * @param program is asked for its version within each, so that what holds it does not stop it
   */
  static Fence probe(Path folder, Path program) {
    boolean limits = works(List.of("prlimit", "--cpu=10", "true"), folder);
    for (List<String> words : CUTS) {
      if (works(with(words, List.of("true")), folder)) {
        Fence all = new Fence(with(words, List.of(MOUNTS)), true, limits);
        boolean hides = works(all.bare(folder, program, HIDDEN), folder);
        return hides ? all : new Fence(words, false, limits);
      }
    }
    return new Fence(List.of(), false, limits);
  }

  private static boolean works(List<String> command, Path folder) {
    try {
      return BoundedProcess.run(command, folder, TRIAL);
    } catch (IOException notHere) {
      return false;
    }
  }

  private static List<String> with(List<String> words, List<String> last) {
    List<String> all = new ArrayList<>(words);
    all.addAll(last);
    return all;
  }

  /** The same, without what hides the files of this machine. */
  Fence withoutFiles() {
    return new Fence(network.stream().filter(it -> !it.equals(MOUNTS)).toList(), false, limits);
  }

  /**
   * The command, held.
   *
   * @param folder the only one to which it can write
   */
  List<String> around(List<String> command, Path folder, ConverterSettings settings) {
    List<String> limited = new ArrayList<>();
    if (limits) {
      limited.add("prlimit");
      limited.add("--as=" + settings.memoryBytesMax());
      limited.add("--cpu=" + Math.max(1, settings.deadline().toSeconds()));
      limited.add("--fsize=" + settings.resultBytesMax());
      limited.add("--core=0");
    }
    limited.addAll(command);
    return bare(folder, settings.office(), limited);
  }

  private List<String> bare(Path folder, Path program, List<String> command) {
    return with(network, files ? FileView.around(command, folder, program) : command);
  }

  String describe() {
    return (network.isEmpty() ? "network NOT cut off (no unshare)" : "network cut off")
        + (files
            ? ", other files out of sight"
            : ", files of this machine NOT out of sight (no mount namespace), so documents that may"
                + " name some are not converted")
        + (limits ? ", memory limited" : ", memory NOT limited (no prlimit)");
  }
}
