package id.aduan.lapor.runner.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The connections of this machine, as Linux tells of them. */
final class TcpTable {
  private static final String LISTENING = "0A";
  private static final String ASKED_FOR = "02";

  private TcpTable() {}

  /** How many have come to a port that its program has not taken. */
  static long notAccepted(int port) throws IOException {
    return rows()
        .filter(row -> row[1].endsWith(hex(port)) && row[3].equals(LISTENING))
        .mapToLong(row -> Long.parseLong(row[4].split(":", 2)[1], 16))
        .sum();
  }

  /** How many to a port nobody has answered yet. */
  static long notAnswered(int port) throws IOException {
    return rows().filter(row -> row[2].endsWith(hex(port)) && row[3].equals(ASKED_FOR)).count();
  }

  private static String hex(int port) {
    return ":%04X".formatted(port);
  }

  private static Stream<String[]> rows() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
    Path newer = Path.of("/proc/net/tcp6"); // there is none where IPv6 is off
    if (Files.exists(newer)) {
      lines.addAll(Files.readAllLines(newer));
    }
    return lines.stream().map(line -> line.strip().split("\\s+", 6));
  }
}
