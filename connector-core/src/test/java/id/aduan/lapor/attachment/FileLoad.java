package id.aduan.lapor.attachment;

import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.wire.HttpFileSource;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fetches 8 files of 50 MB at once, or 20 where it is told to be thorough, and keeps them; the
 * server is in the same process, so that its memory counts too. Prints how many were kept.
 * Argument: a folder.
 */
final class FileLoad {
  static final int FILES = Boolean.getBoolean("lapor.thorough") ? 20 : 8;
  static final int BYTES = 50_000_000;
  private static final Duration LONG = Duration.ofMinutes(5);

  private FileLoad() {}

  public static void main(String[] args) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * FILES);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] part = new byte[10_000];
          part[0] = (byte) exchange.getRequestURI().getPath().hashCode();
          exchange.sendResponseHeaders(200, BYTES);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < BYTES / part.length; i++) {
              out.write(part);
            }
          }
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    FileSource source =
        new HttpFileSource(
            new JdkHttpTransport(),
            Map.of(
                HttpFileSource.origin(URI.create(address)),
                new HttpFileSource.Host(Map.of(), TlsIdentity.SYSTEM)),
            new HttpBounds(LONG, LONG, 1000),
            InstantSource.system());
    try (FileVault vault =
        FileVault.open(Path.of(args[0]), KeysetSealer.ofJson(KeysetSealer.newKeyset()), 0)) {
      CyclicBarrier all = new CyclicBarrier(FILES);
      List<Future<StoredFile>> kept = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        String url = address + "/" + (char) ('a' + i);
        kept.add(
            threads.submit(
                () -> {
                  Path plain = vault.temporary();
                  FileSource.Fetched fetched;
                  try (OutputStream out = vault.write(plain)) {
                    fetched = source.fetch(new Attachment("", url), BYTES, out);
                  }
                  if (!fetched.equals(new FileSource.Whole(BYTES))) {
                    throw new IllegalStateException(fetched.toString());
                  }
                  all.await(); // none is done before each is here
                  StoredFile file = vault.keep(plain, "");
                  Files.delete(plain);
                  return file;
                }));
      }
      int whole = 0;
      for (Future<StoredFile> file : kept) {
        vault.verify(file.get());
        whole++;
      }
      System.out.println("kept " + whole);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
