package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.runner.answer.ImportOrder;
import id.aduan.lapor.runner.answer.ImportWork;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.http.RequestIds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes exports of the portal at {@code POST /imports}: the token first, then the file, as it
 * comes, into one of this account's own that is removed at the end. The answer is one JSON object a
 * line, written while the import runs; a caller who goes away ends it after the transaction that it
 * is at. One at a time.
 */
final class ImportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ImportServlet.class);
  static final String PATH = AdminApi.PATH + "/imports";
  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String LINES = "application/x-ndjson";

  /** What the reader takes, and a little, so that it is the reader who says so. */
  static final long FILE_BYTES_MAX = (256L << 20) + 1;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final transient ImportWork work;
  private final transient Uploads uploads;
  private final transient Tokens tokens;
  private final transient RequestIds ids;
  private final transient Semaphore place = new Semaphore(1);

  ImportServlet(ImportWork work, Uploads uploads, Tokens tokens, RequestIds ids) {
    this.work = work;
    this.uploads = uploads;
    this.tokens = tokens;
    this.ids = ids;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = ids.next();
    if (!tokens.admit(Collections.list(request.getHeaders("Authorization")))) {
      AdminReply.error(AdminError.NO_TOKEN).to(response, id, null);
    } else if (request.getPathInfo() != null) {
      AdminReply.error(AdminError.NOT_FOUND).to(response, id, null);
    } else if (!request.getMethod().equals("POST")) {
      AdminReply.error(AdminError.WRONG_METHOD).to(response, id, "POST");
    } else if (!MEDIA_TYPE.equals(request.getContentType())) {
      AdminReply.error(AdminError.NO_EXPORT).to(response, id, null);
    } else {
      take(request, response, id);
    }
  }

  private void take(HttpServletRequest request, HttpServletResponse response, String id)
      throws IOException {
    Optional<ImportOrder> order = order(request);
    if (order.isEmpty()) {
      AdminReply.error(AdminError.BAD_IMPORT).to(response, id, null);
    } else if (!place.tryAcquire()) {
      AdminReply.error(AdminError.BUSY).to(response, id, null);
    } else {
      try {
        take(request.getInputStream(), order.get(), response, id);
      } finally {
        place.release();
      }
    }
  }

  private void take(InputStream in, ImportOrder order, HttpServletResponse response, String id)
      throws IOException {
    Path file = uploads.make();
    try {
      receive(in, file);
      answer(file, order, response, id);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Optional<ImportOrder> order(HttpServletRequest request) {
    try {
      String day = Objects.requireNonNullElse(request.getParameter("generatedOn"), "");
      ImportOrder order =
          new ImportOrder(
              Objects.requireNonNullElse(request.getParameter("who"), ""),
              Objects.requireNonNullElse(request.getParameter("reason"), ""),
              day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)));
      order.operator();
      return Optional.of(order);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is more than the limit is not kept; the reader refuses the file by its length. */
  private static void receive(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int kept = (int) Math.min(read, FILE_BYTES_MAX - bytes);
        out.write(buffer, 0, kept);
        bytes += kept;
      }
    }
  }

  private void answer(Path file, ImportOrder order, HttpServletResponse response, String id)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(LINES);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Request-Id", id);
    OutputStream out = response.getOutputStream();
    try {
      line(out, ImportLine.result(work.run(file, order, (done, of) -> progress(out, done, of))));
    } catch (LaporException trouble) {
      LOG.warn("administration {}: {}: {}", id, trouble.code(), trouble.getMessage());
      line(out, ImportLine.failure(trouble.code(), trouble.getMessage()));
    } catch (UncheckedIOException gone) {
      LOG.warn("administration {}: the caller of an import has gone, and it was ended", id);
    } catch (RuntimeException | LinkageError | StackOverflowError bug) {
      LOG.error("administration {} failed with {}", id, bug.getClass().getName());
      line(out, ImportLine.failure(AdminError.BUG.code(), AdminError.BUG.title()));
    }
  }

  private static void progress(OutputStream out, int done, int of) {
    try {
      line(out, ImportLine.progress(done, of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(OutputStream out, ImportLine line) throws IOException {
    out.write((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
