package id.aduan.lapor;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.PortalExport;
import id.aduan.lapor.portal.export.ExcelExport;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.portal.export.ExportSettings;
import id.aduan.lapor.portal.export.InstitutionNames;
import id.aduan.lapor.portal.profile.Words;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.ExportOrder;
import id.aduan.lapor.sync.ExportSummary;
import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.sync.FollowSettings;
import id.aduan.lapor.sync.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Exports on a real store; the engine does not run, so that nothing moves but by them. */
abstract class ExportRig {
  static final String DAY = "Tanggal Laporan Masuk";
  static final String STATUS = "Status Laporan";
  static final String TYPE = "Tipe Laporan (Anonim/Rahasia)";

  static final Optional<Operator> TESTER = Optional.of(new Operator("tester", "uji"));

  @TempDir Path dir;
  final FakePortal portal = new FakePortal();
  Instant now = Instant.parse("2026-11-26T03:00:00Z");
  JdbcStore store;
  LaporConnector connector;

  @BeforeEach
  final void open() throws IOException {
    Path mapping =
        Files.writeString(
            dir.resolve("mapping.yaml"),
            """
            version: "1"
            default: dishub
            institutions:
              - {id: 14650, agency: dinsos}
            """);
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    InstitutionNames names =
        InstitutionNames.of(Map.of("14650", List.of("Dinas Sosial", "Dinsos Kab. Contoh")));
    ExportSettings settings = new ExportSettings(ZoneOffset.UTC, Words.standard(), names);
    connector =
        LaporConnector.builder()
            .portal(portal)
            .agency("dishub", new FakeAgency())
            .agency("dinsos", new FakeAgency())
            .mapping(Mapping.load(mapping, Set.of("dishub", "dinsos")))
            .store(store)
            .exports(new Exports(opener(ExcelExport.opener(settings)), Optional.empty()))
            .follow(FollowSettings.DEFAULT)
            .world(() -> now, new Random(1))
            .build();
  }

  PortalExport.Opener opener(PortalExport.Opener usual) {
    return usual;
  }

  @AfterEach
  final void close() {
    connector.close();
  }

  final void heard(String id, String status) {
    Complaint sample = Samples.complaint(id, "1398");
    Visibility open = new Visibility(Flag.FALSE, Flag.FALSE);
    portal.put(Samples.state(Samples.with(sample, open, Words.standard().status(status)), 1));
    connector.portalPoll().pollOnce();
  }

  final ExportSummary imports(ExportBook book) throws IOException {
    return imports(book.write(dir.resolve("e.xlsx")));
  }

  final ExportSummary imports(Path file) {
    return imports(file, Optional.empty());
  }

  final ExportSummary imports(Path file, Optional<LocalDate> generatedOn) {
    return connector
        .exports()
        .orElseThrow()
        .run(file, new ExportOrder(TESTER, generatedOn), ExportImport.Progress.UNHEARD);
  }

  final CaseRecord record(String id) {
    return store.read(tx -> store.complaints().find(tx, new TrackingId(id))).orElseThrow();
  }

  final CaseClocks clocks(String id) {
    return store.read(tx -> store.clocks().find(tx, new TrackingId(id))).orElseThrow();
  }

  final List<OutboxView.Row> entries(String id) {
    return store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(id)));
  }

  final List<Action> story(String id) {
    return store.read(tx -> store.audit().about(tx, id)).stream().map(AuditEntry::action).toList();
  }
}
