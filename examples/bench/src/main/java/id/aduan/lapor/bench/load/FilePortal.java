package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The part of a portal that has the files of complaints. The same name has the same bytes. */
final class FilePortal implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int BLOCK = 1 << 20;

  /** Up to the first point of a photo, with a remark that a copy for an agency leaves out. */
  private static final String PHOTO_HEAD =
      "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0"
          + "\u00ff\u00fe\0\u0012kamera seorang  "
          + "\u00ff\u00db\0C\0"
          + "\1".repeat(64)
          + "\u00ff\u00c0\0\u000b\u0008\0\u0010\0\u0010\1\1\u0011\0"
          + "\u00ff\u00da\0\u0008\1\1\0\0?\0";

  private static final String PHOTO_END = "\u00ff\u00d9";
  private static final String PDF_HEAD = "%PDF-1.4\n1 0 obj\n<< >>\nstream\n";
  private static final String PDF_END = "\nendstream\nendobj\ntrailer\n<< >>\n%%EOF\n";

  private final Enclosures enclosures;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final byte[] block = new byte[BLOCK];

  FilePortal(Enclosures enclosures, long seed) throws IOException {
    this.enclosures = enclosures;
    new SplittableRandom(seed).nextBytes(block);
    for (int i = 0; i < BLOCK; i++) {
      // 0xFF would begin a segment of a photo, and a slash a word of a PDF.
      block[i] = block[i] == (byte) 0xff || block[i] == '/' ? 0 : block[i];
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/berkas/", this::serve);
    server.start();
  }

  /** The address that paths of files count from. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/lapor";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      int file = Integer.parseInt(path.replaceAll("\\D", ""));
      boolean isPhoto = Enclosures.isPhoto(file);
      int bytes = enclosures.bytes(file);
      exchange.getResponseHeaders().set("Content-Type", isPhoto ? "image/jpeg" : "application/pdf");
      exchange.sendResponseHeaders(200, bytes);
      write(exchange.getResponseBody(), file, bytes);
    }
  }

  /**
   * Writes so many bytes of what is a photo or a PDF by its form; nobody can see anything on it.
   */
  void write(OutputStream out, int file, int bytes) throws IOException {
    boolean isPhoto = Enclosures.isPhoto(file);
    byte[] head = (isPhoto ? PHOTO_HEAD : PDF_HEAD).getBytes(ISO_8859_1);
    byte[] end = (isPhoto ? PHOTO_END : PDF_END).getBytes(ISO_8859_1);
    byte[] number = Arrays.copyOf(("no. " + file).getBytes(ISO_8859_1), 16);
    out.write(head);
    out.write(number);
    for (int left = bytes - head.length - number.length - end.length; left > 0; left -= BLOCK) {
      out.write(block, 0, Math.min(left, BLOCK));
    }
    out.write(end);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
