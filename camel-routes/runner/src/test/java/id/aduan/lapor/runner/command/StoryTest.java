package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.runner.Assembly;
import id.aduan.lapor.runner.FakeWorld;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.sync.AgencyPoll;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** show and status, beside the connector that filled the store, against pages kept as files. */
@TestInstance(Lifecycle.PER_CLASS)
class StoryTest {
  private static final String CHANGES =
      """
            changes:
              path: /changes?since={cursor}
              items: /data
              cursor: /cursor
              item: {id: /id, ticket: /no, at: /at, text: /text, status: /status,
                     publicWhen: public}
      """;

  private final FakeWorld world = new FakeWorld();
  private final Shell shell = new Shell();
  private SampleConfig sample;
  private LaporConnector connector;

  @BeforeAll
  void fillTheStore(@TempDir Path folder) throws Exception {
    sample = SampleConfig.in(folder);
    sample.replace("mapping: mapping.yaml", CHANGES + "mapping: mapping.yaml");
    connector =
        Assembly.connector(
            sample.load(world), world, InstantSource.fixed(Shell.NOW), new SecureRandom());
    world.answers("POST /dishub/tickets", 201, "{\"id\": \"TKT-1\"}");
    world.answers("POST /lapor/complaints/followup/add", 200, "{\"success\": true}");
    world.answers("GET /lapor/complaints", 200, "{\"results\": {\"data\": []}}");
    world.answers("GET /dishub/changes", 200, "{\"data\": [], \"cursor\": \"0\"}");
    connector.start();
    push("msg_1", "9100001");
    awaitDone("9100001", Action.TICKET_OPENED);
    world.answers(
        "GET /dishub/changes",
        200,
        """
        {"cursor": "7", "data": [
         {"id": "6", "no": "TKT-1", "at": "2026-12-21T03:00:00Z", "text": "Cek gardu.",
          "status": "PROSES", "public": false},
         {"id": "7", "no": "TKT-1", "at": "2026-12-21T03:00:00Z", "text": "Sudah menyala.",
          "status": "SELESAI", "public": true}]}
        """);
    // The clock stands still, so no further slot of a poll ever comes.
    connector.agencyPolls().values().forEach(AgencyPoll::pollOnce);
    awaitDone("9100001", Action.FOLLOW_UP_PUBLISHED);
    world.answers("POST /dishub/tickets", 422, "{}");
    push("msg_2", "9100002");
    awaitDone("9100002", Action.PARKED);
    deliver("msg_3", "{\"data\": {\"content\": \"ZZPII-tanpa nomor\"}}");
  }

  @AfterAll
  void close() {
    connector.close();
  }

  private void push(String event, String id) throws Exception {
    String body =
        """
        {"revision": 3, "data": {"complaint_id": "%s", "title": "Lampu \\u001b[31mmati\\nbaris",
         "content": "ZZPII-isi", "category_id": 1398, "channel": "Website",
         "classification": "Pengaduan Tidak Berkadar Pengawasan",
         "status_name": "Terverifikasi", "is_anonymous": false, "is_secret": true,
         "created_at": "2026-12-21 09:59:00", "location": "ZZPII-jalan",
         "reporter": {"name": "ZZPII-nama", "phone": "ZZPII-telepon", "email": "ZZPII@x.invalid"}}}
        """
            .formatted(id);
    deliver(event, body);
  }

  private void deliver(String event, String body) throws Exception {
    long now = Shell.NOW.getEpochSecond();
    String signature = new Webhook(SampleConfig.SECRET).sign(event, now, body);
    var unused =
        connector
            .webhooks()
            .orElseThrow()
            .receive(
                new WebhookHeaders(List.of(event), List.of("" + now), List.of(signature)),
                body.getBytes(UTF_8))
            .get();
  }

  private void awaitDone(String id, Action action) {
    await().untilAsserted(() -> assertThat(actions(id)).contains(action));
  }

  private List<Action> actions(String id) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id)).stream()
        .map(AuditEntry::action)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "show-id.txt, show 9100001",
    "show-en.txt, show 9100001 --lang en",
    "show.json, show 9100001 --json",
    "show-parked.txt, show #9100002 --lang en",
    "explain-id.txt, explain 9100001",
    "explain-en.txt, explain 9100001 --lang en",
    "explain.json, explain 9100001 --json",
    "deadlines-id.txt, deadlines",
    "deadlines-en.txt, deadlines --all --lang en",
    "deadlines.json, deadlines --json",
    "deadlines-moved-en.txt, deadlines --moved --lang en",
    "status-id.txt, status",
    "status-en.txt, status --lang en",
    "status.json, status --json",
    "parked-id.txt, parked list",
    "parked-en.txt, parked list --lang en",
    "parked.json, parked list --json",
    "parked-entry-en.txt, parked show 3 --lang en",
    "parked-arrival-id.txt, parked show in-827ca816297dc994"
  })
  void aPageIsAsItIsKept(String page, String command) throws Exception {
    int exit = shell.run((command + " --config " + sample.file()).split(" "));

    assertThat(exit).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).isEqualTo(kept(page));
  }

  @Test
  @Tag("C24")
  void nothingOfThePersonAndNothingThatColoursATerminalIsShown() {
    for (String command :
        List.of(
            "show 9100001",
            "show 9100001 --json",
            "status",
            "show 9100002",
            "explain 9100001",
            "explain 9100001 --json",
            "deadlines --all",
            "deadlines --all --json",
            "parked list",
            "parked list --json",
            "parked show 3",
            "parked show 3 --json")) {
      shell.run((command + " --config " + sample.file()).split(" "));

      assertThat(shell.out() + shell.err()).isNotEmpty().doesNotContain("ZZPII", "\u001b");
    }
  }

  @ParameterizedTest(name = "parked list {0} -> {1}")
  @Tag("C12")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --agency dishub                                         | 9100002
          --agency portal                                         | portal.webhook
          --code LC-REFUSED                                       | 9100002
          --code payload.complaint_id                             | portal.webhook
          --since 2026-12-21 --until 2026-12-21 --agency dishub   | 9100002
          --since 2026-12-22                                      | Nothing waits
          --until 2026-12-20T23:59:59Z                            | Nothing waits
          --agency pupr                                           | Nothing waits
          """)
  void whatWaitsIsListedAsNarrowlyAsAskedFor(String options, String told) {
    String command = "parked list --lang en %s --config %s".formatted(options, sample.file());

    assertThat(shell.run(command.split(" +"))).isZero();

    assertThat(shell.out()).contains(told);
    assertThat(shell.out().contains("9100002") && shell.out().contains("portal.webhook")).isFalse();
  }

  @ParameterizedTest(name = "parked {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          64 | parked                                            | error[usage]: unknown option '--config'
          64 | parked list --since kemarin                       | error[usage]: --since is neither a day
          64 | parked list --since 2026-13-01                    | error[usage]: --since is neither a day
          64 | parked list --since 2026-12-22 --until 2026-12-01 | error[usage]: --since is later than
          64 | parked list --agency ../etc                       | error[usage]: --agency is no agency's
          64 | parked show 1;drop                                | error[usage]: ID is a number
          75 | parked replay 1                                   | error[store.locked]
          65 | parked show 999                                   | error[parked.unknown]: nothing waits
          65 | parked show 1                                     | error[parked.unknown]: nothing waits
          65 | parked show in-ffffffffffffffff                   | error[parked.unknown]: nothing waits
          """)
  void aWrongQuestionIsToldInOneLine(int exit, String command, String line) {
    assertThat(shell.run((command + " --config " + sample.file()).split(" "))).isEqualTo(exit);

    assertThat(shell.err()).startsWith(line).hasLineCount(1);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void anUnknownCaseIsOneLineAndExit65() {
    assertThat(shell.run("show", "9199999", "--config", "" + sample.file())).isEqualTo(65);
    assertThat(shell.err()).startsWith("error[case.unknown]: ").hasLineCount(1);
    assertThat(shell.run("show", "abc", "--config", "" + sample.file())).isEqualTo(64);
  }

  private static String kept(String page) throws Exception {
    try (InputStream in = StoryTest.class.getResourceAsStream(page)) {
      return new String(Objects.requireNonNull(in, page).readAllBytes(), UTF_8);
    }
  }
}
