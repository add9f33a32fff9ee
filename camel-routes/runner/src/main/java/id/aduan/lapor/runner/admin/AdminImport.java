package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.runner.answer.ImportOrder;
import id.aduan.lapor.runner.answer.ImportResult;
import id.aduan.lapor.runner.answer.ImportWork;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.sync.ExportBusyException;
import id.aduan.lapor.sync.ExportImport.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An export imported by the process that owns the store: the file goes there, and the answer comes
 * line by line while it works. {@link AdminException} when there is none, and then some of it may
 * have been done; the same file goes on.
 */
public final class AdminImport implements ImportWork {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(1);

  /** Until the first word of the answer, which comes when the file is there and was looked at. */
  private static final Duration ANSWER_MAX = Duration.ofMinutes(5);

  private final AdminFile where;
  private final HttpClient client =
      HttpClient.newBuilder()
          .proxy(HttpClient.Builder.NO_PROXY)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .build();

  /** Sends to a process that was greeted. */
  public AdminImport(AdminAnswers process) {
    this.where = process.where();
  }

  @Override
  public ImportResult run(Path file, ImportOrder order, Progress progress) {
    try {
      HttpResponse<InputStream> answer =
          client.send(request(file, order), BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        return answer.statusCode() == 200
            ? read(in, progress)
            : refused(answer.statusCode(), new String(in.readNBytes(4096), StandardCharsets.UTF_8));
      }
    } catch (IOException | UncheckedIOException e) {
      throw failure("gave no whole answer; the same file goes on", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for; the same file goes on", e);
    }
  }

  private HttpRequest request(Path file, ImportOrder order) throws IOException {
    String query =
        "?who="
            + encoded(order.who())
            + "&reason="
            + encoded(order.reason())
            + order.generatedOn().map(day -> "&generatedOn=" + day).orElse("");
    return HttpRequest.newBuilder(URI.create(where.address() + ImportServlet.PATH + query))
        .header("Authorization", Tokens.header(where.token()))
        .header("Content-Type", ImportServlet.MEDIA_TYPE)
        .timeout(ANSWER_MAX)
        .POST(BodyPublishers.ofFile(file))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private ImportResult read(InputStream in, Progress progress) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      ImportLine line =
          Json.read(text, ImportLine.class)
              .orElseThrow(() -> failure("answered something else; the same file goes on", null));
      if (line.result().isPresent()) {
        return line.result().get();
      }
      if (line.code().isPresent()) {
        throw ended(line.code().get(), line.message().orElse(""));
      }
      progress.done(line.done().orElse(0), line.of().orElse(0));
    }
    throw failure("gave no whole answer; the same file goes on", null);
  }

  /** Of a file that cannot be used nothing was taken; otherwise some of it may have been. */
  private LaporException ended(String code, String message) {
    if (code.startsWith("export.")) {
      return new UnusableExportException(code, message);
    }
    return code.equals(ExportBusyException.CODE)
        ? new ExportBusyException()
        : failure("ended the import (" + code + "): " + message + "; the same file goes on", null);
  }

  private record Problem(String code, String title) {}

  private ImportResult refused(int status, String body) {
    Problem problem =
        Json.read(body, Problem.class).orElseThrow(() -> failure("answered " + status, null));
    if (status == AdminError.BUSY.status()) {
      throw failure("is busy: " + problem.title(), null);
    }
    throw new AdminRefusedException(problem.code(), problem.title());
  }

  private AdminException failure(String what, @Nullable Exception cause) {
    return new AdminException(
        "the connector at %s (pid %d) %s".formatted(where.address(), where.pid(), what), cause);
  }
}
