package id.aduan.lapor.runner.portal;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.export.ExportOptions;
import id.aduan.lapor.simulator.state.Status;
import id.aduan.lapor.testkit.Fault;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import id.aduan.lapor.testkit.portal.FiledComplaint;
import id.aduan.lapor.testkit.portal.PortalFarEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The simulator as a far end, behind a server that fails as it is told. */
final class SimulatorFarEnd implements PortalFarEnd, AutoCloseable {
  private static final Set<String> ITS_OWN =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");
  private static final Reporter REPORTER =
      new Reporter("ZZPII-nama", "0811-ZZPII", "zzpii@example.com");

  private final PortalSimulator simulator = PortalSimulator.start(PortalSettings.defaults());
  private final FaultyHttpServer server = FaultyHttpServer.before(new Behind());
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Optional<Reply> instead = Optional.empty();

  private final class Behind implements SystemBehind {
    @Override
    public Reply answer(Request request) throws IOException {
      return instead.isPresent() ? instead.get() : forwarded(request);
    }

    @Override
    public Reply serverError() {
      return new Reply(500, "application/json", "{\"message\": \"Server Error\"}");
    }

    @Override
    public Reply errorInside() {
      // One that has nothing but a message cannot be told from a success, which has one, too.
      return new Reply(
          200, "application/json", "{\"success\": false, \"message\": \"Terjadi kesalahan.\"}");
    }
  }

  private Reply forwarded(Request request) throws IOException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(simulator.pageUri().resolve(request.uri().toString()))
            .method(request.method(), BodyPublishers.ofString(request.body()));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      if (!ITS_OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        header.getValue().forEach(value -> call.header(header.getKey(), value));
      }
    }
    try {
      HttpResponse<String> answer = client.send(call.build(), BodyHandlers.ofString());
      String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
      return new Reply(answer.statusCode(), type, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Where the v3 interface is. */
  URI v3() {
    return server.uri().resolve(PortalSettings.BASE_PATH);
  }

  /** Where the older interfaces begin. */
  URI older() {
    return server.uri().resolve("/api");
  }

  /** Its export of everything that it has. */
  void export(OutputStream out) throws IOException {
    simulator.export(ExportOptions.DEFAULT, out);
  }

  @Override
  public void reset() {
    recover();
    simulator.desk().clear();
  }

  @Override
  public TrackingId file(FiledComplaint complaint) {
    return new TrackingId(
        simulator.fileComplaint(
            NewComplaint.of(complaint.title(), complaint.content(), REPORTER)
                .withVisibility(complaint.anonymous(), complaint.secret())));
  }

  @Override
  public void closeBySystem(TrackingId id) {
    simulator.closeComplaint(id.value(), Status.CLOSED_BY_SYSTEM);
  }

  @Override
  public void archive(TrackingId id) {
    simulator.closeComplaint(id.value(), Status.ARCHIVED_BY_ADMIN);
  }

  @Override
  public List<String> complaints() {
    return simulator.desk().changedSince(null).stream().map(it -> it.filed().content()).toList();
  }

  @Override
  public List<String> answers(TrackingId id) {
    return simulator.ledger().followUps(id.value()).stream()
        .map(ReceivedFollowUp::content)
        .toList();
  }

  @Override
  public void fail(Fault fault) {
    server.fail(fault);
  }

  @Override
  public void answerWith(int status, String contentType, String body) {
    instead = Optional.of(new Reply(status, contentType, body));
  }

  @Override
  public void recover() {
    instead = Optional.empty();
    server.recover();
  }

  @Override
  public void close() {
    server.close();
    simulator.close();
  }
}
