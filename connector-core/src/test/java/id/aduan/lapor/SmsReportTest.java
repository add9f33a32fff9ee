package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.PortalEntries;
import id.aduan.lapor.sync.SmsStages;
import id.aduan.lapor.sync.SmsStages.Reached;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports by SMS 1708: their stages, and the secrets that the portal sends their reporters. */
class SmsReportTest extends ConnectorRig {
  private static final String ID = "9820001";
  private static final TrackingId CASE = new TrackingId(ID);
  private static final String SECRETS = "Username: ZZSEC-nama Password: ZZSEC-sandi";

  private static Complaint report(Status status, String content) {
    Complaint sample = Samples.complaint(ID, "1398");
    Complaint web = Samples.with(sample, sample.visibility(), status).worded("BINTAN", content);
    return new Complaint(
        web.id(),
        web.title(),
        web.content(),
        web.category(),
        web.classification(),
        "SMS",
        web.visibility(),
        web.receivedAt(),
        web.incidentOn(),
        web.location(),
        web.status(),
        web.disposition(),
        web.attachments(),
        web.reporter(),
        List.of());
  }

  private void put(Status status, PortalEntry... entries) {
    portal.put(
        new PortalState(
            report(status, "Lampu mati. " + SECRETS),
            OptionalLong.empty(),
            Optional.empty(),
            true,
            List.of(entries),
            List.of()));
  }

  private static Status status(Stage stage, Actor actor) {
    return new Status(stage, actor, stage + " " + actor);
  }

  private CaseRecord record() {
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, CASE))
        .orElseThrow();
  }

  private List<SmsStages.Stage> stages() {
    Optional<CaseClocks> clocks =
        connector.store().read(tx -> connector.store().clocks().find(tx, CASE));
    return SmsStages.of(record(), clocks.map(CaseClocks::events).orElse(List.of())).stream()
        .map(Reached::stage)
        .toList();
  }

  @Test
  @Tag("S18")
  void whatLetsTheReporterInIsNeitherKeptNorPassedOn() throws Exception {
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES, Capability.UPDATE));
    put(Status.UNKNOWN, Entries.reply("1", "2026-11-23T06:00:00Z", "Kode unik ZZSEC48 tak bisa"));

    push("evt_sms", ID + " {\"content\":\"" + SECRETS + "\"}");
    await().until(() -> story(ID).contains(Action.TICKET_OPENED));

    assertThat(dishub.tickets().get(0).facts().content())
        .isEqualTo("Lampu mati. Username: *** Password: ***");
    assertThat(dishub.tickets().get(0).facts().replies())
        .extracting(reply -> reply.text())
        .containsExactly("Kode unik *** tak bisa");
    String kept =
        connector
            .store()
            .read(
                tx ->
                    text(ModelJson.write(record().complaint()))
                        + connector.store().portalEntries().told(tx, CASE).stream()
                            .map(PortalEntries.Told::entry)
                            .map(entry -> text(ModelJson.write(entry)))
                            .toList()
                        + connector.store().audit().about(tx, ID));
    assertThat(kept + text(inboxed())).contains("***").doesNotContain("ZZSEC");
  }

  /** The message as it is kept, behind its seal. */
  private byte[] inboxed() throws Exception {
    Path file = dir.resolve("lapor.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = database.createStatement();
        ResultSet row =
            sql.executeQuery("select reference, raw from lapor_inbox where event_id = 'evt_sms'")) {
      assertThat(row.next()).isTrue();
      return KeysetSealer.ofFile(JdbcStore.keysBeside(file))
          .open(row.getBytes(2), "lapor_inbox/" + row.getString(1) + "/raw");
    }
  }

  private String allInboxed() throws Exception {
    Path file = dir.resolve("lapor.db");
    StringBuilder all = new StringBuilder();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select reference, raw from lapor_inbox")) {
      while (row.next()) {
        byte[] raw =
            KeysetSealer.ofFile(JdbcStore.keysBeside(file))
                .open(row.getBytes(2), "lapor_inbox/" + row.getString(1) + "/raw");
        all.append(text(raw)).append('\n');
      }
    }
    assertThat(all.toString().lines()).hasSizeGreaterThanOrEqualTo(3);
    return all.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  @Tag("C3")
  void anEventThatIsToldAgainIsKnownThoughNotAllOfItIsKept() throws Exception {
    put(Status.UNKNOWN);
    String body = ID + " {\"content\":\"" + SECRETS + "\"}";

    assertThat(push("evt_again", body)).isEqualTo(push("evt_again", body));
    assertThat(story(ID)).doesNotContain(Action.QUARANTINED);
  }

  @Test
  @Tag("S18")
  void whatIsSetAsideOrTellsNoChannelIsKeptWithoutThemToo() throws Exception {
    String words = " {\"content\":\"" + SECRETS + "\"}";

    push("evt_unknown", "9820077" + words);
    push("evt_unknown", "9820078" + words);
    push("evt_unreadable", "none" + words);

    assertThat(allInboxed()).contains("***").doesNotContain("ZZSEC");
  }

  @Test
  @Tag("C13")
  void anAnswerThatHoldsACodeIsRecognisedWhenThePortalTellsIt() {
    String answer = "Sudah. Kode laporan: 12345";
    put(Status.UNKNOWN);
    await().until(() -> story(ID).contains(Action.TICKET_OPENED));
    dishub.writes(CASE, answer, true);
    await().until(() -> story(ID).contains(Action.FOLLOW_UP_PUBLISHED));

    put(Status.UNKNOWN, Entries.answer("31", "2026-11-23T06:00:00Z", answer));

    await()
        .until(
            () ->
                connector
                    .store()
                    .read(tx -> connector.store().portalEntries().known(tx, CASE))
                    .stream()
                    .anyMatch(PortalEntries.Known::isOurs));
  }

  @Test
  void theStagesAreDerivedFromTheCaseAndAReopenedOneIsNotFinished() {
    put(Status.UNKNOWN);
    await().until(() -> story(ID).contains(Action.TICKET_OPENED));
    assertThat(stages()).containsExactly(SmsStages.Stage.ACCEPTED, SmsStages.Stage.ASSIGNED);

    dishub.writes(CASE, "Sudah diperbaiki.", true);
    await().until(() -> stages().contains(SmsStages.Stage.ANSWERED));

    put(status(Stage.CLOSED, Actor.SYSTEM));
    await().until(() -> stages().contains(SmsStages.Stage.FINISHED));
    put(status(Stage.IN_PROGRESS, Actor.AGENCY));
    await().until(() -> !stages().contains(SmsStages.Stage.FINISHED));
  }

  @Test
  void aReportByAnotherChannelHasNoStages() {
    CaseRecord web =
        new CaseRecord(
            Samples.complaint(ID, "1398"),
            OptionalLong.empty(),
            Optional.empty(),
            Instant.parse("2026-11-23T06:00:00Z"),
            Optional.empty());

    assertThat(SmsStages.of(web, List.of())).isEmpty();
  }
}
