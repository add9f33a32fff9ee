package id.aduan.lapor.runner.command;

import id.aduan.lapor.documents.recap.Recap;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.sync.RecapRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a recap on their way from the store to a document, in a file that has no name any
 * more once it is open, so that nothing is left whatever ends this process; in memory is where each
 * row begins. Not safe for use by many threads.
 */
final class RecapSpool implements Recap.Rows, AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private final FileChannel channel;
  private final OutputStream out;
  private final List<Place> places = new ArrayList<>();
  private long written;

  /** Where a row is. */
  private record Place(long receivedAt, long offset, int bytes, boolean overdue) {}

  /** Makes it in a folder. */
  RecapSpool(Path folder) throws IOException {
    Path file = DocumentFile.draft(folder, "report");
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  void add(RecapRow row) throws IOException {
    byte[] line = Json.line(row).getBytes(StandardCharsets.UTF_8);
    out.write(line);
    places.add(new Place(row.receivedAt().toEpochMilli(), written, line.length, row.overdue()));
    written += line.length;
  }

  /** From here on it is read alone, in the order in which the portal received the cases. */
  void sort() throws IOException {
    out.flush();
    places.sort(Comparator.comparingLong(Place::receivedAt).thenComparingLong(Place::offset));
  }

  @Override
  public void each(Recap.Visitor visitor) throws IOException {
    for (Place place : places) {
      visitor.row(read(place));
    }
  }

  @Override
  public void overdue(Recap.Visitor visitor) throws IOException {
    for (Place place : places) {
      if (place.overdue()) {
        visitor.row(read(place));
      }
    }
  }

  private RecapRow read(Place place) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(place.bytes());
    while (line.hasRemaining()) {
      if (channel.read(line, place.offset() + line.position()) < 0) {
        throw new IOException("rows that were put aside are gone");
      }
    }
    String json = new String(line.array(), StandardCharsets.UTF_8);
    return Json.read(json, RecapRow.class).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
