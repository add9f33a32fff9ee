package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.Fingerprint;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.filing.LocalReports;
import id.aduan.lapor.portal.PortalFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filings as the store keeps them. */
class FilingsTest extends StoreRig {
  private static final TrackingId COMPLAINT = new TrackingId("9200001");
  private static final LocalReport REPORT = LocalReports.report("2026-1");

  private Optional<Filing> add(LocalReport report) {
    return store.inTransaction(
        tx -> store.filings().add(tx, LocalReports.filing(report, NOW), LocalReports.files(2)));
  }

  private void save(Filing filing) {
    boolean unused =
        store.inTransaction(
            tx -> {
              store.filings().save(tx, filing);
              return true;
            });
  }

  private Optional<Filing> byNumber() {
    return store.read(tx -> store.filings().find(tx, REPORT.ticket()));
  }

  private List<PortalFile> files(Filing filing) {
    return store.read(tx -> store.filings().files(tx, filing.id()));
  }

  @Test
  @Tag("C4")
  void a_report_is_kept_once_by_its_source_and_number() {
    Filing first = add(REPORT).orElseThrow();

    assertThat(add(LocalReports.of("dishub", "2026-1", "Isi lain.", ""))).isEmpty();
    assertThat(add(LocalReports.of("loket", "2026-1", "Isi lain.", ""))).isPresent();

    assertThat(byNumber()).contains(first);
    assertThat(files(first))
        .extracting(PortalFile::name)
        .containsExactly("foto-0.jpg", "foto-1.jpg");
    assertThat(files(first).get(1).bytes()).isEqualTo(LocalReports.files(2).get(1).bytes());
  }

  @Test
  void how_far_it_came_is_kept_and_its_files_go_once_the_complaint_stands() {
    Filing filing = add(REPORT).orElseThrow();

    Filing uploaded = filing.uploaded("i:1,d:2");
    save(uploaded);
    assertThat(byNumber()).contains(uploaded);
    assertThat(files(filing)).hasSize(2);

    Filing created = uploaded.created(COMPLAINT, Step.FORWARD, NOW.plusSeconds(1));
    save(created);
    assertThat(files(filing)).isEmpty();
    Optional<Filing> byComplaint = store.read(tx -> store.filings().find(tx, COMPLAINT));
    assertThat(byComplaint).contains(created);

    Filing done = created.forwarded(NOW.plusSeconds(2));
    save(done);
    Optional<Filing> byId = store.read(tx -> store.filings().find(tx, filing.id()));
    assertThat(byId).contains(done);
    Map<Step, Long> counts = store.read(tx -> store.filings().counts(tx));
    assertThat(counts).isEqualTo(Map.of(Step.DONE, 1L));
  }

  @Test
  void one_that_has_no_complaint_is_found_by_its_text_whatever_became_of_its_white_space() {
    Filing filing = add(REPORT).orElseThrow();
    String told = filing.sent().content().replace(" ", "\n\u00a0 ");

    assertThat(unmade(told)).contains(filing);
    assertThat(unmade(told + ".")).isEmpty();

    save(filing.seenAs(COMPLAINT));
    assertThat(unmade(told)).isEmpty();
  }

  private Optional<Filing> unmade(String text) {
    String hash = Fingerprint.ofText(text);
    return store.read(tx -> store.filings().unmade(tx, hash));
  }

  @Test
  void the_youngest_are_listed_first_and_no_more_than_asked_for() {
    for (int i = 1; i <= 3; i++) {
      add(LocalReports.report("2026-" + i));
    }

    List<Filing> listed = store.read(tx -> store.filings().youngest(tx, 2));

    assertThat(listed).extracting(it -> it.report().number()).containsExactly("2026-3", "2026-2");
  }

  @Test
  @Tag("C24")
  void nothing_of_the_report_or_its_files_stands_open_in_the_database() throws Exception {
    add(REPORT);

    assertThat(stored("lapor_filing", "document")).doesNotContain("ZZPII", "Rambu");
    for (String column : List.of("label", "content")) {
      assertThat(stored("lapor_filing_file", column)).doesNotContain("foto", "gambar");
    }
  }

  private String stored(String table, String column) throws Exception {
    try (var connection = stores.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select " + column + " from " + table)) {
      StringBuilder all = new StringBuilder();
      while (rows.next()) {
        all.append(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
      }
      assertThat(all).isNotEmpty();
      return all.toString();
    }
  }
}
