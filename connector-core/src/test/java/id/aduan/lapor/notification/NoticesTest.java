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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private final Notices notices = new Notices(Ladder.USUAL);

  static Clock clock(Duty duty, LocalDate due) {
    Instant end = due.atTime(23, 59, 59).atZone(WIB).toInstant();
    return new Clock(
        "sp4n.settle",
        duty,
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
        List.of(clock(Duty.AGENCY, due)),
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
        clock(duty, due),
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
  void a_limit_in_hours_is_told_with_its_moment_and_the_hours() {
    Clock hours =
        new Clock(
            "pdp.access",
            Duty.COORDINATOR,
            "v~1",
            1,
            Clock.State.RUNNING,
            NOW.minusSeconds(3600 * 58),
            new Limit(72, Limit.Unit.CLOCK_HOUR),
            new DueDate(
                LocalDate.of(2026, 11, 27), NOW.plusSeconds(50_900), WIB, Certainty.FINAL, "id~1"),
            List.of(),
            Set.of(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
    CaseClocks of = clocks("9200001", Optional.empty(), LocalDate.of(2026, 11, 27));
    Notices.About about = new Notices.About("", AgencyKind.OTHER);

    Notice warning = notices.step(of, hours, rule(Duty.COORDINATOR), 80, about, NOW).orElseThrow();
    assertThat(warning.facts())
        .containsEntry("jatuh_tempo", "27 November 2026 pukul 00.08 WIB")
        .containsEntry("sisa", "14 jam");
    assertThat(Wording.shipped().values(warning, Role.COORDINATOR))
        .containsEntry("instansi", "belum didisposisikan");

    Instant after = NOW.plusSeconds(51_000);
    assertThat(
            notices
                .step(of, hours, rule(Duty.COORDINATOR), 100, about, after)
                .orElseThrow()
                .facts())
        .containsEntry("terlambat", "kurang dari 1 jam");
  }

  @Test
  void two_periods_of_a_clock_are_two_occasions() {
    Clock first = clock(Duty.AGENCY, LocalDate.of(2026, 11, 30));

    assertThat(step(Duty.AGENCY, 50, LocalDate.of(2026, 11, 30)).orElseThrow().occasion())
        .isEqualTo(first.rule() + " 1 50");
  }

  private static String reprimand(AgencyKind kind) {
    return new Teguran(Wording.shipped())
        .draft(
            new Teguran.Facts(
                new TrackingId("9200001"),
                DISHUB,
                kind,
                "Jalan rusak",
                clock(Duty.AGENCY, LocalDate.of(2026, 11, 20)),
                rule(Duty.AGENCY),
                NOW));
  }

  @Test
  void a_reprimand_is_a_text_that_names_the_rule_and_its_source() {
    assertThat(reprimand(AgencyKind.OPD))
        .startsWith("Teguran atas keterlambatan penanganan laporan #9200001")
        .contains("KONSEP", "PermenPANRB 62/2018", "Penyelesaian pengaduan", "6 hari")
        .doesNotContain("{{");
  }

  @Test
  @Tag("CMP-17")
  void a_reprimand_is_signed_by_who_may_reprimand_that_kind_of_agency() {
    assertThat(reprimand(AgencyKind.OPD)).contains("\n\nSekretaris Daerah,\n");
    assertThat(reprimand(AgencyKind.VERTICAL))
        .contains("\n\nKepala Kantor Wilayah (atasan instansi vertikal),\n")
        .doesNotContain("Sekretaris Daerah", "Bupati");
    assertThat(reprimand(AgencyKind.OTHER))
        .contains("\n\nAdmin Koordinator,\n")
        .doesNotContain("Sekretaris Daerah", "Bupati");
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
