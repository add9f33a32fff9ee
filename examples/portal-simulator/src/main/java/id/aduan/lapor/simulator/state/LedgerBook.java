package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Ledger;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger that can be written to: in memory and, if wanted, line by line in a file. */
public final class LedgerBook implements Ledger, AutoCloseable {
  private final List<OfferedComplaint> complaints = new ArrayList<>();
  private final List<ReceivedFollowUp> followUps = new ArrayList<>();
  private final @Nullable BufferedWriter file;

  /**
   * @throws UncheckedIOException when the file cannot be opened for appending
   */
  public LedgerBook(@Nullable Path path) {
    try {
      this.file =
          path == null
              ? null
              : Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void add(OfferedComplaint line) {
    complaints.add(line);
    write(LedgerLine.of(line));
  }

  synchronized void add(ReceivedFollowUp line) {
    followUps.add(line);
    write(LedgerLine.of(line));
  }

  @Override
  public synchronized List<OfferedComplaint> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public synchronized List<ReceivedFollowUp> followUps() {
    return List.copyOf(followUps);
  }

  private void write(String line) {
    if (file == null) {
      return;
    }
    try {
      file.write(line);
      file.newLine();
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
