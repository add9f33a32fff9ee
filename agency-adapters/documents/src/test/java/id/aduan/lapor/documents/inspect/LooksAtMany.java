package id.aduan.lapor.documents.inspect;

import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.documents.convert.Converter;
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
 * A process of its own, for the memory it takes to be measured: fetches files over HTTP, looks at
 * them, cleans them and keeps them, all at once. The server is in it too, so that its memory
 * counts.
 */
final class LooksAtMany {
  private static final Duration LONG = Duration.ofMinutes(5);

  private LooksAtMany() {}

  /** Takes a folder to write to and the files. */
  public static void main(String[] arguments) throws Exception {
    int count = arguments.length - 1;
    ExecutorService threads = Executors.newFixedThreadPool(2 * count);
    HttpServer server = server(threads, arguments);
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try (JdkHttpTransport transport = new JdkHttpTransport();
        FileVault vault =
            FileVault.open(
                Path.of(arguments[0]), KeysetSealer.ofJson(KeysetSealer.newKeyset()), 0)) {
      FileSource source =
          new HttpFileSource(
              transport,
              Map.of(
                  HttpFileSource.origin(URI.create(address)),
                  new HttpFileSource.Host(Map.of(), TlsIdentity.SYSTEM)),
              new HttpBounds(LONG, LONG, 1000),
              InstantSource.system());
      CyclicBarrier all = new CyclicBarrier(count);
      List<Future<Boolean>> looks = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        String url = address + "/" + i;
        looks.add(threads.submit(() -> take(source, url, vault, all)));
      }
      int kept = 0;
      for (Future<Boolean> look : looks) {
        kept += look.get() ? 1 : 0;
      }
      System.out.println("kept " + kept);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static HttpServer server(ExecutorService threads, String[] files) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          Path file =
              Path.of(files[Integer.parseInt(exchange.getRequestURI().getPath().substring(1))]);
          exchange.sendResponseHeaders(200, Files.size(file));
          try (OutputStream out = exchange.getResponseBody()) {
            Files.copy(file, out);
          }
        });
    server.start();
    return server;
  }

  private static boolean take(FileSource source, String url, FileVault vault, CyclicBarrier all)
      throws Exception {
    FileInspector inspector = Inspectors.with(Converter.ABSENT);
    Path plain = vault.temporary();
    FileSource.Fetched fetched;
    try (OutputStream out = vault.write(plain)) {
      fetched = source.fetch(new Attachment("a.bin", url), Long.MAX_VALUE, out);
    }
    if (!(fetched instanceof FileSource.Whole)) {
      throw new IllegalStateException(fetched.toString());
    }
    all.await(); // none is looked at before each is here
    var inspection = inspector.inspect(plain, "a.bin");
    vault.verify(vault.keep(plain, inspection.type()));
    Path copy = vault.temporary();
    var made = inspector.cleaned(plain, inspection, copy);
    if (made.isPresent()) {
      vault.verify(vault.keep(copy, made.get().type()));
      Files.delete(copy);
    }
    Files.delete(plain);
    return true;
  }
}
