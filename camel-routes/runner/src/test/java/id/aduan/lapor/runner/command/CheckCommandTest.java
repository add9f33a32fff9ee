package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.runner.SampleConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** check, against a portal and an agency on this machine. */
class CheckCommandTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer world;
  private SampleConfig sample;
  private int portalStatus = 200;

  @BeforeEach
  void open() throws IOException {
    world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    world.createContext(
        "/lapor",
        call ->
            answer(call, portalStatus, "{\"results\": {\"data\": [], \"next_page_url\": null}}"));
    world.createContext("/dishub", call -> answer(call, 200, "{\"data\": []}"));
    world.start();
    sample = SampleConfig.in(folder);
    sample.replace("127.0.0.1:1/", "127.0.0.1:" + world.getAddress().getPort() + "/");
  }

  @AfterEach
  void close() {
    world.stop(0);
  }

  private void answer(HttpExchange call, int status, String json) throws IOException {
    calls.add(call.getRequestMethod() + " " + call.getRequestURI().getPath());
    call.getResponseHeaders().set("Content-Type", "application/json");
    byte[] body = json.getBytes(UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private JsonNode report(int exit) throws IOException {
    assertThat(shell.run("check", "--json", "--config", "" + sample.file())).isEqualTo(exit);
    return new ObjectMapper().readTree(shell.out());
  }

  @Test
  void everyStepOfEveryFarEndIsALineAndOnlyReadingIsDone() {
    // The shell's clock stands in December; the world's does not.
    assertThat(shell.run("check", "--config", "" + sample.file())).isEqualTo(69);

    assertThat(shell.out())
        .contains("portal (127.0.0.1:", "dishub (127.0.0.1:")
        .contains("name    ok", "connect ok", "tls     ok     off, by the configuration")
        .contains("read    ok     the list's first page: 0 complaints")
        .contains("read    ok     a look-up of a number that no complaint has")
        .contains("clock   FAILED", "one of the two clocks is wrong");
    assertThat(shell.out() + shell.err()).doesNotContain("bearer-1", "{t}");
    assertThat(calls).containsExactlyInAnyOrder("GET /lapor/complaints", "GET /dishub/tickets");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void aRefusedReadAndANameThatDoesNotResolveAreTold() throws IOException {
    portalStatus = 401;
    sample.replace(
        "http://127.0.0.1:" + world.getAddress().getPort() + "/dishub",
        "http://dishub.invalid/dishub");

    JsonNode report = report(69);

    assertThat(report.path("ok").asBoolean(true)).isFalse();
    assertThat(report.at("/farEnds/0/name").asText()).isEqualTo("portal");
    assertThat(report.at("/farEnds/0/steps").findValuesAsText("step"))
        .containsExactly("name", "connect", "tls", "read", "clock");
    assertThat(report.at("/farEnds/0/steps/3/detail").asText()).contains("401");
    assertThat(report.at("/farEnds/1/steps/0/step").asText()).isEqualTo("name");
    assertThat(report.at("/farEnds/1/steps/0/ok").asBoolean(true)).isFalse();
    assertThat(shell.out()).doesNotContain("bearer-1", "{t}");
  }

  @Test
  void aFarEndThatIsNotThereIsTold() throws IOException {
    world.stop(0);

    JsonNode report = report(69);

    assertThat(report.at("/farEnds/0/steps/1/step").asText()).isEqualTo("connect");
    assertThat(report.at("/farEnds/0/steps/1/ok").asBoolean(true)).isFalse();
  }

  /** The JVM's own settings count. */
  @Test
  @Tag("S6")
  void aProxyIsTakenFromTheSettingsOfTheJvm() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        call -> {
          asked.add(call.getRequestURI().getHost());
          answer(call, 200, "{\"results\": {\"data\": []}, \"data\": []}");
        });
    proxy.start();
    sample.replace("http://127.0.0.1:" + world.getAddress().getPort(), "http://far.invalid");
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "" + proxy.getAddress().getPort());
    try {
      JsonNode report = report(69);

      assertThat(report.at("/farEnds/1/ok").asBoolean()).isTrue();
      assertThat(report.at("/farEnds/1/steps/0/detail").asText()).startsWith("by the proxy ");
      assertThat(asked).containsOnly("far.invalid").hasSize(2);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      proxy.stop(0);
    }
  }
}
