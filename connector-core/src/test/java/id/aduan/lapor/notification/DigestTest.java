package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.notification.Digest.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");

  private final RuleBook rules =
      new RuleBook(
          "two~0",
          List.of(
              RuleBook.national().find("sp4n.complaint_no_supervision").orElseThrow(),
              RuleBook.national().find("sp4n.reporter_silence_close").orElseThrow()));
  private final Clockwork clockwork =
      new Clockwork(
          rules,
          new Offices(CalendarSettings.national().office(AgencyKind.OPD), Map.of()),
          WarningSteps.USUAL);
  private final Digest digest =
      new Digest(
          rules,
          new Wording(Templates.shipped(), Map.of(DISHUB, "Dinas Perhubungan"), Wording.PORTAL),
          WIB);

  /** Of a complaint that is to be settled within 14 working days. */
  private CaseClocks received(int number, LocalDate on, Occurrence... more) {
    Occurrence received =
        Occurrence.of(CaseEvent.RECEIVED, on.atTime(9, 0).atZone(WIB).toInstant());
    List<Occurrence> events =
        IntStream.rangeClosed(0, more.length)
            .mapToObj(i -> i == 0 ? received : more[i - 1])
            .collect(Collectors.toList());
    CaseFacts facts =
        new CaseFacts(
            Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.of(DISHUB));
    return clockwork.compute(
        new TrackingId(Integer.toString(9_200_000 + number)), facts, events, List.of());
  }

  private Map<String, String> told(long late, long soon, List<CaseClocks> nearest) {
    return digest.of(new Part(Optional.of(DISHUB), late, soon, nearest), NOW).orElseThrow().facts();
  }

  @Test
  void it_lists_what_is_late_and_what_soon_will_be_and_nothing_else() {
    CaseClocks late = received(1, LocalDate.of(2026, 11, 2));
    CaseClocks soon = received(2, LocalDate.of(2026, 11, 9));
    CaseClocks later = received(3, LocalDate.of(2026, 11, 16));

    assertThat(told(1, 1, List.of(late, soon, later)))
        .containsEntry("jumlah_terlambat", "1")
        .containsEntry("jumlah_segera", "1")
        .containsEntry(
            "daftar_terlambat",
            "#9200001 | Dinas Perhubungan | Penyelesaian pengaduan tidak berkadar pengawasan"
                + " | jatuh tempo 20 November 2026")
        .hasEntrySatisfying(
            "daftar_segera",
            lines ->
                assertThat(lines)
                    .startsWith("#9200002 | ")
                    .endsWith("jatuh tempo 27 November 2026")
                    .hasLineCount(1));
  }

  @Test
  void what_is_paused_or_waits_for_the_portal_or_the_reporter_is_nobodys_lateness() {
    CaseClocks answered =
        received(
            1,
            LocalDate.of(2026, 9, 1),
            Occurrence.of(CaseEvent.ANSWERED, Instant.parse("2026-09-03T03:00:00Z"), DISHUB));
    assertThat(answered.clocks())
        .hasSize(2)
        .allMatch(clock -> clock.state().isOpen())
        .allMatch(clock -> clock.due().at().isBefore(NOW));

    assertThat(told(1, 0, List.of(answered)))
        .containsEntry("daftar_terlambat", "1, tidak didaftar");
  }

  @Test
  void more_than_it_can_list_is_counted_in_full() {
    List<CaseClocks> nearest =
        IntStream.range(0, Digest.CASES_MAX)
            .mapToObj(number -> received(number, LocalDate.of(2026, 11, 2)))
            .toList();

    Notice notice = digest.of(new Part(Optional.empty(), 12_345, 67, nearest), NOW).orElseThrow();
    Templates.Text text = Wording.shipped().text(notice, Role.SEKDA, Channel.EMAIL);

    assertThat(text.body().lines().filter(line -> line.startsWith("#"))).hasSize(59);
    assertThat(text.body()).contains("dan 12286 lainnya", "67, tidak didaftar");
    assertThat(text.subject()).contains("12345 terlambat, 67 segera");
  }

  @Test
  void an_agency_is_told_by_its_own_people_and_all_of_it_goes_to_the_region() {
    Notice agency = digest.of(new Part(Optional.of(DISHUB), 1, 0, List.of()), NOW).orElseThrow();
    Notice region = digest.of(new Part(Optional.empty(), 1, 0, List.of()), NOW).orElseThrow();

    assertThat(agency.to()).containsOnly(Role.LIAISON, Role.HEAD);
    assertThat(region.to()).containsOnly(Role.COORDINATOR, Role.SEKDA, Role.BUPATI);
    assertThat(digest.of(new Part(Optional.empty(), 0, 0, List.of()), NOW)).isEmpty();
  }

  @Test
  void each_office_has_a_lane_of_its_own_so_that_none_waits_for_another() {
    Notice agency = digest.of(new Part(Optional.of(DISHUB), 1, 0, List.of()), NOW).orElseThrow();
    Notice region = digest.of(new Part(Optional.empty(), 1, 0, List.of()), NOW).orElseThrow();

    assertThat(
            Stream.concat(
                agency.to().stream().map(agency::lane), region.to().stream().map(region::lane)))
        .doesNotHaveDuplicates()
        .hasSize(5)
        .allMatch(lane -> lane.value().matches("00261126\\d{7}"));
  }

  @Test
  void soon_ends_with_the_third_day_from_today_in_the_regions_zone() {
    assertThat(digest.soonEnds(NOW)).isEqualTo("2026-11-29T17:00:00Z");
  }
}
