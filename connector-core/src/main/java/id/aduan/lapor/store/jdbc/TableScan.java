package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * How the rows of one table are held against what this program writes.
 *
 * @param key the column that names a row towards people; empty where its number does
 * @param columns what the check reads, from the first
 */
record TableScan(String table, String key, String columns, RowCheck check) {

  /** Holds one row against what this program writes; throws where it differs. */
  @FunctionalInterface
  interface RowCheck {
    void check(ResultSet row) throws SQLException;
  }

  /**
   * A page of the table: the columns, then the number of the row and its key.
   *
   * @param number the column that numbers rows
   */
  String page(String number) {
    return "select %1$s, %2$s, %3$s from %4$s where %2$s > ? order by %2$s limit ?"
        .formatted(columns, number, key.isEmpty() ? number : key, table);
  }

  /** Where the row's place and key stand in the page. */
  int placeIndex() {
    return columns.split(",").length + 1;
  }

  static List<TableScan> all(Sealer sealer) {
    return List.of(
        inbox(sealer),
        complaints(sealer),
        outbox(sealer),
        unclaimed(sealer),
        links(),
        legs(),
        echoes(),
        clocks(),
        bases(),
        drafts(),
        follows(),
        cursors(),
        slots(),
        notifications(),
        filings(sealer),
        filingFiles(sealer),
        portalEntries(sealer),
        replies(sealer),
        returns(sealer),
        waitings(),
        mappings(),
        catalogues(),
        files(sealer),
        fileDeliveries(),
        targets());
  }

  private static TableScan inbox(Sealer sealer) {
    return new TableScan(
        "lapor_inbox",
        "reference",
        JdbcInbox.COLUMNS + ", row_hash",
        row -> {
          String reference = JdbcInbox.read(row).receipt().reference();
          boolean known = row.getInt(7) >= 0 && row.getInt(7) <= JdbcInbox.STATE_MAX;
          require(known, "quarantined is none of 0 to " + JdbcInbox.STATE_MAX);
          byte[] raw = sealer.open(row.getBytes(5), JdbcInbox.place(reference));
          require(raw != null, "nothing is sealed in it");
          String complaint = row.getString(9);
          if (!complaint.isEmpty()) {
            TrackingId.parse(complaint);
          }
        });
  }

  private static TableScan complaints(Sealer sealer) {
    JdbcComplaints complaints = new JdbcComplaints(sealer);
    return new TableScan(
        "lapor_complaint",
        "tracking_id",
        JdbcComplaints.COLUMNS + ", stage",
        row -> {
          Stage inside = complaints.read(row).complaint().status().stage();
          require(inside.name().equals(row.getString(11)), "its stage is not that of its document");
        });
  }

  private static TableScan outbox(Sealer sealer) {
    return new TableScan(
        "lapor_outbox",
        "id",
        OutboxRow.COLUMNS,
        row -> {
          OutboxRow read = OutboxRow.readChecked(row);
          require(
              sealer.open(read.payload(), JdbcOutbox.place(read.key())) != null,
              "nothing is sealed in it");
        });
  }

  private static TableScan unclaimed(Sealer sealer) {
    return new TableScan(
        "lapor_unclaimed",
        "id",
        "agency, change_id, ticket, change",
        row -> {
          String agency = new AgencyCode(row.getString(1)).value();
          byte[] change =
              sealer.open(row.getBytes(4), JdbcUnclaimed.place(agency, row.getString(2)));
          require(
              ModelJson.read(change, TicketChange.class).ticket().equals(row.getString(3)),
              "its ticket is not that of its change");
        });
  }

  private static TableScan links() {
    return new TableScan(
        "lapor_link",
        "",
        "agency, ticket, tracking_id, leg",
        row -> {
          AgencyTicket ticket =
              new AgencyTicket(new AgencyCode(row.getString(1)), row.getString(2));
          require(!ticket.number().isEmpty(), "it names no ticket");
          var unused = new Reference(TrackingId.parse(row.getString(3)), row.getInt(4));
        });
  }

  private static TableScan legs() {
    return new TableScan(
        JdbcLegs.TABLE,
        "tracking_id",
        JdbcLegs.COLUMNS,
        row -> require(JdbcLegs.read(row).number() > 0, "it has no number"));
  }

  private static TableScan echoes() {
    return new TableScan(
        JdbcEchoes.TABLE,
        "tracking_id",
        JdbcEchoes.COLUMNS,
        row -> require(!JdbcEchoes.read(row).pieces().isEmpty(), "nothing is written in it"));
  }

  private static TableScan clocks() {
    return new TableScan(
        JdbcClocks.TABLE,
        "tracking_id",
        JdbcClocks.COLUMNS,
        row ->
            require(
                JdbcClocks.read(row).complaint().value().equals(row.getString(1)),
                "its clocks are another case's"));
  }

  private static TableScan bases() {
    return new TableScan(
        "lapor_basis",
        "version",
        "version, document",
        row -> require(row.getBytes(2).length > 0, "nothing is kept under its version"));
  }

  private static TableScan drafts() {
    return new TableScan(
        "lapor_draft",
        "tracking_id",
        JdbcDrafts.COLUMNS,
        row -> require(!JdbcDrafts.read(row).text().isEmpty(), "its text is empty"));
  }

  private static TableScan follows() {
    return new TableScan(
        JdbcFollows.TABLE,
        "tracking_id",
        JdbcFollows.COLUMNS,
        row ->
            require(
                !JdbcFollows.read(row).every().isNegative(), "the pause that it tells is none"));
  }

  private static TableScan cursors() {
    return new TableScan(
        "lapor_cursor",
        "name",
        "name, value",
        row -> {
          Objects.requireNonNull(row.getString(1));
          Objects.requireNonNull(row.getString(2));
        });
  }

  private static TableScan slots() {
    return new TableScan(
        "lapor_slot",
        "schedule",
        "schedule, slot_at, node",
        row -> {
          require(!row.getString(1).isEmpty(), "it names no schedule");
          require(!row.getString(3).isEmpty(), "it names no node");
        });
  }

  private static TableScan notifications() {
    return new TableScan(
        JdbcNotifications.TABLE,
        "message_key",
        JdbcNotifications.COLUMNS,
        row -> require(!JdbcNotifications.read(row).key().isEmpty(), "it has no key"));
  }

  private static TableScan filings(Sealer sealer) {
    JdbcFilings filings = new JdbcFilings(sealer);
    return new TableScan(
        JdbcFilings.TABLE,
        "",
        JdbcFilings.COLUMNS,
        row -> {
          AgencyTicket inside = filings.read(row).report().ticket();
          require(
              inside.agency().value().equals(row.getString(2))
                  && inside.number().equals(row.getString(3)),
              "its number is not that of its document");
        });
  }

  private static TableScan filingFiles(Sealer sealer) {
    JdbcFilingFiles files = new JdbcFilingFiles(sealer);
    return new TableScan(
        JdbcFilingFiles.TABLE,
        "",
        JdbcFilingFiles.COLUMNS,
        row -> require(files.read(row).bytes() != null, "nothing is sealed in it"));
  }

  private static TableScan portalEntries(Sealer sealer) {
    JdbcPortalEntries entries = new JdbcPortalEntries(sealer);
    return new TableScan(
        JdbcPortalEntries.TABLE,
        "tracking_id",
        JdbcPortalEntries.COLUMNS,
        row ->
            require(
                entries.read(row).entry().kind().name().equals(row.getString(4)),
                "its kind is not that of its document"));
  }

  private static TableScan replies(Sealer sealer) {
    JdbcReplies replies = new JdbcReplies(sealer);
    return new TableScan(
        JdbcReplies.TABLE,
        "tracking_id",
        JdbcReplies.COLUMNS,
        row ->
            require(
                replies.read(row).followUp().changeId().equals(row.getString(4)),
                "its change is not that of its document"));
  }

  private static TableScan returns(Sealer sealer) {
    JdbcReturns returns = new JdbcReturns(sealer);
    return new TableScan(
        JdbcReturns.TABLE,
        "tracking_id",
        JdbcReturns.COLUMNS,
        row ->
            require(
                returns.readWhole(row).id().equals(row.getString(4)),
                "its change is not that of its document"));
  }

  private static TableScan waitings() {
    return new TableScan(
        JdbcWaitings.TABLE,
        "tracking_id",
        JdbcWaitings.COLUMNS,
        row -> require(JdbcWaitings.read(row).id() > 0, "it has no number"));
  }

  private static TableScan mappings() {
    return new TableScan(
        JdbcMappings.TABLE,
        "version",
        JdbcMappings.COLUMNS,
        row -> require(!JdbcMappings.readWhole(row).version().isEmpty(), "it has no version"));
  }

  private static TableScan catalogues() {
    return new TableScan(
        JdbcCatalogues.TABLE,
        "state",
        JdbcCatalogues.COLUMNS,
        row -> require(!JdbcCatalogues.read(row).source().isEmpty(), "it has no source"));
  }

  private static TableScan fileDeliveries() {
    return new TableScan(
        JdbcFileDeliveries.TABLE,
        "tracking_id",
        JdbcFileDeliveries.COLUMNS,
        row -> require(JdbcFileDeliveries.read(row).place() > 0, "it has no place"));
  }

  private static TableScan files(Sealer sealer) {
    JdbcFiles files = new JdbcFiles(sealer);
    return new TableScan(
        JdbcFiles.TABLE,
        "tracking_id",
        JdbcFiles.COLUMNS,
        row -> require(files.read(row).place() > 0, "it has no place"));
  }

  private static TableScan targets() {
    return new TableScan(
        "lapor_target",
        "name",
        JdbcTargetStates.COLUMNS,
        row ->
            require(
                JdbcTargetStates.modeOf(row.getString(2)).isPresent(),
                "its mode is a word of no version"));
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new RowDamage(otherwise);
    }
  }

  /** What is wrong with a row, in words of ours. */
  static final class RowDamage extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RowDamage(String what) {
      super(what);
    }
  }
}
