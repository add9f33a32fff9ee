package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Entries;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.portal.PortalEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a clock that runs out brings up, step by step. */
@Tag("CMP-17")
class EscalationTest {
  private static final TrackingId ID = new TrackingId("9200001");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final String SETTLE = "sp4n.complaint_no_supervision";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T04:05:34Z");

  /** Nothing is sent here: what is to be sent stands in the log and the outbox. */
  private static final Messenger NOWHERE =
      new Messenger() {
        @Override
        public DeliveryResult send(Message message, IdempotencyKey key) {
          return new DeliveryResult.Accepted("");
        }
      };

  @TempDir private Path dir;
  private ClockRig rig;

  private static Deadlines settlementAlone() {
    Office office = CalendarSettings.national().office(AgencyKind.OPD);
    RuleBook one = new RuleBook("one~0", List.of(RuleBook.national().find(SETTLE).orElseThrow()));
    return new Deadlines(one, new Offices(office, Map.of()), WarningSteps.USUAL);
  }

  private static Notifications everybodyByMail() {
    Map<Role, Contact> all =
        Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, role -> contact(role)));
    return new Notifications(
        Directory.of(Map.of(DISHUB, all), all),
        Wording.shipped(),
        Ladder.USUAL,
        Map.of(Channel.EMAIL, NOWHERE));
  }

  private static Contact contact(Role role) {
    return new Contact(
        Optional.of(new EmailAddress(role.key() + "@bintan.example")),
        Optional.empty(),
        Optional.empty());
  }

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, settlementAlone(), everybodyByMail());
    rig.told(
        ClockRig.complaint(
            ID.value(),
            RECEIVED,
            Kind.ORDINARY_COMPLAINT,
            new Status(Stage.UNVERIFIED, Actor.UNKNOWN, "x")));
  }

  /** Its agency's system cannot be updated, so the office is told, once and without the words. */
  @Test
  @Tag("C24")
  void aReplyThatTheAgencysSystemCannotGetIsToldToItsOffice() {
    Status status = new Status(Stage.UNVERIFIED, Actor.UNKNOWN, "x");
    Complaint complaint = ClockRig.complaint(ID.value(), RECEIVED, Kind.ORDINARY_COMPLAINT, status);
    PortalEntry reply = Entries.reply("7", RECEIVED.toString(), "ZZPII-9 masih gelap");
    opened();

    rig.told(complaint, Optional.empty(), List.of(reply));
    rig.told(complaint, Optional.empty(), List.of(reply));

    List<Notification> told = rig.store.read(tx -> rig.store.notifications().about(tx, ID));
    assertThat(told)
        .filteredOn(each -> each.kind() == Notice.Kind.REPORTER_REPLIED)
        .singleElement()
        .satisfies(each -> assertThat(each.role()).isEqualTo(Role.LIAISON));
    assertThat(rig.story(ID.value(), Action.REPLY_NOT_PASSED_ON))
        .containsExactly("dishub: its system cannot be updated; its office was told");
  }

  /** The agency's system holds the case. */
  private void opened() {
    rig.store.inTransaction(
        tx -> {
          rig.store.links().add(tx, ID, new AgencyTicket(DISHUB, "T-1"), rig.now);
          Envelope open =
              rig.store
                  .claims()
                  .claim(
                      tx,
                      DISHUB.value(),
                      new Share(1, 1, false, false, Instant.MAX),
                      rig.now,
                      Duration.ofSeconds(30))
                  .get(0);
          return rig.store
              .claims()
              .settle(
                  tx,
                  open,
                  new Settlement(State.DONE, rig.now, 1, 0, false, "T-1", "", ""),
                  rig.now);
        });
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** Who was told of what, but that it went to the default queue. */
  private List<String> told() {
    return rig.store.read(tx -> rig.store.notifications().about(tx, ID)).stream()
        .filter(row -> row.kind() != Notice.Kind.COORDINATOR_WAITING)
        .map(row -> row.kind() + " " + row.role())
        .sorted()
        .toList();
  }

  private void sweepAt(String time) {
    rig.now = Instant.parse(time);
    int unused = rig.sweep().run(() -> false);
  }

  private List<Draft> drafts() {
    return rig.store.read(tx -> rig.store.drafts().of(tx, ID));
  }

  @Test
  void eachStepBringsUpWhomTheLadderNamesAndOnlyOnce() {
    assertThat(told()).containsExactly("CASE_NEW LIAISON");

    // Half of 14 days is over in the morning of the eighth.
    sweepAt("2026-12-03T00:29:00Z");
    assertThat(told()).containsExactly("CASE_NEW LIAISON");
    sweepAt("2026-12-03T00:30:00Z");
    sweepAt("2026-12-03T00:30:10Z");
    assertThat(told()).containsExactly("CASE_NEW LIAISON", "WARNING LIAISON");

    sweepAt("2026-12-09T08:59:00Z");
    assertThat(told())
        .containsExactly("CASE_NEW LIAISON", "WARNING HEAD", "WARNING LIAISON", "WARNING LIAISON");
    assertThat(drafts()).isEmpty();

    // The due day is Friday the 11th; nobody is called up on the weekend.
    sweepAt("2026-12-12T05:00:00Z");
    assertThat(told()).hasSize(4);
    sweepAt("2026-12-14T00:30:00Z");
    assertThat(told())
        .contains("OVERDUE HEAD", "OVERDUE LIAISON", "OVERDUE SEKDA")
        .doesNotContain("OVERDUE BUPATI")
        .hasSize(7);
    sweepAt("2026-12-30T00:30:00Z");
    assertThat(told()).hasSize(7);
    assertThat(rig.story(ID.value(), Action.WARNED))
        .containsExactly(SETTLE + " 50 %", SETTLE + " 80 %", SETTLE + " 100 %");
  }

  @Test
  void whatCameDueWhileNothingRanIsToldByItsHighestStepWhenTheOfficeOpens() {
    rig.restart(rig.deadlines);
    sweepAt("2027-01-20T19:00:00Z");
    assertThat(told()).as("at two in the morning").containsExactly("CASE_NEW LIAISON");
    assertThat(rig.sweep().run(() -> false)).isZero();

    sweepAt("2027-01-21T00:30:00Z");

    assertThat(rig.story(ID.value(), Action.WARNED))
        .containsExactly(
            SETTLE + " 50 %: passed over", SETTLE + " 80 %: passed over", SETTLE + " 100 %");
    assertThat(told())
        .containsExactly("CASE_NEW LIAISON", "OVERDUE HEAD", "OVERDUE LIAISON", "OVERDUE SEKDA");
  }

  @Test
  @Tag("C20")
  void aDamagedCaseHoldsUpNobodysWarning() throws Exception {
    rig.told(
        ClockRig.complaint(
            "9200002",
            RECEIVED,
            Kind.ORDINARY_COMPLAINT,
            new Status(Stage.UNVERIFIED, Actor.UNKNOWN, "x")));
    rig.store.close();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("clocks.db"));
        Statement sql = file.createStatement()) {
      sql.executeUpdate(
          "update lapor_complaint set document = x'00' where tracking_id = '9200001'");
      sql.executeUpdate(
          "update lapor_case_clocks set document = x'00' where tracking_id = '9200001'");
    }
    rig.restart(rig.deadlines);

    sweepAt("2026-12-14T00:30:00Z");
    sweepAt("2026-12-14T00:31:00Z");

    assertThat(rig.story("9200002", Action.WARNED)).hasSize(3);
    rig.recount().run(() -> false);
  }

  @Test
  void anotherLadderAfterARestartLosesNoStepAndRepeatsNone() {
    sweepAt("2026-12-09T08:59:00Z");
    assertThat(rig.story(ID.value(), Action.WARNED))
        .containsExactly(SETTLE + " 50 %: passed over", SETTLE + " 80 %");

    rig.restart(
        new Deadlines(
            rig.deadlines.rules(),
            rig.deadlines.offices(),
            new WarningSteps(Map.of(AgencyKind.OPD, List.of(70, 100)))));
    rig.recount().run(() -> false);
    sweepAt("2026-12-14T00:30:00Z");

    assertThat(rig.story(ID.value(), Action.WARNED))
        .containsExactly(SETTLE + " 50 %: passed over", SETTLE + " 80 %", SETTLE + " 100 %");
  }

  @Test
  void aReprimandIsPreparedAsTextWithoutAnyoneInItAndNotSent() {
    sweepAt("2026-12-14T00:30:00Z");
    sweepAt("2026-12-15T00:30:00Z");

    assertThat(drafts())
        .singleElement()
        .satisfies(draft -> assertThat(draft.rule()).isEqualTo(SETTLE));
    assertThat(drafts().get(0).text())
        .contains("9200001", "11 Desember 2026", "Sekretaris Daerah,")
        .doesNotContain("ZZPII", "Lampu", "pasar", "Bintan Timur", "{{");
    assertThat(rig.story(ID.value(), Action.DRAFT_PREPARED)).containsExactly(SETTLE);
    assertThat(told()).noneMatch(row -> row.startsWith("REPRIMAND"));
  }

  @Test
  void theDigestGoesOutOncePerWorkingDayToEachOffice() throws SQLException {
    rig.now = Instant.parse("2026-12-11T02:00:00Z");
    for (int i = 0; i < 3; i++) {
      rig.digest().run();
      rig.now = rig.now.plus(Duration.ofMinutes(10));
    }
    assertThat(digests("2026-12-11"))
        .containsExactly("BUPATI", "COORDINATOR", "HEAD", "LIAISON", "SEKDA");

    rig.now = Instant.parse("2026-12-12T02:00:00Z");
    rig.digest().run();
    assertThat(digests("2026-12-12")).as("a Saturday").isEmpty();
  }

  private List<String> digests(String day) throws SQLException {
    List<String> roles = new ArrayList<>();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("clocks.db"));
        PreparedStatement sql =
            file.prepareStatement(
                "select role from lapor_notification where kind = 'DIGEST' and occasion = ?"
                    + " order by role")) {
      sql.setString(1, day);
      ResultSet rows = sql.executeQuery();
      while (rows.next()) {
        roles.add(rows.getString(1));
      }
    }
    return roles;
  }
}
