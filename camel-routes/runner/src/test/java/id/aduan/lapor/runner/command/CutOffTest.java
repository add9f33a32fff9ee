package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that goes away while a command has it act on one thing after the other. */
@Tag("C12")
@Tag("S23")
class CutOffTest {
  private static final int BEFORE_THE_CUT = 2;
  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private final AtomicInteger acts = new AtomicInteger();

  private void answer(HttpExchange exchange) throws IOException {
    boolean greeting = exchange.getRequestMethod().equals("GET");
    if (!greeting && acts.incrementAndGet() > BEFORE_THE_CUT) {
      exchange.close();
      return;
    }
    String json =
        greeting
            ? "{\"product\": \"lapor\", \"pid\": %d}".formatted(ProcessHandle.current().pid())
            : "{\"id\": \"%d\", \"done\": true, \"code\": \"waiting\", \"detail\": \"dishub\"}"
                .formatted(acts.get());
    byte[] bytes = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void whatWasSaidIsDoneAndTheRestIsNamed() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    Path notice = ConfigFile.whereabouts(sample.file()).store().notice();
    Files.createDirectories(notice.toAbsolutePath().getParent());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext("/", this::answer);
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      new AdminFile(ProcessHandle.current().pid(), address, Secret.of("x".repeat(43)))
          .write(notice);

      int exit =
          shell.run(
              "parked", "replay", "1", "2", "3", "4", "--json", "--config", "" + sample.file());

      assertThat(exit).isEqualTo(69);
      assertThat(shell.out()).hasLineCount(BEFORE_THE_CUT);
      assertThat(shell.err())
          .startsWith("error[admin.unavailable]: ")
          .contains("2 of 4 were acted on, and 3 may have been: the same command goes on")
          .hasLineCount(1);
      assertThat(acts).as("nothing was asked after the cut").hasValue(BEFORE_THE_CUT + 1);
    } finally {
      server.stop(0);
    }
  }
}
