package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.runner.answer.ParkedRequest;
import id.aduan.lapor.runner.config.AgencyConfig;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.AgencyDelivery;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.PortalDelivery;
import id.aduan.lapor.sync.Timekeeper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown is what is sent, to the byte, but for what nobody may see. */
@Tag("C12")
class DryRunTest {
  private static final InstantSource TIME =
      InstantSource.fixed(Instant.parse("2026-11-23T04:00:00Z"));
  private static final long SEED = 7;

  @TempDir private Path folder;
  private final Wire wire = new Wire();
  private RunnerConfig config;
  private JdbcStore store;

  /** Takes every call and answers it with nothing of use; a token's request gets a token. */
  private static final class Wire implements HttpTransport {
    private final List<HttpCall> calls = new ArrayList<>();
    private int tokens;

    @Override
    public HttpReply exchange(HttpCall call) throws HttpFailure {
      if (call.uri().getPath().equals("/token")) {
        tokens++;
        return new HttpReply(
            200,
            Map.of("content-type", "application/json"),
            "{\"access_token\":\"ZZSEC-token\",\"expires_in\":60}".getBytes(UTF_8));
      }
      calls.add(call);
      return new HttpReply(500, Map.of(), new byte[0]);
    }
  }

  @BeforeEach
  void open() throws Exception {
    for (String file : List.of("lapor.yaml", "mapping.yaml", "layanan.wsdl")) {
      try (InputStream in = Rehearsal.class.getResourceAsStream("rehearsal/" + file)) {
        Files.copy(in, folder.resolve(file));
      }
    }
    config = read("");
    store = JdbcStore.sqlite(folder.resolve("lapor.db"));
  }

  private RunnerConfig read(String auth) throws Exception {
    Path file = folder.resolve("lapor.yaml");
    String text = Files.readString(file);
    Files.writeString(file, auth.isEmpty() ? text : text.replace("rest:\n", "rest:\n" + auth));
    return ConfigFile.load(file, wire, name -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  private Portal portal() {
    return config.portal().wire().open(wire, TIME, new Random(SEED));
  }

  private DeliveryTarget agency(String code) {
    AgencyAdapter adapter =
        config.agencies().stream()
            .filter(it -> it.code().value().equals(code))
            .map(AgencyConfig::adapter)
            .findFirst()
            .orElseThrow();
    return new AgencyDelivery(
        new AgencyCode(code),
        adapter,
        store,
        new AnswerIntake(
            store,
            portal(),
            new CaseNotices(store, Deadlines.national(), Notifications.NONE, target -> {}),
            new Timekeeper(store, Deadlines.national()),
            AnswerRules.DEFAULT,
            target -> {}),
        new Timekeeper(store, Deadlines.national()),
        TIME);
  }

  private ParkedRequest shown(Envelope envelope) {
    return new DryRun(config, store, TIME, new Random(SEED)).of(envelope);
  }

  private static Envelope envelope(NewEntry entry) {
    return new Envelope(
        1, entry.lane(), entry.operation(), entry.key(), entry.payload(), 0, 0, 1, false, 0);
  }

  private static Envelope opening(String agency) {
    return envelope(ParkedFixture.opening(ParkedFixture.complaint("9300001"), agency));
  }

  private void assertShownIsSent(ParkedRequest shown, List<String> hidden) {
    assertThat(wire.calls).hasSize(1);
    HttpCall sent = wire.calls.get(0);
    ParkedRequest.Call told = shown.calls().get(0);
    assertThat(shown.calls()).hasSize(1);
    assertThat(told.method()).isEqualTo(sent.method());
    assertThat(told.uri()).isEqualTo(sent.uri().toString());
    assertThat(told.encoding()).isEqualTo("utf-8");
    assertThat(told.body().getBytes(UTF_8)).isEqualTo(sent.body().orElseThrow().bytes());
    assertThat(told.headers()).containsEntry("Content-Type", sent.body().get().contentType());
    sent.headers()
        .forEach(
            (name, value) ->
                assertThat(told.headers())
                    .containsEntry(name, hidden.contains(name) ? ParkedRequest.HIDDEN : value));
    assertThat(told.headers()).hasSize(sent.headers().size() + 1);
  }

  @Test
  void aTicketByRestIsShownAsItIsSent() {
    ParkedRequest shown = shown(opening("satu"));
    assertThat(wire.calls).as("nothing was sent").isEmpty();

    agency("satu").deliver(opening("satu"));

    assertShownIsSent(shown, List.of());
  }

  @Test
  void aTicketThatIsOnlyShownIsNotKeptAsWritten() {
    Envelope opening = opening("satu");
    Reference leg = Reference.of(opening.lane().complaint());
    AgencyCode satu = new AgencyCode("satu");

    ParkedRequest shown = shown(opening);

    assertThat(shown.calls()).hasSize(1);
    boolean kept = store.read(tx -> store.echoes().of(tx, satu, leg).isPresent());
    assertThat(kept).isFalse();
  }

  @Test
  void aTicketBySoapIsShownAsItIsSent() {
    ParkedRequest shown = shown(opening("dua"));
    assertThat(wire.calls).as("nothing was sent").isEmpty();

    agency("dua").deliver(opening("dua"));

    assertShownIsSent(shown, List.of());
    assertThat(shown.calls().get(0).headers()).containsKey("SOAPAction");
  }

  @Test
  void anAnswerToThePortalIsShownAsItIsSentWithoutItsCredentials() {
    FollowUp followUp =
        new FollowUp(
            ParkedFixture.complaint("9300001").id(),
            new AgencyCode("satu"),
            "7",
            TIME.instant(),
            "Sudah diperbaiki.",
            List.of());
    Lane lane = new Lane(followUp.complaint(), Targets.PORTAL);
    NewEntry entry =
        new NewEntry(
            lane,
            "publish",
            IdempotencyKey.of(lane, "publish", "7"),
            ModelJson.write(followUp),
            "");

    ParkedRequest shown = shown(envelope(entry));
    assertThat(wire.calls).as("nothing was sent").isEmpty();
    new PortalDelivery(portal(), store, new Timekeeper(store, Deadlines.national()), TIME)
        .deliver(envelope(entry));

    assertShownIsSent(shown, List.of("Authorization", "token"));
  }

  @Test
  @Tag("C7")
  void ofWhatMayBeThereItIsSaidThatItIsLookedUpFirst() {
    ParkedRequest shown = shown(uncertain(opening("satu")));

    assertThat(shown.calls()).singleElement().extracting(it -> it.method()).isEqualTo("POST");
    assertThat(shown.otherwise()).startsWith("it is looked up first; this goes out only if");
    assertThat(shown(opening("satu")).otherwise()).isEmpty();
    assertThat(wire.calls).isEmpty();
  }

  private static Envelope uncertain(Envelope it) {
    return new Envelope(
        it.id(), it.lane(), it.operation(), it.key(), it.payload(), 3, 0, 1, true, 0);
  }

  @Test
  void whatIsAskedOfThePortalIsShown() {
    Lane lane = new Lane(ParkedFixture.complaint("9300001").id(), Targets.PORTAL_READ);
    NewEntry entry =
        new NewEntry(lane, "fetch", IdempotencyKey.of(lane, "fetch", "1"), new byte[0], "");

    ParkedRequest shown = shown(envelope(entry));

    assertThat(shown.calls()).singleElement().extracting(it -> it.method()).isEqualTo("GET");
    assertThat(wire.calls).isEmpty();
  }

  @Test
  @Tag("S4")
  void noTokenIsFetchedToShowARequestThatCarriesOne() throws Exception {
    config.close();
    config =
        read(
            "      auth: {oauth2: {tokenUri: \"http://127.0.0.1:1/token\", clientId: c,"
                + " clientSecret: \"${env:SECRET}\"}}\n");

    ParkedRequest shown = shown(opening("satu"));
    assertThat(wire.tokens).as("nobody was asked for a token").isZero();
    assertThat(wire.calls).isEmpty();
    agency("satu").deliver(opening("satu"));

    assertThat(wire.tokens).isEqualTo(1);
    assertShownIsSent(shown, List.of("Authorization"));
  }
}
