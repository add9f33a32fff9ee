package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Puts what is measured on the first processor and what measures on the second, by {@code taskset};
 * where there is one processor or no taskset, nothing is put anywhere.
 */
public final class Cores {
  private static final int SECONDS_MAX = 10;
  private static final String MEASURED = "0";
  private static final String MEASURING = "1";
  private final String why;

  private Cores(String why) {
    this.why = why;
  }

  /** Looks what this machine allows. */
  public static Cores find() throws IOException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return new Cores("one processor");
    }
    try {
      return new Cores(
          run(List.of("taskset", "-c", MEASURED, "true"))
                  && run(List.of("taskset", "-c", MEASURING, "true"))
              ? ""
              : "taskset is not allowed here");
    } catch (IOException e) { // the shell's "not found"
      return new Cores("no taskset");
    }
  }

  /** What the report says of it. */
  public String told() {
    return why.isEmpty()
        ? "connector and database on processor "
            + MEASURED
            + ", generator and agencies on processor "
            + MEASURING
        : "nothing is pinned (" + why + "): all share the machine";
  }

  /** A command that runs where what is measured runs. */
  public List<String> measured(List<String> command) {
    if (!why.isEmpty()) {
      return command;
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", MEASURED));
    pinned.addAll(command);
    return pinned;
  }

  /** Moves a process that runs already, and its children, to where what is measured runs. */
  public void moveMeasured(ProcessHandle process) throws IOException {
    move(process, MEASURED);
    for (ProcessHandle child : process.descendants().toList()) {
      move(child, MEASURED);
    }
  }

  /** Moves this process with all its threads to where what measures runs. */
  public void moveSelf() throws IOException {
    move(ProcessHandle.current(), MEASURING);
  }

  private void move(ProcessHandle process, String where) throws IOException {
    if (why.isEmpty()
        && !run(List.of("taskset", "-a", "-c", "-p", where, "" + process.pid()))
        && process.isAlive()) {
      throw new IOException("taskset could not move process " + process.pid());
    }
  }

  private static boolean run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
