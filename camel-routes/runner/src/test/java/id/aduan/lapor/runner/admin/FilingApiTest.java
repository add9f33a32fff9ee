package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.answer.FilingOrder;
import id.aduan.lapor.runner.answer.FilingResult;
import id.aduan.lapor.runner.answer.HandedIn;
import id.aduan.lapor.runner.answer.ReportReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a local system hands in reports, of a connector whose portal nobody answers for. */
class FilingApiTest extends AdminRig {
  private static final String REPORT =
      """
      {"source": "loket", "number": "%s", "content": "Rambu ZZPII roboh.", "anonymous": true,
       "secret": true, "reporter": {"name": "Rahmat ZZPII-7"}}
      """;

  @Override
  void prepare() {
    sample.replace("  poll: {every: PT1S}", "  poll: {every: PT1S}\n  filing: {}");
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        allowed("/api/admin/v1/filings")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  @Tag("C4")
  void aReportIsTakenAndToldOfWithoutAWordOfIt() throws Exception {
    HttpResponse<String> first = post(REPORT.formatted("A-1"));
    HttpResponse<String> again = post(REPORT.formatted("A-1"));
    HttpResponse<String> other = post(REPORT.formatted("A-1").replace("roboh", "hilang"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body()).contains("\"code\" : \"filed\"");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"code\" : \"known\"");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("filing.number_taken").doesNotContain("ZZPII");
    HttpResponse<String> shown = send(allowed("/api/admin/v1/filings?of=loket%3AA-1"));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("\"step\" : \"CREATE\"").doesNotContain("ZZPII", "Rambu");
    assertThat(send(allowed("/api/admin/v1/filings")).body()).doesNotContain("ZZPII", "Rambu");
  }

  @Test
  @Tag("S8")
  void whatIsNoReportIsRefusedWithItsPlace() throws Exception {
    HttpResponse<String> response = post("{\"source\": \"ZZSEC x\"");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("filing.report", "line 1").doesNotContain("ZZSEC");
    assertProblem(send(allowed("/api/admin/v1/filings?of=loket%3AB-9")), 404, "filing.unknown");
    assertProblem(send(allowed("/api/admin/v1/filings?of=%20")), 400, "filing.name");
    assertProblem(get("/api/admin/v1/filings"), 401, "admin.token");
  }

  @Test
  void aReportWithItsFilesIsTakenAndOneThatIsTooBigIsNot() throws Exception {
    String file = Base64.getEncoder().encodeToString(new byte[5 * 1024 * 1024]);
    String files =
        "\"files\": ["
            + String.join(",", List.of(attached(file), attached(file), attached(file)))
            + "], \"source\"";
    HttpResponse<String> taken = post(REPORT.formatted("C-1").replace("\"source\"", files));
    String big = "A".repeat(ReportReader.BYTES_MAX);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    assertProblem(post(REPORT.replace("Rambu", big)), 413, "admin.body_too_long");
  }

  private static String attached(String base64) {
    return "{\"name\": \"a.pdf\", \"type\": \"application/pdf\", \"base64\": \"" + base64 + "\"}";
  }

  @Test
  void theCommandBesideItHandsInByIt() {
    AdminFilings filings = new AdminFilings(AdminAnswers.of(file));
    HandedIn report = ReportReader.read(REPORT.formatted("D-1").getBytes(StandardCharsets.UTF_8));

    FilingResult result = filings.file(report);

    assertThat(result.code()).isEqualTo(FilingResult.FILED);
    assertThat(filings.file(report).code()).isEqualTo(FilingResult.KNOWN);
    long id = result.id().orElseThrow();
    FilingOrder order = new FilingOrder("budi", Optional.empty(), true, Optional.empty());
    assertThat(filings.resolve(id, order).code()).isEqualTo("unknown");
  }
}
