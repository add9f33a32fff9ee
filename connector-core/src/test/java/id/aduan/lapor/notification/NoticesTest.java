package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private final Notices notices = new Notices(Ladder.USUAL);

  private static Clock clock(LocalDate due) {
    Instant end = due.atTime(23, 59, 59).atZone(WIB).toInstant();
    return new Clock(
        "sp4n.settle",
        Duty.AGENCY,
        "v~1",
        1,
        Clock.State.RUNNING,
        NOW.minusSeconds(864_000),
        new Limit(14, Limit.Unit.WORKING_DAY),
        new DueDate(due, end, WIB, Certainty.FINAL, "id~1"),
        List.of(),
        Set.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  private static CaseClocks clocks(String id, Optional<AgencyCode> agency, LocalDate due) {
    return new CaseClocks(
        new TrackingId(id),
        new CaseFacts(Classification.Kind.UNKNOWN, Visibility.UNKNOWN, agency),
        List.of(),
        List.of(clock(due)),
        "basis");
  }

  private static ClockRule rule(Duty duty) {
    return new ClockRule(
        "sp4n.settle",
        new ClockRule.Name("Penyelesaian pengaduan", "settlement"),
        new Limit(14, Limit.Unit.WORKING_DAY),
        Optional.empty(),
        ClockRule.Scope.NATIONAL,
        duty,
        Set.of(CaseEvent.RECEIVED),
        Set.of(CaseEvent.ANSWERED),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        new ClockRule.Applies(List.of(), List.of(), List.of()),
        "PermenPANRB 62/2018",
        ClockRule.Grade.C);
  }

  private Optional<Notice> step(Duty duty, int percent, LocalDate due) {
    return notices.step(
        clocks("9200001", Optional.of(DISHUB), due),
        clock(due),
        rule(duty),
        percent,
        new Notices.About("Jalan rusak", AgencyKind.OPD),
        NOW);
  }

  @Test
  void a_warning_says_how_many_days_are_left() {
    Notice warning = step(Duty.AGENCY, 80, LocalDate.of(2026, 11, 30)).orElseThrow();

    assertThat(warning.kind()).isEqualTo(Notice.Kind.WARNING);
    assertThat(warning.to()).containsOnly(Role.LIAISON, Role.HEAD);
    assertThat(warning.facts())
        .containsEntry("sisa_hari", "4")
        .containsEntry("jatuh_tempo", "30 November 2026")
        .containsEntry("aturan", "Penyelesaian pengaduan")
        .containsEntry("persen", "80");
  }

  @Test
  void a_limit_that_has_passed_is_told_as_that() {
    Notice overdue = step(Duty.AGENCY, 100, LocalDate.of(2026, 11, 25)).orElseThrow();

    assertThat(overdue.kind()).isEqualTo(Notice.Kind.OVERDUE);
    assertThat(overdue.facts()).containsEntry("terlambat_hari", "1");
  }

  @Test
  void nobody_is_warned_of_what_the_reporter_or_the_portal_has_to_do() {
    assertThat(step(Duty.REPORTER, 50, LocalDate.of(2026, 11, 30))).isEmpty();
    assertThat(step(Duty.PORTAL, 50, LocalDate.of(2026, 11, 30))).isEmpty();
    assertThat(step(Duty.COORDINATOR, 50, LocalDate.of(2026, 11, 30)).orElseThrow().to())
        .containsOnly(Role.COORDINATOR);
  }

  @Test
  void two_periods_of_a_clock_are_two_occasions() {
    Clock first = clock(LocalDate.of(2026, 11, 30));

    assertThat(step(Duty.AGENCY, 50, LocalDate.of(2026, 11, 30)).orElseThrow().occasion())
        .isEqualTo(first.rule() + " 1 50");
  }

  @Test
  void the_digest_tells_each_agency_its_own_and_the_region_all_of_it() {
    Digest digest =
        new Digest(
            new RuleBook("v", List.of(rule(Duty.AGENCY))),
            new Wording(Templates.shipped(), Map.of(DISHUB, "Dinas Perhubungan"), Wording.PORTAL),
            WIB);

    List<Notice> told =
        digest.of(
            List.of(
                clocks("9200001", Optional.of(DISHUB), LocalDate.of(2026, 11, 25)),
                clocks("9200002", Optional.of(DISHUB), LocalDate.of(2026, 11, 27)),
                clocks(
                    "9200003", Optional.of(new AgencyCode("kantah")), LocalDate.of(2026, 11, 26)),
                clocks("9200004", Optional.empty(), LocalDate.of(2026, 11, 20)),
                clocks("9200005", Optional.of(DISHUB), LocalDate.of(2026, 12, 24))),
            NOW);

    assertThat(told)
        .extracting(Notice::agency)
        .containsExactly(
            Optional.of(DISHUB), Optional.of(new AgencyCode("kantah")), Optional.empty());
    assertThat(told.get(0).facts())
        .containsEntry("jumlah_terlambat", "1")
        .containsEntry("jumlah_segera", "1")
        .containsEntry(
            "daftar_terlambat",
            "#9200001 | Dinas Perhubungan | Penyelesaian pengaduan | jatuh tempo 25 November 2026");
    assertThat(told.get(2).facts().getOrDefault("daftar_terlambat", "").lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("#9200004 | belum didisposisikan");
    assertThat(told.get(2).to()).containsOnly(Role.COORDINATOR, Role.SEKDA, Role.BUPATI);
    assertThat(told.get(0).lane().value()).isEqualTo("000000020261126");
  }

  @Test
  void a_digest_of_very_much_is_bounded_and_says_so() {
    List<CaseClocks> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(clocks("92" + (10_000 + i), Optional.empty(), LocalDate.of(2026, 11, 20)));
    }
    Digest digest =
        new Digest(new RuleBook("v", List.of(rule(Duty.AGENCY))), Wording.shipped(), WIB);

    Notice told = digest.of(many, NOW).get(0);
    Templates.Text text = Wording.shipped().text(told, Role.SEKDA, Channel.EMAIL);

    assertThat(text.body().lines().filter(line -> line.startsWith("#"))).hasSize(59);
    assertThat(text.body()).contains("dan 441 lainnya");
    assertThat(text.subject()).contains("500 terlambat");
  }

  @Test
  void a_reprimand_is_a_text_that_names_the_rule_and_its_source() {
    String draft =
        new Teguran(Wording.shipped())
            .draft(
                new Teguran.Facts(
                    new TrackingId("9200001"),
                    DISHUB,
                    "Jalan rusak",
                    clock(LocalDate.of(2026, 11, 20)),
                    rule(Duty.AGENCY),
                    NOW));

    assertThat(draft)
        .startsWith("Teguran atas keterlambatan penanganan laporan #9200001")
        .contains("KONSEP", "PermenPANRB 62/2018", "Penyelesaian pengaduan", "6 hari")
        .doesNotContain("{{");
  }

  @Test
  void a_notice_takes_no_fact_but_those_of_its_kind() {
    assertThatThrownBy(
            () ->
                new Notice(
                    Notice.Kind.CASE_NEW,
                    Optional.of(new TrackingId("9200001")),
                    Optional.of(DISHUB),
                    "1",
                    Set.of(Role.LIAISON),
                    Map.of("pelapor", "ZZPII-nama")))
        .hasMessageNotContaining("ZZPII");
  }
}
