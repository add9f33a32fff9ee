package id.aduan.lapor.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The TCP ports that a process of this machine takes connections on, as Linux tells. */
final class ListeningPorts {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  /** Of {@code /proc/net/tcp}: the local port, the state that means listening, the inode. */
  private static final Pattern LISTENING =
      Pattern.compile(
          " *\\d+: [0-9A-F]+:([0-9A-F]{4}) \\S+ 0A \\S+ \\S+ \\S+ +\\d+ +\\d+ (\\d+) .*");

  private ListeningPorts() {}

  static Set<Integer> of(long pid) throws IOException {
    Path process = Path.of("/proc/" + pid);
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      for (Path file : files.toList()) {
        Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
        if (socket.matches()) {
          sockets.add(socket.group(1));
        }
      }
    }
    Set<Integer> ports = new TreeSet<>();
    for (String table : new String[] {"net/tcp", "net/tcp6"}) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        Matcher listening = LISTENING.matcher(line);
        if (listening.matches() && sockets.contains(listening.group(2))) {
          ports.add(Integer.parseInt(listening.group(1), 16));
        }
      }
    }
    return ports;
  }
}
