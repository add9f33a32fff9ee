package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.export.PackedFile.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that a workbook's cells point to. In a large export they are hundreds of megabytes, so
 * they stand in a scratch file, of which a little is in memory. The file has no name from the
 * moment it is open: whatever ends the process leaves nothing of it behind.
 */
final class SharedTexts implements AutoCloseable {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int BLOCKS_MAX = 64;

  private final FileChannel scratch;
  private final Map<Long, byte[]> blocks = new Blocks();
  private final int charactersMax;
  private long[] ends = new long[1024];
  private int count;

  private SharedTexts(FileChannel scratch, int charactersMax) {
    this.scratch = scratch;
    this.charactersMax = charactersMax;
  }

  private static final class Blocks extends LinkedHashMap<Long, byte[]> {
    private static final long serialVersionUID = 1L;

    Blocks() {
      super(BLOCKS_MAX * 2, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
      return size() > BLOCKS_MAX;
    }
  }

  /** Reads them; a workbook may have none. */
  static SharedTexts read(Optional<Part> part, int charactersMax) {
    SharedTexts texts = new SharedTexts(scratch(), charactersMax);
    try {
      if (part.isPresent()) {
        try (Part in = part.get()) {
          texts.readAll(in);
        }
      }
      return texts;
    } catch (XMLStreamException | IOException e) {
      texts.close();
      throw Faults.damaged("its texts");
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  /** Readable by this account alone, and removed from its folder as it is opened. */
  private static FileChannel scratch() {
    try {
      Path file = Files.createTempFile("lapor-export", ".texts");
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw Faults.noScratch();
    }
  }

  private void readAll(Part in) throws XMLStreamException, IOException {
    XMLStreamReader xml = SafeXml.reader(in);
    ByteBuffer waiting = ByteBuffer.allocate(8 * BLOCK_BYTES);
    long end = 0;
    while (xml.hasNext()) {
      if (XmlText.next(xml) == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("si")) {
        byte[] text = item(xml).getBytes(StandardCharsets.UTF_8);
        end += text.length;
        add(end);
        if (text.length > waiting.remaining()) {
          drain(waiting);
        }
        waiting.put(text);
      }
    }
    drain(waiting);
  }

  private String item(XMLStreamReader xml) throws XMLStreamException {
    try {
      return XmlText.ofItem(xml, charactersMax);
    } catch (XmlText.TooLong e) {
      throw Faults.tooMuchText(charactersMax);
    }
  }

  private void add(long end) {
    if (count == ExportBounds.TEXTS_MAX) {
      throw Faults.bomb();
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  private void drain(ByteBuffer waiting) {
    waiting.flip();
    try {
      while (waiting.hasRemaining()) {
        scratch.write(waiting);
      }
    } catch (IOException e) {
      throw Faults.noScratch();
    }
    waiting.clear();
  }

  /** A letter for the text of that number, or none where it is empty; does not read it. */
  Optional<String> glance(int number) {
    if (number < 0 || number >= count) {
      return Optional.empty();
    }
    return Optional.of(ends[number] == (number == 0 ? 0 : ends[number - 1]) ? "" : "x");
  }

  /** The text of that number; empty where there is none of it. */
  Optional<String> text(int number) {
    if (number < 0 || number >= count) {
      return Optional.empty();
    }
    long from = number == 0 ? 0 : ends[number - 1];
    byte[] text = new byte[(int) (ends[number] - from)];
    for (int done = 0; done < text.length; ) {
      long at = from + done;
      byte[] block = blocks.computeIfAbsent(at / BLOCK_BYTES, this::block);
      int start = (int) (at % BLOCK_BYTES);
      int length = Math.min(text.length - done, block.length - start);
      System.arraycopy(block, start, text, done, length);
      done += length;
    }
    return Optional.of(new String(text, StandardCharsets.UTF_8));
  }

  private byte[] block(long number) {
    try {
      long from = number * BLOCK_BYTES;
      ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, scratch.size() - from));
      while (block.hasRemaining()) {
        if (scratch.read(block, from + block.position()) < 0) {
          throw Faults.noScratch();
        }
      }
      return block.array();
    } catch (IOException e) {
      throw Faults.noScratch();
    }
  }

  @Override
  public void close() {
    try {
      scratch.close();
    } catch (IOException e) {
      throw Faults.noScratch();
    }
  }
}
