package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Ledger;
import id.aduan.lapor.simulator.LedgerEntry;
import id.aduan.lapor.simulator.OfferedComplaint;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger that can be written to: in memory and, if wanted, line by line in a file. */
public final class LedgerBook implements Ledger, AutoCloseable {
  private final List<OfferedComplaint> complaints = new ArrayList<>();
  private final List<ReceivedFollowUp> followUps = new ArrayList<>();
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private final @Nullable BufferedWriter file;
  private long lastNumber;

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

  /** Adds a line of the story, in memory alone. */
  public synchronized LedgerEntry remember(
      Instant at, LedgerEntry.Kind kind, String complaintId, String what) {
    var entry =
        new LedgerEntry(++lastNumber, at.truncatedTo(ChronoUnit.MILLIS), kind, complaintId, what);
    if (entries.size() >= ENTRIES_MAX) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    return entry;
  }

  /** Adds a line of the story, in the file too. */
  public synchronized void note(
      Instant at, LedgerEntry.Kind kind, String complaintId, String what) {
    write(LedgerLine.of(remember(at, kind, complaintId, what)));
  }

  /** Forgets what is in memory; the file keeps its lines. */
  public synchronized void clear() {
    complaints.clear();
    followUps.clear();
    entries.clear();
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
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
