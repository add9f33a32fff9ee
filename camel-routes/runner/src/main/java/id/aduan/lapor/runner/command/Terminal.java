package id.aduan.lapor.runner.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a command writes: answers to {@code out}, errors to {@code err}; UTF-8 in any locale. */
public record Terminal(PrintWriter out, PrintWriter err) {

  /** The process's own streams. A closed one is ignored, as {@code lapor status | head} wants. */
  public static Terminal ofProcess() {
    return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
  }

  public static Terminal of(OutputStream out, OutputStream err) {
    return new Terminal(writer(out), writer(err));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  public void flush() {
    out.flush();
    err.flush();
  }
}
