package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FileDesk;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.wire.HttpFileSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Between a portal whose files are had over HTTP and the vault. */
abstract class FileFetchRig extends ConnectorRig {
  private static final FileLimits LIMITS = new FileLimits(4, 1000, 1500);
  static final Operator CLERK = new Operator("siti", "asked for by the agency");

  /** What it answers by path; a missing path is a 404. */
  final Map<String, Answer> answers = new ConcurrentHashMap<>();

  final Map<String, Integer> asked = new ConcurrentHashMap<>();
  volatile boolean broken;
  volatile Verdict verdict = Verdict.FIT;
  private Optional<HttpServer> server = Optional.empty();
  String address = "";

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Answer(int status, byte[] body, Map<String, String> headers) {}

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    try {
      HttpServer open =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      open.createContext("/", this::answer);
      open.start();
      server.ifPresent(old -> old.stop(0));
      server = Optional.of(open);
      address = "http://127.0.0.1:" + open.getAddress().getPort();
      portal.files(
          new HttpFileSource(
              new JdkHttpTransport(),
              Map.of(
                  HttpFileSource.origin(URI.create(address)),
                  new HttpFileSource.Host(Map.of("X-Token", "ours"), TlsIdentity.SYSTEM)),
              new HttpBounds(Duration.ofSeconds(1), Duration.ofSeconds(5), 10_000),
              InstantSource.system()));
      FileVault vault =
          FileVault.open(
              dir.resolve("files"),
              KeysetSealer.ofFile(JdbcStore.keysBeside(dir.resolve("lapor.db"))),
              0);
      return builder.files(new FileRules(vault, LIMITS, new Looker()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stopServer() {
    server.ifPresent(it -> it.stop(0));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.merge(path, 1, Integer::sum);
    Answer answer = answers.getOrDefault(path, new Answer(404, new byte[0], Map.of()));
    boolean isOurs = "ours".equals(exchange.getRequestHeaders().getFirst("X-Token"));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        isOurs ? answer.status() : 401, answer.body().length == 0 ? -1 : answer.body().length);
    if (answer.body().length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }

  /** Judges by what the test says, and cleans what is called a picture. */
  private final class Looker implements FileInspector {
    @Override
    public Inspection inspect(Path file, String name) throws IOException {
      if (broken) {
        throw new IOException("no space left on device");
      }
      return new Inspection("image/jpeg", verdict, List.of("name.extension"));
    }

    @Override
    public Optional<Made> cleaned(Path file, Inspection inspection, Path target)
        throws IOException {
      Files.writeString(target, "cleaned");
      return Optional.of(new Made("image/jpeg", "looker 1"));
    }

    @Override
    public Optional<Made> exchanged(Path file, Inspection inspection, Path target) {
      return Optional.empty();
    }
  }

  final void serves(String path, String body) {
    answers.put(path, new Answer(200, body.getBytes(StandardCharsets.UTF_8), Map.of()));
  }

  final void tells(String id, String... paths) throws Exception {
    List<Attachment> attachments =
        Stream.of(paths)
            .map(
                path ->
                    new Attachment(
                        "../../ZZPII nama.jpg", path.startsWith("/") ? address + path : path))
            .toList();
    portal.put(Samples.state(Samples.with(Samples.complaint(id, "1398"), attachments)));
    var unused = push("evt_" + id + attachments.size(), id);
  }

  final FileDesk desk() {
    return connector.files().orElseThrow();
  }

  final List<CaseFile> files(String id) {
    return desk().of(new TrackingId(id));
  }

  final void awaitStates(String id, CaseFile.State... states) {
    await()
        .untilAsserted(
            () -> assertThat(files(id)).extracting(CaseFile::state).containsExactly(states));
  }

  final void awaitNothingUnderWay(String id) {
    await()
        .until(
            () ->
                entries(id).stream()
                    .filter(row -> row.lane().target().equals(Targets.FILES))
                    .map(OutboxView.Row::state)
                    .allMatch(State.DONE::equals));
  }

  final int retry(String id) {
    return desk().retry(new TrackingId(id), OptionalInt.empty(), Optional.empty(), CLERK);
  }
}
