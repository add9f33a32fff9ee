package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.Entries;
import id.aduan.lapor.Samples;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.InboxView.SetAside;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.LocalReports;
import id.aduan.lapor.mapping.MappingText;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.sync.PortalEntries.Known;
import id.aduan.lapor.sync.Waitings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole store read and held against what was written. */
class StoreCheckTest extends StoreRig {
  private static final TrackingId ID = new TrackingId("9200001");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private final List<StoreDamage> damages = new ArrayList<>();

  /** A row in each table, two in most. */
  @BeforeEach
  void fill() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));
    enqueue(entry("9200002", "dishub", "1"));
    store.inTransaction(
        tx -> {
          for (String event : List.of("e1", "e2")) {
            store.inbox().add(tx, arrive(event, event.equals("e2")));
          }
          store
              .complaints()
              .save(
                  tx,
                  new CaseRecord(
                      Samples.complaint("9200001", "1398"),
                      OptionalLong.of(1),
                      Optional.of(NOW),
                      NOW,
                      Optional.empty()));
          store.links().add(tx, ID, new AgencyTicket(DISHUB, "TKT-1"), NOW);
          store.legs().save(tx, LegsTest.leg(ID, DISHUB, 1));
          store.echoes().save(tx, LegsTest.written(ID, DISHUB, 1));
          store.cursors().set(tx, "portal", "7", NOW);
          store
              .clocks()
              .save(
                  tx,
                  new CaseClocks(
                      ID,
                      new CaseFacts(
                          Classification.Kind.UNKNOWN, Visibility.UNKNOWN, Optional.of(DISHUB)),
                      List.of(Occurrence.of(CaseEvent.RECEIVED, NOW)),
                      List.of(),
                      "basis"));
          boolean added =
              store
                  .notifications()
                  .add(
                      tx,
                      new Notification(
                          "k1",
                          ID,
                          Optional.of(DISHUB),
                          Role.LIAISON,
                          Channel.EMAIL,
                          Notice.Kind.CASE_NEW,
                          "1",
                          NOW,
                          Optional.of(NOW),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          "",
                          ""));
          assertThat(added).isTrue();
          Filing filing = LocalReports.filing(LocalReports.report("2026-1"), NOW);
          assertThat(store.filings().add(tx, filing, LocalReports.files(2))).isPresent();
          PortalEntry entry = Entries.reply("7", NOW.toString(), "Masih padam.");
          store
              .portalEntries()
              .add(
                  tx,
                  ID,
                  new Known(entry.origin(), entry.id(), entry.kind(), NOW, "twin", ""),
                  entry);
          store.replies().add(tx, new FollowUp(ID, DISHUB, "1", NOW, "Sudah.", List.of()), NOW);
          store
              .returns()
              .add(
                  tx,
                  ID,
                  DISHUB,
                  new TicketChange("2", "TKT-1", "", NOW, false, "x", "DITOLAK", List.of()),
                  NOW);
          store.waitings().put(tx, ID, Waitings.Kind.DEFAULT, "dishub", NOW);
          store
              .mappings()
              .add(
                  tx,
                  new Applied(
                      0,
                      "1",
                      "m.yaml",
                      MappingText.digest(new byte[] {1}),
                      NOW,
                      NOW,
                      "engine",
                      "",
                      Optional.empty()),
                  new byte[] {1});
          for (int i = 0; i < 3; i++) {
            store.audit().append(tx, new AuditEntry(NOW, "engine", Action.RECEIVED, "x", "" + i));
          }
          return true;
        });
  }

  private static Arrival arrive(String event, boolean quarantined) {
    Receipt receipt = new Receipt("in-" + event, quarantined, quarantined ? "json.depth" : "", "h");
    return new Arrival(
        "portal.webhook",
        event,
        NOW,
        event.getBytes(StandardCharsets.UTF_8),
        "h",
        receipt,
        quarantined ? Optional.empty() : Optional.of(ID));
  }

  private StoreCheck verify() {
    damages.clear();
    return store.verify(damages::add);
  }

  @Test
  @Tag("C20")
  void a_store_that_nobody_touched_is_sound() {
    StoreCheck check = verify();

    assertThat(damages).isEmpty();
    assertThat(check.isSound()).isTrue();
    assertThat(check.schemaVersion()).isEqualTo(SqliteSchema.VERSION);
    assertThat(check.rows())
        .containsEntry("lapor_inbox", 2L)
        .containsEntry("lapor_outbox", 3L)
        .containsEntry("lapor_complaint", 1L)
        .containsEntry("lapor_link", 1L)
        .containsEntry("lapor_leg", 1L)
        .containsEntry("lapor_echo", 1L)
        .containsEntry("lapor_case_clocks", 1L)
        .containsEntry("lapor_notification", 1L)
        .containsEntry("lapor_filing", 1L)
        .containsEntry("lapor_filing_file", 2L)
        .containsEntry("lapor_portal_entry", 1L)
        .containsEntry("lapor_reply", 1L)
        .containsEntry("lapor_return", 1L)
        .containsEntry("lapor_waiting", 1L)
        .containsEntry("lapor_mapping", 1L)
        .containsEntry("lapor_cursor", 1L)
        .containsEntry("lapor_audit", 3L);
    assertThat(check.audit().headSequence()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("C20")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      update lapor_inbox set raw = zeroblob(40) where event_id = 'e1'   | lapor_inbox     | in-e1   | hash
      update lapor_inbox set quarantined = 0 where event_id = 'e2'      | lapor_inbox     | in-e2   | hash
      update lapor_outbox set state = 4 where id = 1                    | lapor_outbox    | 1       | hash
      update lapor_outbox set state = 9 where id = 1                    | lapor_outbox    | 1       | no program
      update lapor_outbox set tracking_id = 'x' where id = 3            | lapor_outbox    | 3       | no program
      update lapor_outbox set head = 0 where id = 1                     | lapor_outbox    | 1       | head
      update lapor_outbox set head = 1 where id = 2                     | lapor_outbox    | 2       | head
      update lapor_outbox set payload = zeroblob(3000000) where id = 2  | lapor_outbox    | 2       | hash
      update lapor_complaint set agency = 'pupr'                        | lapor_complaint | 9200001 | hash
      update lapor_complaint set stage = 'CLOSED'                       | lapor_complaint | 9200001 | stage
      update lapor_case_clocks set agency = 'pupr'  | lapor_case_clocks | 9200001 | hash
      update lapor_case_clocks set document = x'00' | lapor_case_clocks | 9200001 | hash
      update lapor_notification set read_at = 1     | lapor_notification | k1 | hash
      update lapor_notification set role = 'CAMAT'  | lapor_notification | k1 | no program
      update lapor_filing set step = 'DONE'         | lapor_filing | 1 | hash
      update lapor_filing set text_hash = ''        | lapor_filing | 1 | hash
      update lapor_filing_file set place = 7 where place = 1 | lapor_filing_file | 2 | hash
      update lapor_portal_entry set echo_of = 'x'   | lapor_portal_entry | 9200001 | hash
      update lapor_portal_entry set document = x'00' | lapor_portal_entry | 9200001 | hash
      update lapor_reply set state = 'APPROVED'     | lapor_reply  | 9200001 | hash
      update lapor_reply set state = 'X'            | lapor_reply  | 9200001 | no program
      update lapor_return set word = 'y'            | lapor_return | 9200001 | hash
      update lapor_waiting set detail = 'y'        | lapor_waiting | 9200001 | hash
      update lapor_waiting set kind = 'OTHER'      | lapor_waiting | 9200001 | hash
      update lapor_mapping set effective_at = 1     | lapor_mapping | 1 | hash
      update lapor_link set agency = 'Not a code'                       | lapor_link      | 1       | no program
      update lapor_link set leg = 0                                     | lapor_link      | 1       | no program
      update lapor_echo set leg = 2                 | lapor_echo | 9200001 | hash
      update lapor_echo set pieces = 'x'            | lapor_echo | 9200001 | hash
      update lapor_leg set number = 2               | lapor_leg | 9200001 | hash
      update lapor_leg set lead = 0                 | lapor_leg | 9200001 | hash
      update lapor_leg set answered_at = 7          | lapor_leg | 9200001 | hash
      update lapor_leg set state = 'GONE'           | lapor_leg | 9200001 | hash
      """)
  void a_row_that_was_changed_by_hand_is_named(String sql, String table, String row, String what)
      throws Exception {
    tamper(sql);

    assertThat(verify().isSound()).isFalse();

    assertThat(damages)
        .first()
        .satisfies(
            damage -> {
              assertThat(damage.table()).isEqualTo(table);
              assertThat(damage.row()).isEqualTo(row);
              assertThat(damage.what())
                  .contains(what.equals("no program") ? "none that this program" : what);
            });
  }

  @Test
  @Tag("C20")
  @Tag("C24")
  void sealed_columns_that_were_swapped_are_found_though_their_hashes_hold() throws Exception {
    OutboxRow other =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select " + OutboxRow.COLUMNS + " from lapor_outbox where id = 3",
                        OutboxRow::read)
                    .orElseThrow());
    OutboxRow first =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select " + OutboxRow.COLUMNS + " from lapor_outbox where id = 1",
                        OutboxRow::read)
                    .orElseThrow());
    OutboxRow swapped = first.content(first.key(), other.payload(), first.twin());
    tamper(
        "update lapor_outbox set payload = (select payload from lapor_outbox where id = 3),"
            + " row_hash = x'"
            + java.util.HexFormat.of().formatHex(swapped.computedHash())
            + "' where id = 1");

    verify();

    assertThat(damages)
        .containsExactly(new StoreDamage("lapor_outbox", "1", "its sealed column does not open"));
  }

  @Test
  @Tag("C20")
  void what_nobody_claimed_yet_is_read_too() throws Exception {
    store.inTransaction(
        tx -> {
          store
              .unclaimed()
              .add(
                  tx,
                  DISHUB,
                  new TicketChange("c1", "T-9", "", NOW, true, "text", "", List.of()),
                  NOW);
          return true;
        });
    assertThat(verify().isSound()).isTrue();

    tamper("update lapor_unclaimed set ticket = 'T-8'");

    verify();
    assertThat(damages).extracting(StoreDamage::table).containsExactly("lapor_unclaimed");
  }

  @Test
  @Tag("C23")
  void the_trail_is_a_part_of_it() throws Exception {
    execute("drop trigger lapor_audit_no_update");
    tamper("update lapor_audit set action = 'NO_SUCH_ACTION' where seq = 2");

    StoreCheck check = verify();

    assertThat(check.audit().firstBroken()).hasValue(2);
    assertThat(damages)
        .containsExactly(new StoreDamage("lapor_audit", "2", "does not fit the chain before it"));
  }

  @Test
  @Tag("C24")
  void with_other_keys_nothing_is_said_about_rows() {
    try (JdbcStore other = stores.openReadOnly(KeysetSealer.ofJson(KeysetSealer.newKeyset()))) {
      assertThatThrownBy(() -> other.verify(damages::add)).isInstanceOf(SealException.class);
    }
    assertThat(damages).isEmpty();
  }

  @Test
  @Tag("C12")
  void what_was_set_aside_is_found_by_sender_code_and_time() {
    ParkedFilter portal =
        new ParkedFilter(
            Optional.of("portal"), Optional.of("json.depth"), Optional.of(NOW), Optional.empty());
    ParkedFilter agency =
        new ParkedFilter(
            Optional.of("portal-x"), Optional.empty(), Optional.empty(), Optional.empty());
    ParkedFilter before =
        new ParkedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOW));

    assertThat(found(portal)).containsExactly("in-e2");
    assertThat(found(agency)).isEmpty();
    assertThat(found(before)).isEmpty();
    assertThat(found(ParkedFilter.ALL)).containsExactly("in-e2");
    Optional<SetAside> quarantined = store.read(tx -> store.inboxView().setAside(tx, "in-e2"));
    assertThat(quarantined).isPresent();
    Optional<SetAside> accepted = store.read(tx -> store.inboxView().setAside(tx, "in-e1"));
    assertThat(accepted).isEmpty();
  }

  private List<String> found(ParkedFilter filter) {
    return store.read(tx -> store.inboxView().setAside(tx, filter, 10)).stream()
        .map(SetAside::reference)
        .toList();
  }
}
