package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.sync.PortalEntries.Known;
import id.aduan.lapor.sync.Reconciliation.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C5")
class ReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  private static PortalEntry entry(Origin origin, String id) {
    return new PortalEntry(
        id,
        origin,
        Kind.UNTYPED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "Sudah ditangani, ZZPII.",
        Flag.FALSE,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static PortalState told(PortalEntry... entries) {
    return new PortalState(
        Samples.complaint("9200001", ""),
        OptionalLong.empty(),
        Optional.empty(),
        true,
        List.of(entries),
        List.of());
  }

  private static Known known(Origin origin, String id) {
    return new Known(origin, id, Kind.UNTYPED, NOW, "", "");
  }

  @Test
  void an_entry_that_is_not_here_is_told_by_its_place_and_number_alone() {
    List<Difference> differences =
        Reconciliation.said(
            told(entry(Origin.LOG, "1"), entry(Origin.FOLLOW_UP, "1"), entry(Origin.LOG, "2")),
            List.of(known(Origin.LOG, "1")),
            List.of("key"));

    assertThat(differences).extracting(Difference::detail).containsExactly("FOLLOW_UP 1", "LOG 2");
    assertThat(differences)
        .extracting(Difference::kind)
        .containsOnly(Reconciliation.Kind.ENTRY_MISSING_HERE);
    assertThat(differences.toString()).doesNotContain("ZZPII");
  }

  @Test
  void an_answer_of_ours_is_missed_only_where_all_follow_ups_are_here() {
    assertThat(
            Reconciliation.said(
                told(entry(Origin.FOLLOW_UP, "1")),
                List.of(known(Origin.FOLLOW_UP, "1")),
                List.of("key")))
        .extracting(Difference::kind, Difference::detail)
        .containsExactly(tuple(Reconciliation.Kind.ANSWER_NOT_SHOWN, "key"));
    assertThat(
            Reconciliation.said(
                told(entry(Origin.LOG, "1")), List.of(known(Origin.LOG, "1")), List.of("key")))
        .isEmpty();
    assertThat(Reconciliation.said(told(), List.of(), List.of("key"))).isEmpty();
  }

  @Test
  void one_told_without_its_text_differs_only_in_what_is_told() {
    CaseRecord ours = CaseRecord.of(told(), NOW);
    Complaint thin =
        Samples.with(
            Samples.complaint("9200001", ""),
            ours.complaint().visibility(),
            ours.complaint().status());

    assertThat(Reconciliation.compare(thin(thin), Optional.of(ours), false)).isEmpty();
    Status closed = new Status(Status.Stage.CLOSED, Status.Actor.UNKNOWN, "Selesai");
    Complaint other = Samples.with(thin, thin.visibility(), closed);
    assertThat(Reconciliation.compare(thin(other), Optional.of(ours), false))
        .extracting(Difference::kind)
        .containsExactly(Reconciliation.Kind.DETAILS);
  }

  private static PortalState thin(Complaint complaint) {
    return new PortalState(complaint, OptionalLong.empty(), Optional.empty(), false);
  }
}
