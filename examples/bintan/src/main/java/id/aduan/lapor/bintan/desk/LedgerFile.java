package id.aduan.lapor.bintan.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A ledger as a file of JSON lines, each flushed as it is written. Not thread-safe. */
public final class LedgerFile implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private final BufferedWriter writer;

  private LedgerFile(BufferedWriter writer) {
    this.writer = writer;
  }

  /** Opens the file for appending, and makes it if it is not there. */
  public static LedgerFile open(Path file) {
    try {
      return new LedgerFile(
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the ledger " + file, e);
    }
  }

  void append(Ticket ticket) {
    var line = new LinkedHashMap<String, Object>();
    line.put("type", "TICKET");
    line.put("at", ticket.filedAt().toString());
    line.put("unit", ticket.unit());
    line.put("number", ticket.number());
    line.put("reference", ticket.reference());
    line.put("request", ticket.rawRequest());
    write(line);
  }

  void append(FiledFile file) {
    var line = new LinkedHashMap<String, Object>();
    line.put("type", "FILE");
    line.put("at", file.at().toString());
    line.put("unit", file.unit());
    line.put("number", file.number());
    line.put("reference", file.reference());
    line.put("id", file.id());
    line.put("name", file.name());
    line.put("bytes", file.bytes());
    line.put("sha256", file.sha256());
    write(line);
  }

  void append(Entry entry) {
    var line = new LinkedHashMap<String, Object>();
    line.put("type", entry.kind().name());
    line.put("at", entry.at().toString());
    line.put("unit", entry.unit());
    line.put("number", entry.number());
    line.put("reference", entry.reference());
    line.put("id", entry.id());
    line.put("officer", entry.officer());
    line.put("text", entry.text());
    line.put("status", entry.status());
    write(line);
  }

  private void write(Map<String, Object> line) {
    try {
      writer.write(JSON.writeValueAsString(line));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a line of the ledger was not written", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger was not closed", e);
    }
  }
}
