package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.runner.ExportFile;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.config.ConfigFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports by the command, with a connector that runs and without. */
class ImportCommandTest {
  private static final String DAY = "2026-11-14";

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void prepare() {
    sample = SampleConfig.in(folder);
  }

  @Test
  void withoutAConnectorItIsDoneOnTheStore() throws IOException {
    Path file = export(DAY, "8400001", "Terverifikasi", "8400002", "Ditutup oleh Sistem");

    assertThat(run(file.toString(), "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("2 rows of an export made on 2026-11-14", "1 new, on their way", "1 new and");
    assertThat(shell.err()).contains("2 / 2");
    assertThat(shell.run("show", "8400002", "--config", "" + sample.file())).isZero();
  }

  @Test
  void theConnectorThatRunsDoesIt() throws IOException {
    Path file = export(DAY, "8400001", "Terverifikasi", "84", "Terverifikasi");

    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(run(file.toString(), "--json", "--who", "budi")).isEqualTo(65);
      assertThat(shell.out())
          .contains("\"opened\" : 1", "\"bad\" : 1", "\"row\" : 13", "\"generatedOn\" : \"" + DAY);
      assertThat(shell.err()).contains("2 / 2");

      assertThat(run(file.toString(), "--json")).isEqualTo(65);
      assertThat(shell.out()).contains("\"opened\" : 0", "\"unchanged\" : 1");
    }
  }

  @Test
  void whatIsNoExportIsOneLineAndChangesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("e.xlsx"), "Tracking ID;Judul\n");

    assertThat(run(file.toString())).isEqualTo(65);
    assertThat(shell.err())
        .startsWith("error[export.not_workbook]: ")
        .contains("nothing was changed")
        .hasLineCount(1);
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(run(file.toString())).isEqualTo(65);
      assertThat(shell.err()).startsWith("error[export.not_workbook]: ").hasLineCount(1);
    }
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsSaid() {
    assertThat(run(folder.resolve("x.xlsx").toString())).isEqualTo(66);
    assertThat(shell.err()).startsWith("error[import.missing]: ").contains("does not exist");
    assertThat(run(folder.toString())).isEqualTo(66);
    assertThat(shell.err()).contains("is a directory");
    assertThat(run()).isEqualTo(64);
    assertThat(run("e.xlsx", "--generated-on", "kemarin")).isEqualTo(64);
  }

  @Test
  void anExportWithoutItsHeadCanBeDated() throws IOException {
    run(export(DAY, "8400001", "Terverifikasi").toString());
    String undated = export("", "8400001", "Ditutup oleh Admin").toString();

    assertThat(run(undated, "--lang", "en")).isZero();
    assertThat(shell.out()).contains("A later export was imported before", "1 differ");

    assertThat(run(undated, "--generated-on", "2026-11-15", "--lang", "en")).isZero();
    assertThat(shell.out()).contains("1 changed");
  }

  @Test
  void aWatchedFolderIsEmptiedWhileTheConnectorRuns() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("ekspor"));
    sample.replace("poll: {every: PT1S}", "exports: {folder: ekspor, every: PT1S}");
    ExportFile.write(exports.resolve("e.xlsx"), DAY, "8400001", "Ditutup oleh Sistem");

    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      await().until(() -> Files.isDirectory(exports.resolve("done")));
      assertThat(shell.run("show", "8400001", "--config", "" + sample.file())).isZero();
    }
  }

  @Test
  void anUploadThatFindsNoRoomDoesNotKeepTheNextOneOut() throws IOException {
    Path file = export(DAY, "8400001", "Ditutup oleh Sistem");
    Path notice = ConfigFile.whereabouts(sample.file()).store().notice();
    Path inTheWay = notice.resolveSibling(notice.getFileName() + ".imports");
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      Files.writeString(inTheWay, "");
      assertThat(run(file.toString())).isNotZero();
      Files.delete(inTheWay);

      assertThat(run(file.toString())).isZero();
      // It is deleted after the answer.
      await().untilAsserted(() -> assertThat(inTheWay).isEmptyDirectory());
    }
  }

  @Test
  void theAddressTakesNothingWithoutTheTokenOrOfAnotherKind() throws Exception {
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      AdminFile file =
          AdminFile.read(ConfigFile.whereabouts(sample.file()).store().notice()).orElseThrow();
      URI at = URI.create(file.address() + "/api/admin/v1/imports?who=budi");
      HttpRequest.Builder open = HttpRequest.newBuilder(at);

      assertThat(send(open.POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(401);
      open.header("Authorization", "Bearer " + file.token().reveal());
      assertThat(send(open.copy().GET()).statusCode()).isEqualTo(405);
      assertThat(send(open.copy().POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(415);
      open.header(
          "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      HttpRequest.Builder nobody =
          open.copy().uri(URI.create(at.toString().replace("budi", "a%20b")));
      assertThat(send(nobody.POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(400);
      assertThat(send(open.copy().POST(BodyPublishers.ofString("x"))).body())
          .contains("export.not_workbook");
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private Path export(String day, String... idsAndStatuses) throws IOException {
    return ExportFile.write(folder.resolve("export.xlsx"), day, idsAndStatuses);
  }

  private RunningConnector start() {
    LateTransport transport = new LateTransport();
    return RunningConnector.start(sample.load(transport), transport);
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("import"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", sample.file().toString()));
    return shell.run(all.toArray(String[]::new));
  }
}
