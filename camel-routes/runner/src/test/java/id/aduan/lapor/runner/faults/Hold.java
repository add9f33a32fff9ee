package id.aduan.lapor.runner.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a writer is held when the power is cut: in the middle of a commit, with all of it written
 * and nothing synced, or synced and nobody told; or wherever it happens to be. {@code strace} holds
 * it, at one of its calls.
 *
 * @param at the call: so many syncs of one thread come before
 */
record Hold(Where where, int at) {
  static final Hold NONE = new Hold(Where.NOWHERE, 0);
  private static final int SYNCS_MIN = 5;
  private static final int SYNCS_MAX = 120;
  private static final String FOR_LONG = "600s";

  /** The side of a sync. */
  enum Where {
    BEFORE_SYNC,
    AFTER_SYNC,
    NOWHERE
  }

  /** Half of them before a sync, a quarter after it, a quarter anywhere. */
  static Hold anywhere(Random chance) {
    Where where =
        switch (chance.nextInt(4)) {
          case 0 -> Where.NOWHERE;
          case 1 -> Where.AFTER_SYNC;
          default -> Where.BEFORE_SYNC;
        };
    return new Hold(where, SYNCS_MIN + chance.nextInt(SYNCS_MAX - SYNCS_MIN));
  }

  /**
   * What a command begins with, so that what it starts is held; empty where nothing holds it.
   *
   * @param calls those that count as a sync
   */
  List<String> command(String calls) {
    if (where == Where.NOWHERE) {
      return List.of();
    }
    String side = where == Where.BEFORE_SYNC ? "delay_enter" : "delay_exit";
    return List.of(
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        "-e",
        "trace=" + calls,
        "-e",
        "inject=%s:%s=%s:when=%d".formatted(calls, side, FOR_LONG, at));
  }

  /** Of a process that was started by that command: what is not the tracer. */
  Stream<ProcessHandle> held(Process process) {
    return where == Where.NOWHERE
        ? Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        : process.descendants();
  }

  /** The tracer itself, where there is one. */
  Stream<ProcessHandle> tracer(Process process) {
    return where == Where.NOWHERE ? Stream.of() : Stream.of(process.toHandle());
  }

  /**
   * The threads of these that a tracer holds at this moment, each with how often it has run: who is
   * here again later has not run meanwhile.
   */
  static Set<String> stopped(List<ProcessHandle> processes) throws IOException {
    Set<String> stopped = new HashSet<>();
    for (ProcessHandle process : processes) {
      for (Path thread : threads(process.pid())) {
        String status = read(thread.resolve("status"));
        if (status.contains("State:\tt")) {
          stopped.add(thread + status.substring(status.indexOf("voluntary_ctxt_switches")));
        }
      }
    }
    return stopped;
  }

  /** Whether no thread of one of these runs. */
  static boolean standsStill(List<ProcessHandle> processes) throws IOException {
    for (ProcessHandle process : processes) {
      if (!List.of("t", "T", "Z").containsAll(states(process.pid()))) {
        return false;
      }
    }
    return true;
  }

  /** One letter for each of its threads, as in {@code ps}; none where it is gone. */
  static List<String> states(long pid) throws IOException {
    List<String> states = new ArrayList<>();
    for (Path thread : threads(pid)) {
      // It stands behind the name of the program, which is in brackets and may hold anything.
      String line = read(thread.resolve("stat"));
      states.add(line.isEmpty() ? "Z" : line.substring(line.lastIndexOf(')') + 2).substring(0, 1));
    }
    return states;
  }

  private static List<Path> threads(long pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Nothing, where the thread has ended meanwhile. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
