package id.aduan.lapor.bintan.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium behind its driver. Where it is not installed the test that asks for it is
 * skipped and says so.
 */
public final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern PORT = Pattern.compile("on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process driver;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private String session = "";

  private Browser(Process driver, String base) {
    this.driver = driver;
    this.base = base;
  }

  /** Starts a browser with an empty profile. */
  public static Browser start(Path profile) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.exists(DRIVER) && Files.exists(CHROMIUM),
        "no browser here: apt-get install chromium chromium-driver");
    Process driver =
        new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
    Browser browser = new Browser(driver, "http://127.0.0.1:" + portOf(driver));
    browser.openSession(profile);
    return browser;
  }

  private static String portOf(Process driver) throws IOException {
    BufferedReader output = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = PORT.matcher(line);
      if (line.contains("started successfully") && matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IOException("chromedriver named no port");
  }

  private void openSession(Path profile) throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=id",
            "--window-size=1000,1400",
            "--user-data-dir=" + profile);
    Map<String, Object> options = Map.of("binary", CHROMIUM.toString(), "args", arguments);
    JsonNode opened =
        send(
            "POST",
            "/session",
            Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))));
    session = "/session/" + opened.path("sessionId").asText();
  }

  /** Opens a page and waits until it is loaded. */
  public void open(String address) throws IOException, InterruptedException {
    send("POST", session + "/url", Map.of("url", address));
  }

  public String address() throws IOException, InterruptedException {
    return send("GET", session + "/url", Map.of()).asText();
  }

  /** What a person can read on the page. */
  public String text() throws IOException, InterruptedException {
    return send("GET", element("body") + "/text", Map.of()).asText();
  }

  public void type(String selector, String text) throws IOException, InterruptedException {
    send("POST", element(selector) + "/value", Map.of("text", text));
  }

  /** Clicks a button that leads to another page, and waits until that one is loaded. */
  public void submit(String selector) throws IOException, InterruptedException {
    script("window.leftBehind = true");
    click(selector);
    await()
        .ignoreExceptions()
        .until(
            () ->
                script("return !window.leftBehind && document.readyState === 'complete'")
                    .asBoolean());
  }

  private JsonNode script(String text, Object... arguments)
      throws IOException, InterruptedException {
    return send(
        "POST", session + "/execute/sync", Map.of("script", text, "args", List.of(arguments)));
  }

  /** Fills in a date, whose typed form depends on the browser's language. */
  public void date(String selector, LocalDate day) throws IOException, InterruptedException {
    script("document.querySelector(arguments[0]).value = arguments[1]", selector, day.toString());
  }

  public void click(String selector) throws IOException, InterruptedException {
    send("POST", element(selector) + "/click", Map.of());
  }

  /** Clicks a link by its text. */
  public void follow(String text) throws IOException, InterruptedException {
    JsonNode found =
        send("POST", session + "/element", Map.of("using", "partial link text", "value", text));
    send("POST", session + "/element/" + idOf(found) + "/click", Map.of());
  }

  /** Keeps a picture of the page. */
  public void picture(Path file) throws IOException, InterruptedException {
    String png = send("GET", session + "/screenshot", Map.of()).asText();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  private String element(String selector) throws IOException, InterruptedException {
    JsonNode found =
        send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
    return session + "/element/" + idOf(found);
  }

  private static String idOf(JsonNode found) {
    return found.elements().next().asText();
  }

  private JsonNode send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    request.header("Content-Type", "application/json; charset=utf-8");
    request.method(
        method,
        method.equals("POST")
            ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))
            : BodyPublishers.noBody());
    JsonNode answer =
        JSON.readTree(client.send(request.build(), BodyHandlers.ofByteArray()).body());
    JsonNode value = answer.path("value");
    if (value.has("error")) {
      throw new IOException(value.path("error").asText() + ": " + value.path("message").asText());
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!session.isEmpty()) {
        send("DELETE", session, Map.of());
      }
      driver.destroy();
      driver.waitFor();
    } catch (InterruptedException e) {
      driver.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
