package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.sync.Echoes.Written;
import id.aduan.lapor.sync.WrittenPieces.Sifted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of an agency's changes are our own writing. */
@Tag("C13")
class WrittenPiecesTest {
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Complaint CASE = Samples.complaint("9165816", "1398");
  private static final Written OPENED =
      WrittenPieces.after(Optional.empty(), DISHUB, facts(CASE, "BARU"), NOW);

  private static Facts facts(Complaint complaint, String status) {
    return AgencyComplaint.of(complaint, 1, Map.of("status", status)).facts();
  }

  private static TicketChange change(String text, String status) {
    return new TicketChange("7", "T-1", "", NOW, true, text, status, List.of());
  }

  private static Sifted sift(Written ledger, String text, String status) {
    return WrittenPieces.sift(Optional.of(ledger), change(text, status), NOW);
  }

  @Test
  void what_was_written_comes_back_once_and_the_second_equal_one_is_the_agencys() {
    Sifted first = sift(OPENED, CASE.content(), "");
    Sifted second = sift(first.ledger().orElseThrow(), CASE.content(), "");

    assertThat(first.isNothing()).isTrue();
    assertThat(second.isEcho()).isFalse();
    assertThat(second.change().text()).isEqualTo(CASE.content());
  }

  @Test
  void blanks_and_lines_make_no_other_text_of_it() {
    String reflowed = "  " + CASE.content().replace(" ", " \r\n ") + "\n";

    assertThat(sift(OPENED, reflowed, "").isNothing()).isTrue();
  }

  @Test
  void an_answer_that_says_something_else_is_never_ours() {
    assertThat(sift(OPENED, "Sudah kami perbaiki.", "SELESAI").isEcho()).isFalse();
    assertThat(sift(OPENED, CASE.content() + " Sudah.", "").isEcho()).isFalse();
  }

  @Test
  void our_status_word_comes_back_alone_or_with_our_text_but_not_beside_one_of_the_agencys() {
    assertThat(sift(OPENED, "", "baru").isNothing()).isTrue();
    assertThat(sift(OPENED, CASE.title(), "BARU").isNothing()).isTrue();
    assertThat(sift(OPENED, "Kami cek.", "BARU").isEcho()).isFalse();
  }

  @Test
  void the_status_beside_our_text_still_counts_when_it_is_not_the_one_we_wrote() {
    Sifted sifted = sift(OPENED, CASE.content(), "PROSES");

    assertThat(sifted.isEcho()).isTrue();
    assertThat(sifted.isNothing()).isFalse();
    assertThat(sifted.change().status()).isEqualTo("PROSES");
    assertThat(sifted.change().text()).isEmpty();
  }

  @Test
  void what_stood_there_already_is_not_expected_again_by_an_update() {
    Written heard = sift(OPENED, CASE.content(), "").ledger().orElseThrow();
    Written updated = WrittenPieces.after(Optional.of(heard), DISHUB, facts(CASE, "PROSES"), NOW);

    assertThat(sift(updated, CASE.content(), "").isEcho()).isFalse();
    assertThat(sift(updated, "", "PROSES").isNothing()).isTrue();
  }

  @Test
  void a_word_that_is_written_again_after_another_comes_back_again() {
    Written heard = sift(OPENED, "", "BARU").ledger().orElseThrow();
    Written other = WrittenPieces.after(Optional.of(heard), DISHUB, facts(CASE, "PROSES"), NOW);
    Written again = WrittenPieces.after(Optional.of(other), DISHUB, facts(CASE, "BARU"), NOW);

    assertThat(sift(again, "", "BARU").isNothing()).isTrue();
  }

  @Test
  void where_nothing_comes_back_another_status_of_the_agency_makes_our_word_its_own() {
    Written worked = sift(OPENED, "", "PROSES").ledger().orElseThrow();

    assertThat(sift(worked, "", "BARU").isEcho()).isFalse();
    assertThat(sift(worked, CASE.content(), "").isNothing()).isTrue();
  }

  @Test
  void where_ours_comes_back_it_does_so_after_another_status_of_the_agency() {
    Written heard = sift(OPENED, CASE.content(), "BARU").ledger().orElseThrow();
    Written updated = WrittenPieces.after(Optional.of(heard), DISHUB, facts(CASE, "PROSES"), NOW);

    Sifted other = sift(updated, "", "SELESAI");
    Written now = other.ledger().orElse(updated);

    assertThat(other.isEcho()).isFalse();
    assertThat(sift(now, "", "PROSES").isNothing()).isTrue();
  }

  @Test
  void each_reply_of_the_reporter_comes_back_once() {
    Complaint replied =
        CASE.replied(List.of(new ReporterReply("1", Optional.of(NOW), "Masih padam.")));
    Written updated = WrittenPieces.after(Optional.of(OPENED), DISHUB, facts(replied, "BARU"), NOW);

    assertThat(sift(updated, "Masih padam.", "").isNothing()).isTrue();
  }

  @Test
  void after_a_week_nothing_is_taken_for_an_echo() {
    Instant late = NOW.plus(WrittenPieces.AGE_MAX).plusSeconds(1);

    Sifted sifted = WrittenPieces.sift(Optional.of(OPENED), change(CASE.content(), ""), late);

    assertThat(sifted.isEcho()).isFalse();
  }

  @Test
  void the_ledger_of_a_ticket_is_bounded_and_keeps_what_is_newest() {
    List<ReporterReply> many =
        IntStream.range(0, 200)
            .mapToObj(i -> new ReporterReply("" + i, Optional.of(NOW), "Balasan " + i))
            .toList();
    Written updated =
        WrittenPieces.after(Optional.empty(), DISHUB, facts(CASE.replied(many), ""), NOW);

    assertThat(updated.pieces()).hasSize(WrittenPieces.PIECES_MAX);
    assertThat(sift(updated, "Balasan 199", "").isNothing()).isTrue();
  }
}
