package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MetricsPageTest extends AdminRig {
  private static final Pattern TOLD = Pattern.compile("(?m)^# TYPE (lapor_\\w+) (\\w+)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`lapor_[^|]*) \\| (\\w+) \\|");
  private static final Pattern NAME = Pattern.compile("`(lapor_\\w+)`");

  /** A source that was read once, so that there is an age to tell. */
  @Override
  void prepare() {
    Path file = ((InFile) ConfigFile.whereabouts(sample.file()).store().place()).file();
    try (JdbcStore store = JdbcStore.sqlite(file)) {
      store.inTransaction(
          tx -> {
            store.cursors().set(tx, "agency.dishub", "5", Instant.EPOCH);
            return true;
          });
    }
  }

  private String page() throws Exception {
    HttpResponse<String> response = get("/metrics");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain;")
        .contains("version=0.0.4");
    return response.body();
  }

  @Test
  void whatIsToldIsWhatTheReferenceLists() throws Exception {
    Set<String> told =
        TOLD.matcher(page())
            .results()
            .map(it -> it.group(1) + " " + it.group(2))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).isEqualTo(listed());
  }

  private static Set<String> listed() throws IOException {
    Set<String> listed = new TreeSet<>();
    String text = Files.readString(Path.of("../../docs/reference/metrics.md"));
    for (MatchResult row : ROW.matcher(text).results().toList()) {
      NAME.matcher(row.group(1))
          .results()
          .forEach(name -> listed.add(name.group(1) + " " + row.group(2)));
    }
    return listed;
  }

  @Test
  void itCountsWhatThisConnectorDid() throws Exception {
    await()
        .untilAsserted(
            () ->
                assertThat(page().lines())
                    .contains(
                        "lapor_cases 1.0",
                        "lapor_store_writable 1.0",
                        "lapor_webhook_answers_total{status=\"202\",to=\"portal\"} 1.0",
                        "lapor_far_end_up{name=\"dishub\"} 0.0",
                        "lapor_far_end_up{name=\"portal\"} 0.0")
                    .anyMatch(
                        it ->
                            it.startsWith(
                                    "lapor_deliveries_total{result=\"retry\",target=\"dishub\"}")
                                && !it.endsWith(" 0.0")));
    assertThat(get("/health/ready").body()).contains("\"name\" : \"dishub\"", "\"DOWN\"");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("S17")
  void itNamesNoCaseAndNoPerson() throws Exception {
    assertThat(page()).doesNotContain("ZZPII", CASE, "Siti", "Lampu", file.token().reveal());
  }

  @Test
  @Tag("C22")
  void addressesAndParametersMakeNoSeries() throws Exception {
    send(HttpRequest.newBuilder(running.address().orElseThrow().resolve("/gone-astray")));
    await().untilAsserted(() -> assertThat(page()).contains("status=\"404\",to=\"other\""));
    long before = page().lines().count();

    for (int i = 0; i < 50; i++) {
      send(HttpRequest.newBuilder(running.address().orElseThrow().resolve("/gone-astray" + i)));
      assertThat(get("/metrics?name%5B%5D=../" + i).statusCode()).isEqualTo(200);
    }

    assertThat(page().lines().count()).isEqualTo(before);
    assertThat(page()).doesNotContain("gone-astray");
  }
}
