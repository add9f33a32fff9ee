package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.testkit.FarEnd.StoredFile;
import id.aduan.lapor.testkit.StoredTicket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A complaint office that is another process, in another language. It says where it listens in a
 * line with its address, and keeps tickets and changes as lines of base64.
 */
final class ForeignOffice implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("\\((http://127\\.0\\.0\\.1:[0-9]+)\\)");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final URI base;

  private ForeignOffice(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  static ForeignOffice start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread drain = new Thread(() -> output.lines().forEach(rest -> {}), "foreign-office");
        drain.setDaemon(true);
        drain.start();
        return new ForeignOffice(process, URI.create(address.group(1)));
      }
    }
    process.destroyForcibly();
    throw new IOException("the office ended before it listened");
  }

  URI soap() {
    return base.resolve("/soap");
  }

  HttpClient client() {
    return client;
  }

  List<StoredTicket> tickets() {
    return post("/tickets", "").lines().map(ForeignOffice::ticket).toList();
  }

  /** The files that were put to tickets. */
  List<StoredFile> files() {
    return post("/files", "")
        .lines()
        .map(ForeignOffice::fields)
        .map(fields -> new StoredFile(fields.get(0), fields.get(1), fields.get(2)))
        .toList();
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split(" ", -1))
        .map(field -> new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8))
        .toList();
  }

  private static StoredTicket ticket(String line) {
    List<String> fields = fields(line);
    return new StoredTicket(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        fields.get(3),
        fields.get(4),
        fields.subList(5, fields.size()));
  }

  void write(String ticket, String kind, String text, String status) {
    post(
        "/write",
        Stream.of(ticket, kind, text, status)
            .map(
                field -> Base64.getEncoder().encodeToString(field.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining(" ")));
  }

  void forget() {
    post("/reset", "");
  }

  private String post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(path + " was answered with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
